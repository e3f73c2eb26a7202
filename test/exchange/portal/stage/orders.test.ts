import assert from 'node:assert/strict'
import { test } from 'node:test'
import { only } from '../../workbench.ts'
import { buyerXml, clients, openStaging, orders, orderXml, outcomes } from './staging.ts'

const settings = (more = '') => `
target: portal
exchanges:
  - { name: К, preset: counterparties, files: k*.xml }
  - { name: З, preset: orders, files: o*.xml${more} }
`
const buyer = buyerXml('k1;ООО «Лютик»;7701000019')
const requisites = (...pairs: readonly string[]) =>
  `<Сумма>1500</Сумма><ЗначенияРеквизитов>${pairs
    .map((pair) => pair.split('='))
    .map(
      ([name, value]) =>
        `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`,
    )
    .join('')}</ЗначенияРеквизитов>`

test('D2, D4: an order is known by its number alone, is only looked for by default, and its buyer goes with it', async (t) => {
  const { stage } = await openStaging(t, settings())
  const staged = await stage({ 'o.xml': orders([orderXml('B24-1045', buyer)]) })
  const { entity, key, says, rules } = only(staged.documents)
  assert.deepEqual([entity, key, says.draft.originId, says.draft.number], ['deal', 'order:B24-1045', 'doc-B24-1045', 'B24-1045'])
  const { mode, match, numberPrefix } = JSON.parse(rules)
  assert.deepEqual([mode, match, numberPrefix], ['update', ['origin', 'number', 'number-field'], 'B24-'])
  assert.deepEqual(says.refs, [{ role: 'company', entity: 'company', keys: ['k1'], name: 'ООО «Лютик»' }])
  const client = only(staged.cards)
  assert.deepEqual([client.key, client.says.by, client.says.draft.requisites[0]?.inn], ['k1', 'document', '7701000019'])
  assert.deepEqual(
    JSON.parse(client.rules).match,
    ['origin', 'id-field', 'inn', 'title'],
    'D6: by the 1C id, then by the exact name',
  )
})

test('D5: the stage is derived from what 1C lets one know of an order, a named status first', async (t) => {
  const { stage } = await openStaging(t, settings(', deleted: keep, stages: { Согласован: Согласовано }'))
  const paid = ['Номер оплаты по 1С=П-1', 'Дата оплаты по 1С=2026-03-05']
  const shipped = ['Номер отгрузки по 1С=О-1', 'Дата отгрузки по 1С=2026-03-05']
  const list = [
    ['Проведен=false'],
    ['Проведен=true'],
    ['Проведен=true', ...paid],
    ['Проведен=true', ...shipped],
    ['Проведен=true', ...paid, ...shipped],
    ['Отменен=true', ...paid],
    ['ПометкаУдаления=true'],
    ['СтатусЗаказа=согласован', ...paid],
  ]
  const staged = await stage({ 'o.xml': orders(list.map((pairs, place) => orderXml(`D-${place}`, buyer, requisites(...pairs)))) })
  assert.deepEqual(
    staged.documents.map(({ says }) => says.draft.stage),
    [
      'Новая',
      'Подготовка документов',
      'В работе',
      'Финальный счёт',
      'Сделка успешна',
      'Сделка провалена',
      'Сделка провалена',
      'Согласовано',
    ],
  )
})

test('payments and shipments that stand beside their order are no documents of their own', async (t) => {
  const { stage } = await openStaging(t, settings())
  const payment = orderXml('1', buyer).replace('Заказ товара', 'Выплата безналичных денег')
  const staged = await stage({ 'o.xml': orders([orderXml('D-1', buyer), payment]) })
  assert.deepEqual(outcomes(await staged.lines()), ['waiting', 'skipped exchange.other-operation'])
})

test('D3, D9: the whole set of orders comes again with every exchange and costs nothing; one that changed is one card', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  const buyers = [buyer, buyerXml('k1;Лютик, общество;7701000019'), buyerXml('k2;Рябова Анна Павловна;')]
  const list = Array.from({ length: 30 }, (_, place) => orderXml(`D-${place}`, buyers[place % 3]!))
  const file = (rows: readonly string[], minute: number) => ({
    'o.xml': orders(rows, `2026-03-05T10:${String(minute).padStart(2, '0')}:00`),
  })
  const first = await stage(file(list, 0))
  assert.deepEqual([first.documents.length, first.cards.length], [30, 2])
  await apply(first)
  for (let minute = 1; minute < 4; minute += 1) {
    const again = await stage(file(list, minute))
    assert.deepEqual([again.documents, again.cards], [[], []])
  }
  const changed = await stage(file([...list.slice(0, 29), orderXml('D-29', buyers[2]!, '<Сумма>1600</Сумма>')], 4))
  assert.deepEqual(
    changed.documents.map(({ key }) => key),
    ['order:D-29'],
  )
  assert.deepEqual(changed.cards, [])
  await apply(changed)
  const old = await stage(file(list, 2))
  assert.deepEqual(outcomes(await old.lines()).at(-1), 'skipped exchange.older')
})

