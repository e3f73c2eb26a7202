import assert from 'node:assert/strict'
import { test } from 'node:test'
import { counterparty, guid, inns, tableRow, workOrder } from '../records.ts'
import { actions, codes, only, openWorkbench, rowOf } from '../workbench.ts'

const settings = `
bitrix24: { idFields: { company: UF_CRM_ID_1C } }
exchanges:
  - { name: К, preset: counterparties }
  - name: Наряды
    preset: work-orders
    numberField: UF_CRM_NUMBER
    source: Звонок
    stages: { закрыт: Сделка успешна, отказ: Сделка провалена, заявка: В работе, 'в работе': В работе }
    only: { organisation: ['ИП Захаров А.Ю.'] }
`
const mine = { organisation: 'ИП  захаров А.Ю.', state: 'Заявка' }

test('a work order becomes a deal with its number, stage by state, amount in roubles and its client', async (t) => {
  const bench = await openWorkbench(t, settings)
  const made = await bench.run([
    workOrder({ ...mine, client: 'Рябова Анна Павловна', phones: '8 916 123-45-67', comment: 'стучит' }),
  ])
  const deal = only(made.deal)
  assert.deepEqual(
    [
      'Название сделки',
      'UF_CRM_NUMBER',
      'Стадия сделки',
      'Сделка закрыта',
      'Сумма',
      'Валюта',
      'Источник',
      'Контакт',
      'Дата начала',
      'Комментарий',
    ].map((column) => deal[column]),
    [
      'Заказ-наряд 3000004876',
      '3000004876',
      'В работе',
      'нет',
      '30110.00',
      'RUB',
      'Звонок',
      'Анна Рябова',
      '05.03.2026',
      'стучит',
    ],
  )
  const contact = only(made.contact)
  assert.deepEqual(
    [contact['Фамилия'], contact['Отчество'], contact['Мобильный телефон']],
    ['Рябова', 'Павловна', '+79161234567'],
  )
})

test('only the organisations of the settings are taken, many states lead to one stage', async (t) => {
  const bench = await openWorkbench(t, settings)
  const made = await bench.run([
    workOrder({ ...mine, number: '1', organisation: 'ООО Чужие' }),
    workOrder({ ...mine, number: '2', state: 'В РАБОТЕ' }),
    workOrder({ ...mine, number: '3', state: 'закрыт' }),
  ])
  assert.deepEqual(codes(made), ['exchange.filtered', '', ''])
  assert.match(made.outcomes[0]![0]!.text, /organisation = «ООО Чужие»/)
  assert.deepEqual(
    made.deal.map((deal) => [deal['Стадия сделки'], deal['Сделка закрыта']]),
    [
      ['В работе', 'нет'],
      ['Сделка успешна', 'да'],
    ],
  )
})

test('a state that the table leaves out is refused with those that it has, and taken when it has been added', async (t) => {
  const bench = await openWorkbench(t, settings)
  const made = await bench.run([workOrder({ ...mine, state: 'ждёт деталей' }), workOrder({ ...mine, number: '2', state: '' })])
  assert.deepEqual(actions(made), ['refused', 'refused'])
  assert.match(made.outcomes[0]![0]!.text, /«ждёт деталей».*Добавьте состояние/)
  assert.deepEqual(made.deal, [])
  const free = await openWorkbench(t, '')
  assert.deepEqual(
    actions(await free.run([workOrder({ state: 'ждёт деталей' })])),
    ['prepared'],
    'without a table there is nothing to miss',
  )
})

test('several work orders of one client give one contact, told by the phone from a namesake', async (t) => {
  const bench = await openWorkbench(t, settings)
  const client = { ...mine, client: 'Рябова Анна' }
  const made = await bench.run([
    workOrder({ ...client, number: '1', phones: '+7 916 123-45-67' }),
    workOrder({ ...client, number: '2', phones: '8(916)1234567' }),
    workOrder({ ...client, number: '3', phones: '+7 916 765-43-21' }),
  ])
  assert.deepEqual(
    made.contact.map((card) => card['Мобильный телефон']),
    ['+79161234567', '+79167654321'],
  )
  assert.deepEqual(codes(made), ['', '', 'import.link-several'])
  assert.deepEqual((await bench.run([workOrder({ ...client, number: '4', phones: '+79161234567' })])).contact, [])
})

