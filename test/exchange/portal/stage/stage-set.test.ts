import assert from 'node:assert/strict'
import { test } from 'node:test'
import { only } from '../../workbench.ts'
import { clients, openStaging, outcomes, persons, type StagedRun, type ToldCounterparty } from './staging.ts'

const company: ToldCounterparty = { id: 'k1', name: 'ООО «Ёлка»', inn: '7701000019' }
const vera = ['p1', 'Осокина Вера Павловна'] as const
const toldBy = ({ cards }: Pick<StagedRun, 'cards'>) =>
  cards.map(({ entity, key, says }) => [entity, key, says.by, says.companies.join()])

test('a counterparty and its people become cards that stand together, the people bound to it', async (t) => {
  const { stage, apply } = await openStaging(t)
  const staged = await stage({
    'k.xml': clients([
      { ...company, people: [vera] },
      { id: 'k2', name: 'Рябова Анна Львовна' },
    ]),
  })
  assert.deepEqual(toldBy(staged), [
    ['company', 'k1', 'counterparty', ''],
    ['contact', 'p1', 'representative', 'k1'],
    ['contact', 'k2', 'counterparty', ''],
  ])
  assert.deepEqual(outcomes(await staged.lines()), ['waiting', 'waiting'], 'nothing was tried yet')
  await apply(staged)
  const lines = await staged.lines()
  assert.deepEqual(
    lines.map(({ row, kind, id, bitrixId, action }) => [row, kind, id, bitrixId, action]),
    [
      [1, 'counterparty', 'k1', '101', 'created'],
      [2, 'counterparty', 'k2', '103', 'created'],
    ],
  )
})

test('what the portal has confirmed is unchanged and asks for no card; what changed does, and only that', async (t) => {
  const { stage, apply } = await openStaging(t)
  const rows = [
    { ...company, people: [vera] },
    { id: 'k2', name: 'Рябова Анна Львовна' },
  ]
  await apply(await stage({ 'k.xml': clients(rows) }))
  const same = await stage({ 'k.xml': clients(rows) })
  assert.deepEqual(same.cards, [])
  const [first] = await same.lines()
  assert.deepEqual([first?.action, first?.code, first?.bitrixId], ['unchanged', 'exchange.unchanged', '101'])
  assert.match(first!.text, /с сообщения 1/)
  const changed = await stage({ 'k.xml': clients([{ ...rows[0]!, comment: 'новое' }, rows[1]!]) })
  assert.deepEqual(toldBy(changed), [['company', 'k1', 'counterparty', '']])
  assert.deepEqual(outcomes(await changed.lines()), ['waiting', 'unchanged exchange.unchanged'])
})

test('a row that was not used is tried again with the next export, even where 1C has come back to the confirmed words', async (t) => {
  const { stage, apply, ledger } = await openStaging(t)
  await apply(await stage({ 'k.xml': clients([company]) }))
  const refused = { action: 'refused', code: 'crm.refused', text: 'нет', portalId: null }
  const failed = await stage({ 'k.xml': clients([{ ...company, comment: 'новое' }]) })
  await apply(failed, { k1: refused })
  assert.deepEqual(
    (await ledger.cards.leftOver(10, { run: 0, number: 0 })).map(({ key }) => key),
    ['k1'],
  )
  const back = await stage({ 'k.xml': clients([company]) })
  assert.equal(only(back.cards).key, 'k1', 'the words that failed must not come back by a retry')
  assert.deepEqual(await ledger.cards.leftOver(10, { run: 0, number: 0 }), [])
  await apply(back)
  assert.deepEqual(outcomes(await failed.lines()), ['refused crm.refused'], 'what became of that row stays as it was')
})

