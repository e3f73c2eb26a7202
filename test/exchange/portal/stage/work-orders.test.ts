import assert from 'node:assert/strict'
import { test } from 'node:test'
import { only } from '../../workbench.ts'
import { clients, openStaging, outcomes, persons, type StagedRun, table } from './staging.ts'

const settings = (more = '') => `
target: portal
exchanges:
  - name: Наряды
    preset: work-orders
    files: zn*.csv
    numberField: UF_CRM_ID_1C
    stages: { закрыт: WON, отказ: LOSE, заявка: IN_WORK, в работе: IN_WORK }${more}
`
const both = (more = '') =>
  `${settings(more)}  - { name: К, preset: counterparties, files: 'k*' }\n  - { name: Л, preset: contacts, files: 'lica*' }\n`
const header = 'Номер;Дата;Состояние;Организация;Заказчик;ИНН;Телефон;Сумма'
const zn = (number: string, client = 'Рябова Анна Павловна;;+7 916 123-45-67', rest = { state: 'заявка', amount: '30 110,00' }) =>
  `${number};05.03.2026;${rest.state};ИП Захаров А.Ю.;${client};${rest.amount}`
const file = (...rows: readonly string[]) => ({ 'zn.csv': table(header, ...rows) })
const refsOf = ({ documents }: Pick<StagedRun, 'documents'>) =>
  documents.map(({ says }) => says.refs.map(({ role, entity, keys }) => `${role} ${entity || '?'} ${keys.join('|')}`).join(', '))
const clientsOf = ({ cards }: Pick<StagedRun, 'cards'>) => cards.map(({ entity, key, says }) => [entity, key, says.by])

test('B7, B11: a work order becomes a deal with its fields, and its client a contact known by the phone', async (t) => {
  const { stage } = await openStaging(t, settings(', source: Звонок'.replace(', ', '\n    ')))
  const staged = await stage(file(zn('3000004876')))
  const { entity, key, says, rules } = only(staged.documents)
  assert.deepEqual([entity, key], ['deal', 'workOrder:3000004876'])
  const { title, stage: at, beginDate, closeDate, amount, currency, source, custom, number } = says.draft
  assert.deepEqual(
    [title, at, beginDate, closeDate, amount, currency, source, custom, number],
    [
      'Заказ-наряд 3000004876',
      'IN_WORK',
      '2026-03-05',
      '',
      '30110.00',
      'RUB',
      'Звонок',
      { UF_CRM_ID_1C: '3000004876' },
      '3000004876',
    ],
  )
  assert.deepEqual([says.phones, says.portalId, says.deleted], [['+79161234567'], 0, false])
  assert.deepEqual(refsOf(staged), ['contact contact phone:+79161234567'])
  const { draft, companies } = only(staged.cards).says
  assert.deepEqual(clientsOf(staged), [['contact', 'phone:+79161234567', 'document']])
  assert.deepEqual(draft.kind === 'contact' && [draft.lastName, draft.firstName, draft.secondName], [
    'Рябова',
    'Анна',
    'Павловна',
  ])
  assert.deepEqual([companies, draft.key], [[], 'phone:+79161234567'])
  assert.deepEqual(JSON.parse(rules), {
    exchange: 'Наряды',
    match: ['origin', 'number-field', 'phone'],
    mode: 'create+update',
    conflict: '1c',
    blanks: 'keep',
    missingValues: 'skip',
    vanished: 'create',
    several: 'review',
    finalStages: ['Сделка успешна', 'Сделка провалена'],
    numberField: 'UF_CRM_ID_1C',
    numberPrefix: 'B24-',
    products: 'text',
    deleted: 'skip',
    deletedStage: '',
  })
  assert.deepEqual(outcomes(await staged.lines()), ['waiting'], 'nothing was tried yet')
})

