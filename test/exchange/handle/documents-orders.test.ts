import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contactPerson, counterparty, guid, inns, order, orderRow } from '../records.ts'
import { actions, codes, only, openWorkbench } from '../workbench.ts'

const ids = 'bitrix24: { idFields: { company: UF_CRM_ID_1C, contact: UF_CRM_ID_1C, deal: UF_CRM_ID_1C } }\n'
const preset = (more: string) => `${ids}exchanges: [{ name: К, preset: counterparties }, { name: З, preset: orders${more} }]`
const buyer = counterparty({ id: guid(1), name: 'ООО Ромашка', role: 'Покупатель' })

test('an order becomes a deal with its number, dates, amount and the buyer by role', async (t) => {
  const bench = await openWorkbench(t, ids)
  const seller = counterparty({ id: guid(9), name: 'Мы', role: 'Продавец' })
  const made = await bench.run([
    order({ id: guid(70), counterparties: [seller, { ...buyer, role: 'ПОКУПАТЕЛЬ' }], dueDate: '2026-03-10', comment: 'срочно' }),
  ])
  const deal = only(made.deal)
  assert.deepEqual(
    [
      'Название сделки',
      'Компания',
      'Контакт',
      'Сумма',
      'Валюта',
      'Дата начала',
      'Предполагаемая дата закрытия',
      'Комментарий',
      'UF_CRM_ID_1C',
    ].map((column) => deal[column]),
    ['Заказ D-1045', 'ООО Ромашка', '', '1500.00', 'RUB', '04.03.2026', '10.03.2026', 'срочно', guid(70)],
  )
  assert.equal(only(made.company)['Название компании'], 'ООО Ромашка', 'the client has a card, too')
  assert.deepEqual(codes(made), [''])
})

test('where numbers begin anew every year, an order of another year is another deal', async (t) => {
  const orders = [order({ counterparties: [buyer], date: '2025-03-04' }), order({ counterparties: [buyer], date: '2026-03-04' })]
  const yearly = await (await openWorkbench(t, preset(', numbers: yearly'))).run(orders)
  assert.deepEqual([yearly.deal.length, codes(yearly)], [2, ['', '']])
  const unique = await (await openWorkbench(t, preset(''))).run(orders)
  assert.deepEqual([unique.deal.length, codes(unique)], [1, ['', 'exchange.twice']])
})

test('a buyer who is a person is the contact of the deal, by the name that the portal builds', async (t) => {
  const bench = await openWorkbench(t, ids)
  const made = await bench.run([order({ counterparties: [counterparty({ id: guid(3), name: 'Рябова Анна Павловна' })] })])
  assert.deepEqual([only(made.deal)['Контакт'], only(made.deal)['Компания']], ['Анна Рябова', ''])
})

test('a deal names its client as the card of the client does, even where the title had to be made unique', async (t) => {
  const bench = await openWorkbench(t, ids)
  await bench.run([counterparty({ id: guid(5), name: 'ООО Ромашка' })])
  const made = await bench.run([order({ counterparties: [{ ...buyer, inn: inns.company }] })])
  assert.equal(only(made.deal)['Компания'], `ООО Ромашка (ИНН ${inns.company})`)
  assert.equal(only(made.company)['Название компании'], `ООО Ромашка (ИНН ${inns.company})`)
})

test('contacts of one name make the link doubtful, and the row says so', async (t) => {
  const bench = await openWorkbench(t, ids)
  const twin = (id: number) => counterparty({ id: guid(id), name: 'Рябова Анна' })
  await bench.run([twin(3), twin(4)])
  assert.deepEqual(codes(await bench.run([order({ counterparties: [twin(3)] })])), ['import.link-several'])
})

test('a client known from an earlier run is linked and not written again', async (t) => {
  const bench = await openWorkbench(t, ids)
  await bench.run([buyer])
  const made = await bench.run([
    order({ counterparties: [{ ...buyer, name: 'другое имя в заказе' }] }),
    order({ number: '2', counterparties: [buyer] }),
  ])
  assert.deepEqual(
    made.deal.map((deal) => deal['Компания']),
    ['ООО Ромашка', 'ООО Ромашка'],
  )
  assert.deepEqual(made.company, [])
})

