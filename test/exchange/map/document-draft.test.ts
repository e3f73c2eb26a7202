import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contexts } from '../../../src/exchange/map/contexts.ts'
import { documentDraft } from '../../../src/exchange/map/document-draft.ts'
import { documentKey } from '../../../src/exchange/map/document-key.ts'
import type { DocumentExchange, DocumentRecord } from '../../../src/exchange/map/document-record.ts'
import { scopeOf } from '../../../src/exchange/map/scope.ts'
import type { DocumentRow } from '../../../src/records/document-row.ts'
import { counterparty, documentRow, guid, order, orderRow, tableDocument, workOrder } from '../records.ts'
import { settingsOf } from '../workbench.ts'

const presets = {
  order: 'orders',
  workOrder: 'work-orders',
  booking: 'bookings',
  contract: 'contracts',
  invoice: 'invoices',
} as const

function draftOf(
  record: DocumentRecord,
  keys = '',
  {
    rows = [],
    cells = {},
    portal = '{}',
  }: { rows?: readonly DocumentRow[]; cells?: Record<string, string>; portal?: string } = {},
) {
  const settings = settingsOf(
    `target: portal\nbitrix24: ${portal}\nexchanges: [{ name: Д, preset: ${presets[record.kind]}${keys} }]`,
  )
  const exchange = settings.exchanges[0] as DocumentExchange
  const context = contexts(settings.bitrix24).contextOf(exchange)
  return documentDraft(record, rows, scopeOf({ cells }, record, rows), context, exchange)
}

test('every kind of document has its usual title, term and kind of card', () => {
  const given = {
    number: '17',
    date: '2026-03-05',
    beginDate: '2026-03-10',
    endDate: '2026-03-14',
    client: 'Рябова Анна',
  } as const
  const made = [
    order({ number: 'D-17', date: '2026-03-04', dueDate: '2026-03-10' }),
    workOrder(given),
    tableDocument('booking', given),
    tableDocument('contract', given),
    tableDocument('invoice', given),
  ].map((record) => draftOf(record))
  assert.deepEqual(
    made.map(({ kind, title, beginDate, closeDate }) => [kind, title, beginDate, closeDate]),
    [
      ['deal', 'Заказ D-17', '2026-03-04', '2026-03-10'],
      ['deal', 'Заказ-наряд 17', '2026-03-05', ''],
      ['deal', 'Заявка №17 (Рябова) 10.03.2026 - 14.03.2026', '2026-03-10', '2026-03-14'],
      ['deal', 'Договор 17 от 05.03.2026', '2026-03-10', '2026-03-14'],
      ['invoice', 'Счёт 17 от 05.03.2026', '2026-03-05', '2026-03-14'],
    ],
  )
  const empty = ", title: '{{ nothing }}'"
  const usual = [
    draftOf(tableDocument('booking', given), empty),
    draftOf(tableDocument('contract', given), empty),
    draftOf(tableDocument('invoice', given), empty),
  ]
  assert.deepEqual(
    usual.map(({ title }) => title),
    ['Бронь 17', 'Договор 17', 'Счёт 17'],
  )
})

test('documents become what the settings say', () => {
  const into = (record: DocumentRecord, keys: string) => draftOf(record, keys).kind
  assert.equal(into(tableDocument('contract'), ', into: process, process: 1032'), 'process')
  assert.equal(into(tableDocument('invoice'), ', into: deal'), 'deal')
  assert.equal(into(workOrder(), ', into: invoice'), 'invoice')
})

test('B10: the stage goes by the table of states, and by fields: before it; a final stage is closed', () => {
  const keys = ', stages: { В работе: IN, закрыт: WON }, finalStages: [WON]'
  const stage = (record: DocumentRecord, more = '') => {
    const { stage: at, closed } = draftOf(record, keys + more)
    return [at, closed]
  }
  assert.deepEqual(stage(workOrder({ state: 'в  РАБОТЕ' })), ['IN', false])
  assert.deepEqual(stage(workOrder({ state: 'Закрыт' })), ['WON', true])
  assert.deepEqual(stage(workOrder({ state: 'иное' })), ['', null])
  assert.deepEqual(stage(workOrder({ state: 'закрыт' }), ', fields: { stage: \'{{ "OWN" }}\' }'), ['OWN', false])
  assert.deepEqual(stage(order({ state: { status: 'закрыт', paid: true } })), ['WON', true])
})