test('an older export is passed over, and one told again unchanged by a newer file stays newer', async (t) => {
  const { stage, apply } = await openStaging(t)
  await apply(await stage({ 'k.xml': clients([company], '2026-03-01T10:00:00') }))
  await stage({ 'k.xml': clients([company], '2026-03-05T10:00:00') })
  const old = await stage({ 'k.xml': clients([{ ...company, comment: 'старое' }], '2026-03-03T10:00:00') })
  assert.deepEqual([old.cards, outcomes(await old.lines())], [[], ['skipped exchange.older']])
  assert.equal((await old.lines())[0]?.bitrixId, '101')
  const dateless = await stage({ 'k.xml': clients([{ ...company, comment: 'без даты' }]) })
  await apply(dateless)
  const still = await stage({ 'k.xml': clients([{ ...company, comment: 'старое' }], '2026-03-04T10:00:00') })
  assert.deepEqual(outcomes(await still.lines()), ['skipped exchange.older'])
})

test('of two files of one run the newer is taken; what a failed newer one told keeps older ones out as well', async (t) => {
  const { stage, apply } = await openStaging(t)
  const files = {
    'a.xml': clients([{ ...company, comment: 'старое' }], '2026-03-04T10:00:00'),
    'b.xml': clients([{ ...company, comment: 'новое' }], '2026-03-05T10:00:00'),
  }
  const staged = await stage(files)
  assert.equal(only(staged.cards).says.draft.comments, 'новое')
  await apply(staged, { k1: { action: 'review', code: 'plan.several', text: '', portalId: null } })
  assert.deepEqual(outcomes(await staged.lines(0)), ['skipped exchange.older'])
  assert.deepEqual(outcomes(await staged.lines(1)), ['review plan.several'])
  const again = await stage({ 'a.xml': files['a.xml'] })
  assert.deepEqual(outcomes(await again.lines()), ['skipped exchange.older'])
})

test('the same id twice in a run is one card: equal rows share it, another is told which message has it', async (t) => {
  const { stage, apply } = await openStaging(t)
  const staged = await stage({
    'a.xml': clients([company, { ...company, comment: 'иначе' }, company]),
    'b.xml': clients([company]),
  })
  await apply(staged)
  assert.equal(staged.cards.length, 1)
  assert.deepEqual(outcomes(await staged.lines(1)), ['created'], 'the file that came last is read first')
  assert.deepEqual(outcomes(await staged.lines(0)), ['created', 'skipped exchange.twice', 'created'])
  assert.match((await staged.lines(0))[1]!.text, /сообщение 2/)
})

test('a person of two companies has one card bound to both, in one run and over runs', async (t) => {
  const { stage, apply } = await openStaging(t)
  const other = { id: 'k2', name: 'ООО «Пион»', inn: '7707083893' }
  const first = await stage({
    'k.xml': clients([
      { ...company, people: [vera] },
      { ...other, people: [vera] },
    ]),
  })
  assert.deepEqual(toldBy(first).at(1), ['contact', 'p1', 'representative', 'k1,k2'])
  await apply(first)
  const third = { id: 'k3', name: 'ООО «Ирис»', inn: '7702000212' }
  const later = await stage({ 'k.xml': clients([{ ...third, people: [vera] }]) })
  assert.deepEqual(toldBy(later), [
    ['company', 'k3', 'counterparty', ''],
    ['contact', 'p1', 'representative', 'k1,k2,k3'],
  ])
  await apply(later)
  assert.deepEqual((await stage({ 'k.xml': clients([{ ...company, people: [vera] }]) })).cards, [])
})

test('companies that tell different things of one person are told so, and the person belongs to both', async (t) => {
  const { stage, apply } = await openStaging(t)
  const other = { id: 'k2', name: 'ООО «Пион»', inn: '7707083893' }
  const staged = await stage({
    'k.xml': clients([
      { ...company, people: [[...vera, 'директор']] },
      { ...other, people: [[...vera, 'бухгалтер']] },
    ]),
  })
  assert.deepEqual(toldBy(staged).at(1), ['contact', 'p1', 'representative', 'k1,k2'])
  await apply(staged)
  const lines = await staged.lines()
  assert.deepEqual(outcomes(lines), ['created', 'created exchange.twice'])
  assert.match(lines[1]!.text, /Осокина Вера/)
})