test('a client whom counterparties told of is only linked, under whatever id the order has it', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  await apply(await stage({ 'k.xml': clients([{ id: 'k1', name: 'ООО «Лютик»', inn: '7701000019', comment: 'полная' }]) }))
  const staged = await stage({
    'o.xml': orders([orderXml('D-1', buyer), orderXml('D-2', buyerXml('other-id;ООО Лютик;7701000019'))]),
  })
  assert.deepEqual(
    staged.documents.map(({ says }) => says.refs[0]?.keys),
    [['k1'], ['k1']],
  )
  assert.deepEqual(staged.cards, [])
})

test('the people whom an order names with its buyer become contacts of the company', async (t) => {
  const { stage } = await openStaging(t, settings())
  const person =
    '<Представители><Представитель><Ид>p1</Ид><Наименование>Осокина Вера</Наименование></Представитель></Представители>'
  const staged = await stage({ 'o.xml': orders([orderXml('D-1', buyer.replace('</Контрагент>', `${person}</Контрагент>`))]) })
  assert.deepEqual(
    staged.cards.map(({ key, says }) => [key, says.by, says.companies]),
    [
      ['k1', 'document', []],
      ['p1', 'representative', ['k1']],
    ],
  )
  const lines = await staged.lines()
  assert.equal(lines.length, 1)
})

test('fields: of the exchange of orders speak of the order, and its buyer has the defaults of the portal', async (t) => {
  const { stage } = await openStaging(
    t,
    settings(', fields: { UF_CRM_TRACK: Трек-номер, comments: Комментарий }, responsible: Пётр Орлов'),
  )
  const staged = await stage({ 'o.xml': orders([orderXml('D-1', buyer, requisites('Трек-номер=12'))]) })
  assert.deepEqual(only(staged.documents).says.draft.custom, { UF_CRM_TRACK: '12' })
  const { draft } = only(staged.cards).says
  assert.deepEqual([draft.custom, draft.responsible], [{}, 'Пётр Орлов'], 'D11')
})

test('D7: a currency goes to the portal as it is told, with its own name in the settings', async (t) => {
  const { stage } = await openStaging(t, `${settings()}bitrix24: { currencies: { 'у.е.': EUR } }\n`)
  const staged = await stage({
    'o.xml': orders([orderXml('1', buyer.replace('k1', 'k2')), orderXml('2', buyer).replace('RUB', 'у.е.')]),
  })
  assert.deepEqual(
    staged.documents.map(({ says }) => says.draft.currency),
    ['RUB', 'EUR'],
  )
})

test('an order without a buyer stands alone, and one without a number is refused', async (t) => {
  const { stage } = await openStaging(t, settings())
  const staged = await stage({ 'o.xml': orders([orderXml('D-1', ''), orderXml('', buyer)]) })
  assert.deepEqual(only(staged.documents).says.refs, [])
  assert.deepEqual(
    (await staged.lines()).map(({ action }) => action),
    ['waiting', 'refused'],
  )
})

test('the same order twice in one file is one card: equal rows share it, another is told of the message', async (t) => {
  const { stage } = await openStaging(t, settings())
  const staged = await stage({
    'o.xml': orders([orderXml('1', buyer), orderXml('1', buyer), orderXml('1', buyer, '<Сумма>9</Сумма>')]),
  })
  assert.equal(only(staged.documents).says.draft.amount, '1500.00')
  assert.deepEqual(outcomes(await staged.lines()), ['waiting', 'waiting', 'skipped exchange.twice'])
})

test('a buyer without a name is called by what the site has in its id, else by the phone; with nothing at all he is waited for', async (t) => {
  const { stage } = await openStaging(t, settings())
  const phone = '<Контакты><Контакт><Тип>Телефон</Тип><Значение>+79161234567</Значение></Контакт></Контакты>'
  const list = ['451#login#Рябова Анна ;;', '452##;;', '453##;;'].map((words) => buyerXml(words))
  list[1] = list[1]!.replace('</Контрагент>', `${phone}</Контрагент>`)
  const staged = await stage({ 'o.xml': orders(list.map((each, place) => orderXml(`D-${place}`, each))) })
  assert.deepEqual(
    staged.cards.map(({ key, says: { draft } }) => [key, draft.kind === 'contact' && draft.lastName]),
    [
      ['451#login#Рябова Анна', 'Рябова'],
      ['452##', '+79161234567'],
    ],
  )
  assert.deepEqual(staged.documents[2]!.says.refs, [{ role: 'contact', entity: '', keys: ['453##'], name: '453##' }])
})