test('E3: probability goes by the state; of an order without a named status by its sign', () => {
  const booking = (state: string) => draftOf(tableDocument('booking', { state })).probability
  assert.deepEqual(['Временная', 'Подтверждена', 'Отменена', 'Незаезд', 'Выезд'].map(booking), ['30', '60', '0', '0', ''])
  const keys = ', probabilities: { paid: 80, Согласован: 50 }'
  const of = (state: Parameters<typeof order>[0]) => draftOf(order(state), keys).probability
  assert.deepEqual(
    [of({ state: { paid: true } }), of({ state: { paid: true, status: 'согласован' } }), of({ state: { posted: true } })],
    ['80', '50', ''],
  )
  assert.equal(
    draftOf(tableDocument('booking', { state: 'Временная' }), ', fields: { probability: Шанс }', { cells: { Шанс: '5' } })
      .probability,
    '5',
  )
})

test('the close date goes by the state, from a field, a column or a template, else it is the end of the document', () => {
  const keys =
    ", closeDates: { закрыт: Дата закрытия, отказ: date, выполнен: '{{ endDay }}', архив: Нет такого, готов: Когда }, fields: { UF: number }"
  const close = (state: string, more = {}) =>
    draftOf(workOrder({ state, endDate: '2026-03-09T10:00:00', ...more }), keys, {
      cells: { 'Дата закрытия': '7 марта 2026 г.', Когда: 'весной' },
    }).closeDate
  assert.deepEqual(
    ['закрыт', 'ОТКАЗ', 'выполнен', 'архив', 'готов', 'иное'].map((state) => close(state)),
    ['2026-03-07', '2026-03-05', '2026-03-09', '', 'весной', ''],
    'what is no date is reported by the portal',
  )
  const invoice = tableDocument('invoice', { state: 'закрыт', endDate: '2026-03-15' })
  assert.equal(draftOf(invoice, ', closeDates: { закрыт: date }').closeDate, '2026-03-05')
  assert.equal(draftOf(invoice, ', closeDates: { закрыт: date }, fields: { closeDate: endDate }').closeDate, '2026-03-15')
  assert.equal(draftOf(order({ state: { paid: true } }), ', closeDates: { paid: date }').closeDate, '2026-03-04')
})

test('the pipeline goes by the organisation, or by whatever field the settings name', () => {
  const keys = ", pipeline: Общая, pipelines: { 'ИП Смирнов А.А.': Сервис, кузовной: Кузов }"
  const pipeline = (record: DocumentRecord, more = '', cells = {}) => draftOf(record, keys + more, { cells }).pipeline
  assert.equal(pipeline(workOrder({ organisation: 'ИП  смирнов А.А.' })), 'Сервис')
  assert.equal(pipeline(workOrder({ organisation: 'Другая' })), 'Общая')
  assert.equal(pipeline(workOrder(), ', pipelineBy: Вид ремонта', { 'Вид Ремонта': 'Кузовной' }), 'Кузов')
  assert.equal(pipeline(workOrder(), ', pipelineBy: Нет такого'), 'Общая')
  const requisites = [{ name: 'Организация', value: 'ИП Смирнов А.А.' }]
  assert.equal(pipeline(order({ requisites })), 'Сервис')
  assert.equal(pipeline(workOrder({ organisation: 'ИП Смирнов А.А.' }), ', fields: { pipeline: \'{{ "Своя" }}\' }'), 'Своя')
  assert.equal(draftOf(workOrder({ organisation: 'ИП Смирнов А.А.' })).pipeline, '', 'no table: the main one')
})

test('the own company of an invoice is its organisation, by the table where it has it; other cards need the table', () => {
  const organisation = 'ООО "Ромашка"'
  const keys = `, organisations: { 'ооо "ромашка"': Ромашка }`
  assert.equal(draftOf(tableDocument('invoice', { organisation })).myCompany, organisation)
  assert.equal(draftOf(tableDocument('invoice', { organisation }), keys).myCompany, 'Ромашка')
  assert.equal(draftOf(workOrder({ organisation })).myCompany, '')
  assert.equal(draftOf(workOrder({ organisation }), keys).myCompany, 'Ромашка')
})