test('a client that is a known company is linked by its name, its ИНН telling namesakes apart', async (t) => {
  const bench = await openWorkbench(t, settings)
  await bench.run([
    counterparty({ id: guid(1), name: 'ООО Ромашка', inn: inns.company }),
    counterparty({ id: guid(2), name: 'ООО Ромашка', inn: inns.other }),
    counterparty({ id: guid(3), name: 'ООО Пион' }),
  ])
  const orders = [
    workOrder({ ...mine, number: '1', client: 'ООО ромашка', clientInn: inns.other }),
    workOrder({ ...mine, number: '2', client: 'ООО Ромашка' }),
    workOrder({ ...mine, number: '3', client: 'ООО  Пион' }),
    workOrder({ ...mine, number: '4', client: 'ООО Пион', clientInn: inns.other }),
  ]
  const made = await bench.run(orders)
  assert.deepEqual(
    made.deal.map((deal) => deal['Компания']),
    [`ООО Ромашка (ИНН ${inns.other})`, '', 'ООО Пион', 'ООО Пион'],
  )
  assert.deepEqual(codes(made), ['', 'exchange.company-several', '', ''])
  assert.deepEqual(made.company, [], 'no company is made twice')
})

test('a namesake with another ИНН is another company', async (t) => {
  const bench = await openWorkbench(t, settings)
  await bench.run([counterparty({ id: guid(1), name: 'ООО Ромашка', inn: inns.company })])
  const made = await bench.run([workOrder({ ...mine, client: 'ООО Ромашка', clientInn: inns.other })])
  assert.equal(only(made.company)['Реквизит (Россия): ИНН'], inns.other)
  assert.equal(only(made.deal)['Компания'], `ООО Ромашка (ИНН ${inns.other})`)
})

test('without a client the deal goes alone, and with clients: false an unknown one is told of', async (t) => {
  const bench = await openWorkbench(t, 'exchanges: [{ name: Н, preset: work-orders, clients: false }]')
  const made = await bench.run([workOrder(), workOrder({ number: '2', client: 'Рябова Анна' })])
  assert.deepEqual(codes(made), ['', 'exchange.client-unknown'])
  assert.deepEqual([made.contact, made.deal.length], [[], 2])
})

test('a client whose name the wizard could not take makes no card', async (t) => {
  const bench = await openWorkbench(t, settings)
  const made = await bench.run([workOrder({ ...mine, client: '\u200b' })])
  assert.deepEqual([codes(made), made.contact, made.deal.length], [['import.name-missing'], [], 1])
})

test('numbers begin anew every year: two ids under one number are two documents, one id is one', async (t) => {
  const bench = await openWorkbench(t, settings)
  await bench.run([workOrder({ ...mine, id: guid(81) })])
  const next = await bench.run([workOrder({ ...mine, id: guid(82), amount: '5' }), workOrder({ ...mine, id: guid(81) })])
  assert.deepEqual(codes(next), ['', 'exchange.unchanged'])
  assert.deepEqual(codes(await bench.run([workOrder({ ...mine, id: guid(82), amount: '6' })])), ['exchange.deal-changed'])
  assert.deepEqual(
    codes(await bench.run([workOrder({ ...mine, amount: '7' })])),
    ['exchange.deal-changed'],
    'a doubt is for a person',
  )
})

test('a document without a number is known by its id', async (t) => {
  const bench = await openWorkbench(t, settings)
  const made = await bench.run([workOrder({ ...mine, number: '', id: guid(81) }), workOrder({ ...mine, number: '' })])
  assert.deepEqual(codes(made), ['', 'exchange.no-id'])
  assert.equal(made.deal.length, 1)
})

test('columns of the table reach the title and the fields of the deal', async (t) => {
  const bench = await openWorkbench(
    t,
    `exchanges: [{ name: Н, preset: work-orders, title: '{{ number }}: {{ Автомобиль }}', fields: { Пробег: пробег, dealType: 'Сервисное обслуживание', beginDate: Приём } }]`,
  )
  const cells = { Номер: '1', Автомобиль: 'LADA', Пробег: '15 000', Приём: '6 марта 2026 г.' }
  const deal = only((await bench.run([{ rows: [rowOf(workOrder({ extra: { Автомобиль: 'LADA' } }), cells)] }])).deal)
  assert.deepEqual([deal['Название сделки'], deal['Пробег'], deal['Дата начала']], ['3000004876: LADA', '15 000', '06.03.2026'])
})

test('rows of a table that nobody can make sense of are answered one by one', async (t) => {
  const bench = await openWorkbench(t)
  const { problem } = await import('../../../src/problems/problem.ts')
  const unread = { record: null, kind: 'row', id: '', line: 2, row: 1, problems: [problem('exchange.no-id')] } as const
  const made = await bench.run([{ rows: [tableRow({ a: '1' }), unread] }])
  assert.deepEqual(codes(made), ['exchange.table-unknown', 'exchange.no-id'])
  assert.deepEqual(actions(made), ['skipped', 'refused'])
})