test('the clients of documents have one card however many documents name them', async (t) => {
  const bench = await openWorkbench(t, ids)
  const made = await bench.run([
    order({ counterparties: [buyer] }),
    order({ number: '2', counterparties: [{ ...buyer, comment: 'ещё раз' }] }),
  ])
  assert.equal(made.company.length, 1)
  assert.equal(made.deal.length, 2)
})

test('a card made from an order gives way to the full card of the client, in the same run under the title that the deal names', async (t) => {
  const bench = await openWorkbench(t, ids)
  const people = [contactPerson({ id: guid(11), phones: '+79161234567' })]
  const full = { ...buyer, name: 'Ромашка, общество', comment: 'полная', contactPersons: people }
  const poor = { ...buyer, contactPersons: [contactPerson({ id: guid(11) })] }
  const made = await bench.run([order({ counterparties: [poor] }), full])
  assert.deepEqual(actions(made), ['prepared', 'prepared'])
  assert.deepEqual([only(made.company)['Комментарий'], only(made.company)['Название компании']], ['полная', 'ООО Ромашка'])
  assert.equal(only(made.contact)['Мобильный телефон'], '+79161234567')
  const later = await bench.run([full])
  assert.equal(only(later.company)['Название компании'], 'Ромашка, общество', 'renamed when no deal of the run names it')
})

test('in a later run the full card is written, whatever the date of its file', async (t) => {
  const bench = await openWorkbench(t, ids)
  await bench.run([{ generated: '2026-03-05T12:00:00', rows: [order({ counterparties: [buyer] })] }])
  const made = await bench.run([{ generated: '2026-03-01T12:00:00', rows: [{ ...buyer, comment: 'полная' }] }])
  assert.equal(only(made.company)['Комментарий'], 'полная')
})

test('a full card that says just what the document said is no news', async (t) => {
  const bench = await openWorkbench(t, ids)
  await bench.run([order({ counterparties: [buyer] })])
  assert.deepEqual(actions(await bench.run([buyer])), ['unchanged'])
})

test('where the document took its client for something else than the client is, the deal keeps its link and the card waits', async (t) => {
  const bench = await openWorkbench(t, ids)
  const asPerson = counterparty({ id: guid(1), name: 'Ромашкин Пётр', role: 'Покупатель' })
  const asCompany = { ...buyer, name: 'ООО Ромашкин' }
  const made = await bench.run([order({ counterparties: [asPerson] }), asCompany])
  assert.deepEqual(codes(made), ['', 'exchange.twice'])
  assert.equal(only(made.deal)['Контакт'], 'Пётр Ромашкин')
  assert.equal(made.contact.length, 1)
  assert.equal((await bench.run([asCompany])).company.length, 1)
})

test('without clients: an unknown client is told of and left empty', async (t) => {
  const bench = await openWorkbench(t, preset(', clients: false'))
  const made = await bench.run([order({ counterparties: [buyer] }), order({ number: '2' })])
  assert.deepEqual(codes(made), ['exchange.client-unknown', ''])
  assert.deepEqual([made.company, made.deal.map((deal) => deal['Компания'])], [[], ['', '']])
})

test('a client without any name makes no card, and the deal goes without it', async (t) => {
  const bench = await openWorkbench(t, ids)
  const made = await bench.run([order({ counterparties: [{ ...buyer, name: '' }] })])
  assert.deepEqual(codes(made), ['import.name-missing'])
  assert.deepEqual([actions(made), made.company], [['prepared'], []])
})

test('stages go by the name of the status where the table has it, else by the signs that every 1C gives', async (t) => {
  const bench = await openWorkbench(t, preset(", stages: { 'К отгрузке': В работе, Отменён: '' }"))
  const states = [
    { status: 'к  отгрузке', paid: true, shipped: true },
    { status: 'Отменён' },
    { status: 'иное', cancelled: true, paid: true },
    { paid: true, shipped: true },
    { paid: true },
    { shipped: true },
    { posted: true },
    { posted: false },
    {},
  ]
  const made = await bench.run(states.map((state, number) => order({ number: String(number), state })))
  assert.deepEqual(
    made.deal.map((deal) => [deal['Стадия сделки'], deal['Сделка закрыта']]),
    [
      ['В работе', 'нет'],
      ['', ''],
      ['Сделка провалена', 'да'],
      ['Сделка успешна', 'да'],
      ['В работе', 'нет'],
      ['Финальный счёт', 'нет'],
      ['Подготовка документов', 'нет'],
      ['Новая', 'нет'],
      ['', ''],
    ],
  )
})