test('B8, B9: new deals and corrections of clients are turned off by the settings, and the rules say so', async (t) => {
  const { stage } = await openStaging(t, settings('\n    mode: update\n    updateClients: false\n    clientMatch: [phone]'))
  const staged = await stage(file(zn('1')))
  assert.equal(JSON.parse(only(staged.documents).rules).mode, 'update')
  const { match, mode, conflict, blanks } = JSON.parse(only(staged.cards).rules)
  assert.deepEqual([match, mode, conflict, blanks], [['phone'], 'create', '1c', 'keep'])
  const usual = await (await openStaging(t, settings('\n    blanks: clear'))).stage(file(zn('1')))
  assert.deepEqual(
    [JSON.parse(only(usual.cards).rules).mode, JSON.parse(only(usual.cards).rules).blanks],
    ['create+update', 'keep'],
    'a document knows little of its client, and erases nothing',
  )
})

test('B5, B10: only the listed organisations are taken, many states lead to one stage, one that is missing is told', async (t) => {
  const { stage } = await openStaging(t, settings("\n    only: { organisation: ['ИП Захаров А.Ю.'] }"))
  const staged = await stage(
    file(
      zn('1').replace('ИП Захаров А.Ю.', 'ООО «Чужие»'),
      zn('2', undefined, { state: 'В РАБОТЕ', amount: '1' }),
      zn('3', undefined, { state: 'ждёт деталей', amount: '1' }),
      zn('4', undefined, { state: 'закрыт', amount: '1' }),
    ),
  )
  assert.deepEqual(outcomes(await staged.lines()), [
    'skipped exchange.filtered',
    'waiting',
    'refused exchange.state-unmapped',
    'waiting',
  ])
  assert.deepEqual(
    staged.documents.map(({ says }) => says.draft.stage),
    ['IN_WORK', 'WON'],
  )
})

test('D3, A4: documents that come again unchanged ask for no card, nor do their clients; what changed does', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  // Each of them tells another name of the client.
  const rows = [zn('1'), zn('2', 'Рябова А.П.;;8 916 123 45 67'), zn('3')]
  const first = await stage(file(...rows))
  assert.equal(first.cards.length, 1, 'one client')
  await apply(first)
  for (let round = 0; round < 2; round += 1) {
    const again = await stage(file(...rows))
    assert.deepEqual([again.cards, again.documents], [[], []])
    const [line] = await again.lines()
    assert.deepEqual([line?.action, line?.code, line?.bitrixId], ['unchanged', 'exchange.unchanged', '102'])
  }
  const changed = await stage(file(...rows.map((row) => row.replace('заявка;ИП', 'закрыт;ИП'))))
  assert.equal(changed.documents.length, 3)
  await apply(changed)
  const client = await stage(
    file(...rows.slice(1).map((row) => row.replace('заявка;ИП', 'закрыт;ИП').replace('Рябова А.П.', 'Кольцова А.П.'))),
  )
  assert.deepEqual(
    clientsOf(client),
    [['contact', 'phone:+79161234567', 'document']],
    'only the client changed, and its document with it',
  )
  assert.deepEqual(
    client.documents.map(({ key }) => key),
    ['workOrder:2'],
  )
})

test('a document that was not used is tried again with the next export, and its row keeps what became of it', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  await apply(await stage(file(zn('1'))), { 'workOrder:1': { action: 'review', code: 'plan.several', text: '', portalId: null } })
  const again = await stage(file(zn('1')))
  assert.deepEqual([again.documents.length, again.cards.length], [1, 0])
})

test('what a document says of its client never takes the place of the client’s own row', async (t) => {
  const { stage, apply } = await openStaging(t, both())
  const company = { id: 'k1', name: 'ООО «Василёк»', inn: '7701000019', comment: 'полная' }
  await apply(await stage({ 'k.xml': clients([company]) }))
  const staged = await stage(file(zn('1', 'Василек;7701000019;(495) 555-10-02')))
  assert.deepEqual([refsOf(staged), staged.cards], [['company company k1'], []])
  await apply(staged)
  const same = await stage({ 'k.xml': clients([company]), ...file(zn('1', 'Василек;7701000019;(495) 555-10-02')) })
  assert.deepEqual([same.cards, same.documents], [[], []])
})