test('amount, currency, number, source, type and person are those of the document, else of its exchange, else of the portal', () => {
  const portal = '{ source: Звонок, dealType: Продажа, responsible: Пётр Орлов }'
  const made = draftOf(workOrder({ number: '5', amount: null, currency: 'USD', comment: 'стучит' }), ', numberField: UF_N', {
    portal,
  })
  const { amount, currency, number, source, dealType, responsible, comments, custom } = made
  assert.deepEqual(
    [amount, currency, number, source, dealType, responsible, comments, custom],
    ['', 'USD', '5', 'Звонок', 'Продажа', 'Пётр Орлов', 'стучит', { UF_N: '5' }],
  )
  assert.equal(draftOf(workOrder()).currency, 'RUB', 'B7')
  assert.equal(draftOf(order({ currency: '' })).currency, '', 'an order says it itself')
})

test('E1, E3: marks in braces are plain text, and templates may list people and rows', () => {
  const booking = tableDocument('booking', {
    persons: ['Г-1', 'Г-2'].map((id) => ({ id, name: '', phones: [], emails: [] })),
    comment: 'тихий номер',
  })
  const keys = `, fields: { comments: "{{ comment }}{% if VIP == 'Да' %} { VIP }{% endif %}; гостей: {{ persons | size }}" }`
  assert.equal(draftOf(booking, keys, { cells: { VIP: 'Да' } }).comments, 'тихий номер { VIP }; гостей: 2')
  assert.equal(draftOf(booking, keys, { cells: { VIP: 'Нет' } }).comments, 'тихий номер; гостей: 2')
  const rows = [documentRow({ quantity: '2', price: '5', extra: { Партия: 'А1' } }), documentRow({ name: 'Работа', amount: '7' })]
  const list = `, fields: { comments: "{% for row in rows %}{{ row.name }}/{{ row.product }} {{ row.quantity }} {{ row.amount }} {{ row['Партия'] }};{% endfor %}" }`
  assert.equal(draftOf(workOrder(), list, { rows }).comments, 'Масло 5W-40/Масло 5W-40 2 10 А1;Работа/Работа  7 ;')
})

test('the price of a product row is what one unit really costs, beside discount, tax and unit', () => {
  const tax = (includedInAmount: boolean | null, amount: string | null) => ({
    name: 'НДС',
    includedInAmount,
    amount,
    rate: { percent: '20', text: '20' },
  })
  const off = (amount: string | null, percent: string | null, includedInAmount: boolean | null) => ({
    name: '',
    amount,
    percent,
    includedInAmount,
  })
  const unit = { code: '796 ', name: 'шт', fullName: 'Штука' }
  const row = (given: Parameters<typeof orderRow>[0]) => draftOf(order({ rows: [orderRow(given)] })).rows[0]!
  const plain = row({
    productId: 'a#b',
    article: 'БЛТ',
    unit,
    price: '15',
    quantity: '100',
    amount: '1425',
    discounts: [off('75', '5', true)],
    taxes: [tax(true, '237.5')],
  })
  assert.deepEqual(
    [plain.price, plain.quantity, plain.amount, plain.discount, plain.productId, plain.article, plain.measure, plain.vatIncluded],
    ['14.25', '100', '1425.00', '0.75', 'a#b', 'БЛТ', '796', true],
  )
  const onTop = row({ price: '10', quantity: '2', amount: '20', taxes: [tax(false, null)], vat: { percent: '20', text: '20' } })
  assert.deepEqual([onTop.price, onTop.amount, onTop.vat, onTop.vatIncluded, onTop.discount], ['12.00', '24.00', '20', false, ''])
  const cut = row({
    price: '10',
    quantity: '4',
    amount: '40',
    discounts: [off(null, '20', false)],
    vat: { percent: null, text: 'Без НДС' },
  })
  assert.deepEqual([cut.price, cut.amount, cut.discount, cut.vat], ['8.00', '32.00', '2.00', 'none'])
  const bare = row({ price: '7', quantity: '0', amount: null })
  assert.deepEqual([bare.price, bare.quantity, bare.amount, bare.discount, bare.measure, bare.vat], ['7.00', '0', '', '', '', ''])
})