test('a table of contact persons knows more than the company that names them, in one run and ever after', async (t) => {
  const { stage, apply } = await openStaging(t)
  const inCompany = clients([{ ...company, people: [vera] }])
  const staged = await stage({ 'k.xml': inCompany, 'lica.csv': persons(['p1;Осокина Вера Павловна;k1;директор']) })
  const person = staged.cards.find(({ key }) => key === 'p1')!.says
  assert.deepEqual(
    [person.by, person.companies, 'post' in person.draft && person.draft.post],
    ['contactPerson', ['k1'], 'директор'],
  )
  await apply(staged)
  assert.deepEqual([outcomes(await staged.lines(0)), outcomes(await staged.lines(1))], [['created'], ['created']])
  assert.deepEqual((await stage({ 'k.xml': inCompany })).cards, [], 'the poorer word does not come back')
  const moved = await stage({ 'k.xml': clients([{ id: 'k2', name: 'ООО «Пион»', inn: '7707083893', people: [vera] }]) })
  const bound = moved.cards.find(({ key }) => key === 'p1')!
  assert.deepEqual([bound.says.by, bound.says.companies], ['contactPerson', ['k1', 'k2']])
  assert.equal('post' in bound.says.draft && bound.says.draft.post, 'директор', 'only the company is added')
})

test('a person who is a counterparty as well has one card, and the table has the last word', async (t) => {
  const { stage } = await openStaging(t)
  const staged = await stage({
    'k.xml': clients([
      { ...company, people: [vera] },
      { id: 'p1', name: 'Осокина Вера Павловна', comment: 'клиент' },
    ]),
    'lica.csv': persons(['p1;Осокина Вера Павловна;;директор']),
  })
  assert.deepEqual(toldBy(staged), [
    ['company', 'k1', 'counterparty', ''],
    ['contact', 'p1', 'contactPerson', 'k1'],
  ])
})

test('a contact person is bound by the id or the name of its company; a doubt never guesses', async (t) => {
  const { stage, apply } = await openStaging(t)
  const twins = ['t1', 't2'].map((id) => ({ id, name: 'ООО «Близнецы»', inn: '7707083893' }))
  const rows = [
    '1;Осокина Вера;k1;',
    '2;Осокина Вера;ооо  «елка»;',
    '3;Осокина Вера;ООО «Близнецы»;',
    '4;Осокина Вера;УТ-000123;',
    '5;Осокина Вера;;',
  ]
  const staged = await stage({ 'k.xml': clients([company, ...twins]), 'lica.csv': persons(rows) })
  const contacts = staged.cards.filter(({ entity }) => entity === 'contact')
  assert.deepEqual(
    contacts.map(({ says }) => says.companies),
    [['k1'], ['k1'], [], [], []],
  )
  await apply(staged)
  assert.deepEqual(outcomes(await staged.lines(1)), [
    'created',
    'created',
    'created exchange.company-several',
    'created exchange.company-unknown',
    'created',
  ])
  const later = await stage({ 'k.xml': clients([{ ...company, id: 'УТ-000123' }]), 'lica.csv': persons(rows) })
  assert.deepEqual(
    later.cards.map(({ key, says }) => [key, says.companies.join()]),
    [
      ['УТ-000123', ''],
      ['4', 'УТ-000123'],
    ],
    'bound as soon as the company has come, and nobody else is touched',
  )
})

test('a counterparty that became a contact is no company to be bound to', async (t) => {
  const { stage } = await openStaging(t)
  const staged = await stage({
    'k.xml': clients([{ id: 'k2', name: 'Рябова Анна Львовна' }]),
    'lica.csv': persons(['1;Осокина Вера;k2;']),
  })
  assert.deepEqual(
    staged.cards.map(({ says }) => says.companies),
    [[], []],
  )
  assert.equal((await staged.lines(1))[0]?.code, 'exchange.company-unknown')
})