test('in one run the client’s own row is told, whatever its documents say, in whatever order the files came', async (t) => {
  const { stage, apply } = await openStaging(t, both())
  const company = { id: 'k1', name: 'ООО «Василёк»', inn: '7701000019', comment: 'полная' }
  const files = { ...file(zn('1', 'Василек;7701000019;')), 'k.xml': clients([company]) }
  const staged = await stage(files)
  assert.deepEqual(clientsOf(staged), [['company', 'k1', 'counterparty']])
  assert.deepEqual(refsOf(staged), ['company company k1'])
  await apply(staged)
  assert.deepEqual((await stage(files)).cards, [])
})

test('a client told by a document first is told anew by the first row of its own, even one that says the same', async (t) => {
  const { stage, apply } = await openStaging(t, both())
  const staged = await stage(file(zn('1', 'ООО Лютик;7707083893;')))
  assert.deepEqual(clientsOf(staged), [['company', 'inn:7707083893/', 'document']])
  await apply(staged)
  const own = await stage({ 'k.csv': table('Наименование;ИНН;Роль', 'ООО Лютик;7707083893;Покупатель') })
  assert.deepEqual(clientsOf(own), [['company', 'inn:7707083893/', 'counterparty']])
  await apply(own)
  assert.deepEqual((await stage({ 'k.csv': table('Наименование;ИНН;Роль', 'ООО Лютик;7707083893;Покупатель') })).cards, [])
  const later = await stage(file(zn('2', 'ООО Лютик, филиал;7707083893;')))
  assert.deepEqual([later.cards, refsOf(later)], [[], ['company company inn:7707083893/']])
})

test('a client is known by the ИНН under whatever key, branches told apart by nothing go to a person', async (t) => {
  const { stage, apply } = await openStaging(t, both())
  const known = table(
    'Ид;Наименование;ИНН;КПП',
    'k1;ООО Ромашка;7701000019;770101001',
    'k2;ООО Ромашка, филиал;7701000019;770201001',
  )
  await apply(await stage({ 'k.csv': known }))
  const staged = await stage(file(zn('1', 'ООО Ромашка, филиал;7701000019;'), zn('2', 'Ромашка;7701000019;')))
  assert.deepEqual(refsOf(staged), ['company company k2'])
  assert.deepEqual(outcomes(await staged.lines()), ['waiting', 'review exchange.client-several'])
  assert.match((await staged.lines())[1]!.text, /k1.*k2/)
})

test('B11: a client is known by the phone of its own row; of a family that shares one, by the name', async (t) => {
  const { stage, apply } = await openStaging(t, both())
  const rows = 'Ид;ФИО;Телефон'
  await apply(await stage({ 'lica.csv': table(`${rows};Код контрагента`, 'p1;Осокина Вера Павловна;+7 921 000-00-01;') }))
  const one = await stage(file(zn('1', 'Осокина В.;;8 921 000 00 01')))
  assert.deepEqual([refsOf(one), one.cards], [['contact contact p1'], []])
  await apply(one)
  await apply(await stage({ 'lica.csv': table(`${rows};Код контрагента`, 'p2;Осокин Пётр;+7 921 000-00-01;') }))
  const two = await stage(
    file(zn('2', 'Осокин Пётр Ильич;;+79210000001'), zn('3', 'Ильина Ольга;;+79210000001'), zn('4', 'ООО Осока;;+79210000001')),
  )
  assert.deepEqual(refsOf(two), ['contact contact p2', 'company company name:оооосока/'])
  assert.deepEqual(outcomes(await two.lines()), ['waiting', 'review exchange.client-several', 'waiting'])
})