test('an order marked for deletion is passed over, or lost where the settings keep it', async (t) => {
  const deleted = order({ deleted: true, state: { posted: true } })
  assert.deepEqual(codes(await (await openWorkbench(t, ids)).run([deleted])), ['exchange.deleted'])
  const kept = await (await openWorkbench(t, preset(', deleted: keep'))).run([deleted])
  assert.equal(only(kept.deal)['Стадия сделки'], 'Сделка провалена')
})

test('payments and shipments are no orders', async (t) => {
  const bench = await openWorkbench(t, ids)
  const operations = ['Выплата безналичных денег', 'Отпуск товара', 'Возврат товара', 'ЗАКАЗ товара', '']
  const made = await bench.run(operations.map((operation, number) => order({ number: String(number), operation })))
  assert.deepEqual(codes(made), ['exchange.other-operation', 'exchange.other-operation', 'exchange.other-operation', '', ''])
  assert.match(made.outcomes[0]![0]!.text, /Выплата безналичных денег/)
})

test('rows add up to the amount with discounts and taxes as they were told', async (t) => {
  const bench = await openWorkbench(t, ids)
  const tax = (amount: string, includedInAmount: boolean | null) => ({ name: 'НДС', includedInAmount, amount, rate: null })
  const off = (amount: string | null, percent: string | null, includedInAmount: boolean | null) => ({
    name: 'с',
    amount,
    percent,
    includedInAmount,
  })
  const rows = [
    orderRow({
      name: 'скидка в сумме',
      price: '15',
      quantity: '100',
      amount: '1425',
      discounts: [off('75', '5', true)],
      taxes: [tax('237.5', true)],
    }),
    orderRow({ name: 'налог сверху', price: '10', quantity: '2', amount: '20', taxes: [tax('4', false), tax('9', null)] }),
    orderRow({ name: 'скидка сверху', price: '10', quantity: '4', amount: '40', discounts: [off('8', null, false)] }),
    orderRow({
      name: 'скидка процентом',
      price: '10',
      quantity: '1',
      amount: '10',
      discounts: [off(null, '15', false), off(null, null, false)],
    }),
    orderRow({ name: 'ничего не сказано', price: '7', quantity: '0', amount: '0' }),
    orderRow({ name: 'без суммы', price: '7', quantity: '1' }),
  ]
  const made = await bench.run([order({ amount: '1496.5', rows })])
  assert.deepEqual(
    made.deal.map((row) => [row['Товар'], row['Цена'], row['Количество']]),
    [
      ['скидка в сумме', '14.25', '100'],
      ['налог сверху', '12.00', '2'],
      ['скидка сверху', '8.00', '4'],
      ['скидка процентом', '8.50', '1'],
      ['ничего не сказано', '7.00', '0'],
      ['без суммы', '7.00', '1'],
    ],
  )
  assert.deepEqual(codes(made), [''], 'and nothing is left to complain of')
})

test('rows that do not add up are told of', async (t) => {
  const bench = await openWorkbench(t, ids)
  assert.deepEqual(codes(await bench.run([order({ amount: '100', rows: [orderRow({ quantity: '3', amount: '100' })] })])), [
    'import.deal-sum',
  ])
})

test('rows are left out where the settings say so', async (t) => {
  const bench = await openWorkbench(t, preset(', rows: false'))
  const made = await bench.run([order({ rows: [orderRow(), orderRow()] })])
  assert.equal(only(made.deal)['Товар'], '')
})