test('a row of a table is reckoned from whatever it tells', () => {
  const row = (given: Partial<DocumentRow>) => {
    const { price, amount, discount } = draftOf(workOrder(), '', { rows: [documentRow(given)] }).rows[0]!
    return [price, amount, discount]
  }
  assert.deepEqual(row({ price: '2400', quantity: '1.5', discountPercent: '10', amount: '3240' }), [
    '2160.00',
    '3240.00',
    '240.00',
  ])
  assert.deepEqual(row({ price: '100', quantity: '3', discountAmount: '30' }), ['90.00', '270.00', '10.00'])
  assert.deepEqual(row({ price: '100', quantity: '3' }), ['100.00', '300.00', ''])
  assert.deepEqual(row({ amount: '300', quantity: '3' }), ['100.00', '300.00', ''])
  assert.deepEqual(row({ price: '5' }), ['5.00', '', ''])
  assert.deepEqual(row({}), ['', '', ''])
})

test('units go by the ОКЕИ code, else by their name, else by the table of the settings', () => {
  const measure = (unitCode: string, unit: string, portal = '{}') =>
    draftOf(workOrder(), '', { rows: [documentRow({ unitCode, unit })], portal }).rows[0]!.measure
  assert.deepEqual(
    [
      measure('796', ''),
      measure('', 'шт.'),
      measure('', 'Килограмм'),
      measure('', 'н/ч'),
      measure('', ''),
      measure('8888', 'нет'),
    ],
    ['796', '796', '166', '', '', '8888'],
  )
  assert.equal(measure('', 'н/ч', '{ measures: { н/ч: ч } }'), '356')
})

test('a document is known by its 1C id, else by its number, which may begin anew every year; an order by its number', () => {
  const key = (record: DocumentRecord, numbers: 'unique' | 'yearly' = 'unique') => documentKey(record, { numbers })
  assert.equal(key(workOrder({ id: guid(1), number: '7' })), guid(1))
  assert.equal(key(workOrder({ id: '7', number: '7' })), 'workOrder:7', 'a table without ids gives the number')
  assert.equal(key(workOrder({ id: '', number: '7' }), 'yearly'), 'workOrder:2026/7')
  assert.equal(key(workOrder({ number: '7', date: null }), 'yearly'), 'workOrder:7')
  assert.equal(key(workOrder({ id: guid(1), number: '7' }), 'yearly'), guid(1))
  assert.equal(key(workOrder({ id: guid(1), number: '' })), guid(1))
  assert.equal(key(workOrder({ number: '' })), '')
  assert.equal(key(order({ id: guid(1), number: 'D-1' })), 'order:D-1')
  assert.equal(key(order({ id: guid(1), number: 'D-1' }), 'yearly'), 'order:2026/D-1')
  assert.equal(key(order({ id: guid(1), number: '' })), '')
})

test('fields of the records of every kind stand in templates under their names', () => {
  const scope = scopeOf(
    {},
    tableDocument('booking', { client: 'ООО Пион', payer: 'АО Маяк', beginDate: '2026-03-10T14:00:00', portalId: '5' }),
  )
  assert.deepEqual(
    [scope['surname'], scope['Плательщик'], scope['beginDate'], scope['beginDay'], scope['CRM_ID'], scope['endDay']],
    ['ООО Пион', 'АО Маяк', '10.03.2026 14:00:00', '10.03.2026', '5', ''],
  )
  const seller = counterparty({ name: 'Мы', role: 'Продавец' })
  const buyer = counterparty({ name: 'Рябова Анна', role: 'Покупатель', phones: '8 916 123-45-67', inn: '500100732259' })
  const payment = { number: 'П-1', date: '2026-03-05', amount: '5', operation: '' } as const
  const of = scopeOf(
    {},
    order({ counterparties: [seller, buyer], payments: [payment], state: { paid: true }, rows: [orderRow({ price: '5' })] }),
  )
  assert.deepEqual(
    [of['client'], of['surname'], of['phone'], of['clientInn'], of['paid'], of['Товары'] === of['rows']],
    ['Рябова Анна', 'Рябова', ['+79161234567'], '500100732259', true, true],
  )
  assert.deepEqual(of['payments'], [{ number: 'П-1', date: '05.03.2026', amount: '5', operation: '' }])
  const row = scopeOf({}, documentRow({ name: 'Масло', price: '5' }))
  assert.deepEqual([row['Наименование'], row['Документ'], row['Цена']], ['Масло', '77', '5'])
})