test('a company is known by its name where nothing else is told, and a name that several have goes to a person', async (t) => {
  const { stage, apply } = await openStaging(t, both())
  await apply(
    await stage({
      'k.xml': clients([
        { id: 'k1', name: 'ООО «Пион»' },
        { id: 'k2', name: 'ООО «Роза»' },
        { id: 'k3', name: 'ООО «Роза»' },
      ]),
    }),
  )
  const staged = await stage(
    file(zn('1', 'ооо  «пион»;;'), zn('2', 'ООО «Роза»;;'), zn('3', 'ООО «Ирис»;;'), zn('4', 'ООО «Ирис»;;')),
  )
  assert.deepEqual(refsOf(staged), ['company company k1', 'company company name:ооо«ирис»/', 'company company name:ооо«ирис»/'])
  assert.deepEqual(outcomes(await staged.lines()), ['waiting', 'review exchange.client-several', 'waiting', 'waiting'])
  assert.equal(staged.cards.length, 1, 'one new company')
})

test('a phone or an ИНН that somebody had once is nobody’s any more', async (t) => {
  const { stage, apply } = await openStaging(t, both())
  const lica = (phone: string) => ({ 'lica.csv': table('Ид;ФИО;Телефон;Код контрагента', `p1;Осокина Вера;${phone};`) })
  await apply(await stage(lica('+7 921 000-00-01')))
  await apply(await stage(lica('+7 921 000-00-02')))
  const staged = await stage(file(zn('1', 'Новый Клиент;;+79210000001'), zn('2', 'Осокина Вера;;+79210000002')))
  assert.deepEqual(refsOf(staged), ['contact contact phone:+79210000001', 'contact contact p1'])
})

test('without clients: false nobody is told of; who can never come under a 1C id is left out, others are waited for', async (t) => {
  const rows = [zn('1'), zn('2', 'ООО Лютик;7707083893;'), zn('3', ';;')]
  const alone = await (await openStaging(t, settings('\n    clients: false'))).stage(file(...rows))
  assert.deepEqual([alone.cards, refsOf(alone)], [[], ['', '', '']], 'there is nobody else to tell of them')
  const { stage } = await openStaging(t, both('\n    clients: false'))
  const staged = await stage(file(...rows))
  assert.deepEqual(staged.cards, [])
  assert.deepEqual(refsOf(staged), ['', 'company ? inn:7707083893/', ''])
  assert.deepEqual(
    (await staged.lines()).map(({ code }) => code),
    ['exchange.client-unknown', '', ''],
  )
  assert.deepEqual(only(staged.documents.slice(0, 1)).says.phones, ['+79161234567'], 'the deal may still be found by it')
})

test('B11: where the work order has no phone, that of the client’s card counts', async (t) => {
  const { stage, apply } = await openStaging(t, both())
  await apply(await stage({ 'k.csv': table('Ид;Наименование;ИНН;Телефон', 'k1;ООО Пион;7701000019;(495) 555-10-02 доб. 5') }))
  const staged = await stage(file(zn('1', 'Пион;7701000019;')))
  assert.deepEqual(only(staged.documents).says.phones, ['+74955551002'])
})

test('E4: a client whom a table gives by its 1C id is another exchange’s to tell, and waited for', async (t) => {
  const rows = table('Номер;Состояние;Ид клиента;Заказчик', '1;заявка;k7;Рябова Анна', '2;заявка;k1;Рябова Анна')
  const { stage, apply } = await openStaging(t, both())
  await apply(await stage({ 'k.xml': clients([{ id: 'k1', name: 'ООО «Пион»' }]) }))
  const staged = await stage({ 'zn.csv': rows })
  assert.deepEqual([refsOf(staged), staged.cards], [['contact ? k7', 'company company k1'], []])
  assert.equal(staged.documents[0]!.says.refs[0]!.name, 'Рябова Анна', 'for the answer')
  const alone = await (await openStaging(t, settings())).stage({ 'zn.csv': rows })
  assert.deepEqual(
    clientsOf(alone).map(([, key]) => key),
    ['k7', 'k1'],
    'with nobody else to tell of clients the documents do',
  )
})