test('a number becomes a deal once; a changed order goes to a person with what changed', async (t) => {
  const bench = await openWorkbench(t, ids)
  await bench.run([order({ counterparties: [buyer], state: { posted: true } })])
  const same = await bench.run([order({ counterparties: [buyer], state: { posted: true } })])
  assert.deepEqual(codes(same), ['exchange.unchanged'])
  const changed = await bench.run([order({ amount: '1600', counterparties: [buyer], state: { paid: true } })])
  assert.deepEqual([actions(changed), codes(changed), changed.deal], [['review'], ['exchange.deal-changed'], []])
  assert.match(changed.outcomes[0]![0]!.text, /стадия: Подготовка документов → В работе, сумма: 1500\.00 → 1600\.00.*сообщении 1/)
  const rows = await bench.run([order({ counterparties: [buyer], state: { posted: true }, rows: [orderRow()] })])
  assert.match(rows.outcomes[0]![0]!.text, /\(состав или другие поля\)/)
  const again = await bench.run([order({ amount: '1600', counterparties: [buyer], state: { paid: true } })])
  assert.deepEqual(actions(again), ['review'], 'until a person has seen to it')
})

test('what changed is told in the language of the settings', async (t) => {
  const bench = await openWorkbench(t, `language: en\n${ids}`)
  await bench.run([order()])
  const changed = await bench.run([order({ amount: '1600', dueDate: '2026-04-01' })])
  assert.match(changed.outcomes[0]![0]!.text, /amount: 1500\.00 → 1600\.00, close date: — → 2026-04-01/)
})

test('the shop knows an order by its number alone: 1C may make the document anew', async (t) => {
  const bench = await openWorkbench(t, ids)
  await bench.run([order({ id: guid(70) })])
  assert.deepEqual(actions(await bench.run([order({ id: guid(71) })])), ['review'])
})

test('the same number twice in a run is one deal; older files change nothing', async (t) => {
  const bench = await openWorkbench(t, ids)
  const made = await bench.run([
    { generated: '2026-03-04T00:00:00', rows: [order({ amount: '1' })] },
    { generated: '2026-03-05T00:00:00', rows: [order({ amount: '2' }), order({ amount: '3' })] },
  ])
  assert.deepEqual(codes(made), ['exchange.older', '', 'exchange.twice'])
  assert.equal(only(made.deal)['Сумма'], '2.00')
})

test('an order without a number is refused', async (t) => {
  const bench = await openWorkbench(t, ids)
  assert.deepEqual(codes(await bench.run([order({ number: '', id: guid(70) })])), ['exchange.no-id'])
})

test('pipeline, type, source, number and a title of its own come from the settings', async (t) => {
  const bench = await openWorkbench(
    t,
    `bitrix24: { source: Звонок, dealType: Продажа, pipelines: { Опт: [Новая, Отгружен] } }
exchanges:
  - name: З
    preset: orders
    pipeline: Опт
    numberField: UF_CRM_NUMBER
    source: Интернет-магазин
    title: 'Заявка {{ number }} от {{ date }} ({{ client }}{{ ["Трек-номер"] }})'
    stagesBySign: { posted: Отгружен, notPosted: Новая, paid: '', shipped: '', completed: '', cancelled: '', deleted: '' }
    finalStages: [Отгружен]
    fields: { closeDate: 'Дата доставки', probability: '60', stage: '' }
`,
  )
  const requisites = [
    { name: 'Трек-номер', value: ' 12' },
    { name: 'дата доставки', value: '15.03.2026' },
  ]
  const made = await bench.run([order({ counterparties: [buyer], requisites, state: { posted: true } })])
  const deal = only(made.deal)
  assert.deepEqual(
    [
      'Название сделки',
      'Воронка',
      'Стадия сделки',
      'Сделка закрыта',
      'Тип',
      'Источник',
      'UF_CRM_NUMBER',
      'Предполагаемая дата закрытия',
    ].map((column) => deal[column]),
    [
      'Заявка D-1045 от 04.03.2026 10:15:00 (ООО Ромашка 12)',
      'Опт',
      'Отгружен',
      'да',
      'Продажа',
      'Интернет-магазин',
      'D-1045',
      '15.03.2026',
    ],
  )
})

test('a title may be a plain text, and one that comes out empty is the usual one', async (t) => {
  const plain = await (await openWorkbench(t, preset(', title: Заказ с сайта'))).run([order()])
  assert.equal(only(plain.deal)['Название сделки'], 'Заказ с сайта')
  const empty = await (await openWorkbench(t, preset(", title: '{{ nothing }}'"))).run([order()])
  assert.equal(only(empty.deal)['Название сделки'], 'Заказ D-1045')
})