test('rows that ask for no card are answered at once: filtered, own firm, without a name, of another kind, unknown', async (t) => {
  const { stage } = await openStaging(
    t,
    'exchanges: [{ name: К, preset: counterparties, only: { comment: [да] } }, { name: Т, preset: catalogue }]',
  )
  const goods = `<КоммерческаяИнформация><Каталог><Ид>c</Ид><Товары><Товар><Ид>t1</Ид><Наименование>Болт</Наименование></Товар></Товары></Каталог></КоммерческаяИнформация>`
  const staged = await stage({
    'k.xml': clients([
      { ...company, comment: 'нет' },
      { id: 'k2', role: 'ВладелецКаталога', comment: 'да' },
      { id: 'k3', name: '', inn: '7701000019', comment: 'да' },
      { id: 'k4', deleted: true, comment: 'да' },
    ]),
    'goods.xml': goods,
    'x.csv': 'Рост;Вес\r\n1;2\r\n',
  })
  assert.deepEqual(staged.cards, [])
  assert.deepEqual(outcomes(await staged.lines(0)), [
    'skipped exchange.filtered',
    'skipped exchange.own-firm',
    'refused exchange.no-title',
    'skipped exchange.deleted',
  ])
  assert.deepEqual(outcomes(await staged.lines(1)), ['skipped exchange.portal-not-yet'])
  assert.deepEqual(outcomes(await staged.lines(2)), ['skipped exchange.table-unknown'])
})

test('thousands of rows of two kinds are each answered once, in the order of the file', async (t) => {
  const { stage } = await openStaging(t)
  const ids = Array.from({ length: 1203 }, (_, place) => place)
  const staged = await stage({
    'k.xml': clients(ids.map((id) => ({ id: `k${id}`, inn: '7701000019', people: [[`p${id % 700}`, 'Осокина Вера']] }))),
    'lica.csv': persons(ids.map((id) => `p${id};Осокина Вера;k${id};`)),
  })
  for (const place of [0, 1]) {
    const lines = await staged.lines(place)
    assert.deepEqual(
      lines.map(({ row }) => row),
      ids.map((id) => id + 1),
    )
  }
  assert.equal(staged.cards.length, 1203 * 2)
  const named = new Map(staged.cards.map(({ key, says }) => [key, says.companies]))
  assert.deepEqual([named.get('p0'), named.get('p502'), named.get('p1202')], [['k0', 'k700'], ['k502', 'k1202'], ['k1202']])
})

test('what a crash cut short leaves nothing behind, and the same run is staged again', async (t) => {
  const { stage, ledger } = await openStaging(t)
  await assert.rejects(
    ledger.atomically(async () => {
      await ledger.cards.stage(1, [
        { entity: 'company', key: 'k1', told: '{}', hash: '', rules: '{}', generated: '', message: 1 },
      ])
      await ledger.companyNames.put([{ key: 'k9', names: ['оао клён'] }])
      throw new Error('killed')
    }),
    /killed/,
  )
  const staged = await stage({ 'k.xml': clients([company]), 'lica.csv': persons(['1;Осокина Вера;ОАО Клён;']) })
  assert.deepEqual([staged.cards.length, staged.cards[0]?.number], [2, 1])
  assert.equal((await staged.lines(1))[0]?.code, 'exchange.company-unknown')
})

test('a field of the settings that no record has is told once for the set', async (t) => {
  const { stage } = await openStaging(t, 'exchanges: [{ name: К, preset: counterparties, fields: { UF_CRM_X: Менеджрр } }]')
  const { problems } = await stage({ 'k.xml': clients([company]) })
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['exchange.field-missing'],
  )
})

test('a requisite that is there and empty is not missed', async (t) => {
  const fields = 'UF_CRM_X: Менеджер, UF_CRM_Y: Куратор'
  const { stage } = await openStaging(t, `exchanges: [{ name: К, preset: counterparties, fields: { ${fields} } }]`)
  const requisite = '<ЗначениеРеквизита><Наименование>Менеджер</Наименование><Значение/></ЗначениеРеквизита>'
  const { problems } = await stage({
    'k.xml': clients([company]).replace('</Контрагент>', `<ЗначенияРеквизитов>${requisite}</ЗначенияРеквизитов></Контрагент>`),
  })
  assert.deepEqual(
    problems.map(({ code, args }) => [code, args['name']]),
    [['exchange.field-missing', 'Куратор']],
  )
})