test('B12: the payer of a work order is its company where the client is a person', async (t) => {
  const { stage, apply } = await openStaging(t, both())
  await apply(await stage({ 'k.xml': clients([{ id: 'k1', name: 'ООО «Пион»' }]) }))
  const row = (client: string, payer: string) => `${client.length}${payer.length};заявка;${client};+79161234567;${payer}`
  const head = 'Номер;Состояние;Заказчик;Телефон;Плательщик'
  const payers = ['ООО «Пион»', 'ООО «Неведомое»', 'Рябова Анна']
  const staged = await stage({ 'zn.csv': table(head, ...payers.map((payer) => row('Рябова Анна', payer))) })
  const contact = 'contact contact phone:+79161234567'
  assert.deepEqual(refsOf(staged), [`${contact}, company company k1`, contact, contact])
})

test('thousands of work orders are each answered once, and their clients have one card each', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  const phone = (place: number) => `+7916${String(1_000_000 + (place % 400)).slice(-7)}`
  const rows = Array.from({ length: 1200 }, (_, place) => zn(String(place + 1), `Клиент Номер${place % 400};;${phone(place)}`))
  const staged = await stage(file(...rows))
  assert.deepEqual([staged.documents.length, staged.cards.length], [1200, 400])
  const lines = await staged.lines()
  assert.deepEqual([lines.length, new Set(lines.map(({ row }) => row)).size], [1200, 1200])
  await apply(staged)
  const again = await stage(file(...rows))
  assert.deepEqual([again.documents.length, again.cards.length], [0, 0])
})

test('a person of a table of contact persons is the same one whom a work order names by the phone', async (t) => {
  const { stage } = await openStaging(t, both())
  const staged = await stage({
    ...file(zn('1', 'Осокина Вера;;+79210000001')),
    'lica.csv': persons(['p1;Осокина Вера;;бухгалтер'])
      .replace('Должность', 'Должность;Телефон')
      .replace('бухгалтер', 'бухгалтер;+79210000001'),
  })
  assert.deepEqual(refsOf(staged), ['contact contact p1'])
  assert.deepEqual(clientsOf(staged), [['contact', 'p1', 'contactPerson']])
})

test('a column that the table of close dates names and no row has is told once for the set', async (t) => {
  const { stage } = await openStaging(t, settings('\n    closeDates: { заявка: Дата закрытия, закрыт: date }'))
  const staged = await stage(file(zn('1'), zn('2')))
  assert.deepEqual(
    staged.problems.map(({ code, args }) => [code, args?.['field'], args?.['name']]),
    [['exchange.field-missing', 'closeDates: заявка', 'Дата закрытия']],
  )
})

test('a state that no table of stages has leaves the stage alone where the preset brought the table, or is missing at all', async (t) => {
  const yaml = `
target: portal
exchanges:
  - { name: Б, preset: bookings, files: b.csv }
  - { name: С, preset: invoices, files: i.csv }
  - { name: Д, preset: contracts, files: c.csv, stages: { Действует: ACTIVE } }
`
  const { stage } = await openStaging(t, yaml)
  const staged = await stage({
    'b.csv': table('Номер брони;Дата заезда;Дата выезда', '1;10.03.2026;11.03.2026'),
    'i.csv': table('Номер счета;Статус счета;Сумма', '1;Выставлен;1'),
    'c.csv': table('Номер договора;Статус договора;Сумма договора', '1;Действует;1', '2;Закрыт;1'),
  })
  assert.deepEqual([outcomes(await staged.lines(0)), outcomes(await staged.lines(1))], [['waiting'], ['waiting']])
  assert.deepEqual(outcomes(await staged.lines(2)), ['waiting', 'refused exchange.state-unmapped'])
  assert.deepEqual(
    staged.documents.map(({ says }) => [says.draft.stage, says.initial.includes('stage')]),
    [
      ['ACTIVE', false],
      ['', true],
      ['', true],
    ],
  )
})

test('what a crash cut short leaves nothing behind, and the same run is staged again', async (t) => {
  const { stage, ledger } = await openStaging(t, settings())
  await assert.rejects(
    ledger.atomically(async () => {
      await stage(file(zn('1')))
      throw new Error('killed')
    }),
    /killed/,
  )
  const again = await stage(file(zn('1')))
  assert.deepEqual([again.documents.length, again.cards.length, refsOf(again)], [1, 1, ['contact contact phone:+79161234567']])
})
