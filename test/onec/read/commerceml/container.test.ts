import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commerceml, file, records, requisites, surveyed } from './commerceml.ts'

const order = (number: string, content = '') =>
  `<Документ><Номер>${number}</Номер><ХозОперация>Заказ товара</ХозОперация><Сумма>100</Сумма>${content}</Документ>`
const payment = (number: string, content = '') =>
  `<Документ><Номер>${number}</Номер><ХозОперация>Эквайринговая операция</ХозОперация><Сумма>100</Сумма>${content}</Документ>`
const shipment = (number: string, content = '') =>
  `<Документ><Номер>${number}</Номер><ХозОперация>Отпуск товара</ХозОперация>${content}</Документ>`
const container = (...documents: readonly string[]) => `<Контейнер>${documents.join('')}</Контейнер>`
const v31 = (content: string) => file(content, 'xmlns="urn:1C.ru:commerceml_3" ВерсияСхемы="3.1"')

test('the payments and shipments of a container belong to its order, wherever they stand', async () => {
  const xml = v31(container(payment('П-1', '<Номер1С>УТ-1</Номер1С><Дата1С>2026-03-05</Дата1С>'), order('D-1'), shipment('Р-1')))
  const [pay, found, ship] = await records('order', xml)
  assert.deepEqual([pay?.number, found?.number, ship?.number], ['П-1', 'D-1', 'Р-1'])
  assert.deepEqual(found?.payments, [{ number: 'УТ-1', date: '2026-03-05', amount: '100', operation: 'Эквайринговая операция' }])
  assert.deepEqual(
    found?.shipments.map(({ number }) => number),
    ['Р-1'],
  )
  assert.deepEqual([found?.state.paid, found?.state.shipped], [true, true])
  assert.deepEqual([pay?.payments, pay?.state.paid], [[], null])
  assert.deepEqual((await surveyed(xml)).counts, { order: 3 })
})

test('containers are numbered, rows in them too, and a document outside has no container', async () => {
  const { rows } = await commerceml(v31(container(order('1'), payment('2')) + container(order('3')) + order('4')))
  assert.deepEqual(
    rows.map(({ row, record }) => [row, record?.origin.row, record?.kind === 'order' ? [record.number, record.container] : null]),
    [
      [1, 1, ['1', 1]],
      [2, 2, ['2', 1]],
      [3, 3, ['3', 2]],
      [4, 4, ['4', null]],
    ],
  )
})

test('a party of the second document of a container has the row of its document', async () => {
  const party = '<Контрагенты><Контрагент><Ид>a</Ид></Контрагент></Контрагенты>'
  const found = await records('order', v31(container(order('1', party), order('2', party))))
  assert.deepEqual(
    found.map(({ counterparties }) => counterparties[0]?.origin.row),
    [1, 2],
  )
})

test('two orders in one container: a payment goes to the one that it names, else to none', async () => {
  const xml = v31(
    container(order('1', '<Ид>a</Ид>'), order('2', '<Ид>b</Ид>'), payment('П-1', '<Основание>b</Основание>'), payment('П-2')),
  )
  const [first, second] = await records('order', xml)
  assert.deepEqual([first?.state.paid, first?.payments.length], [null, 0])
  assert.deepEqual([second?.state.paid, second?.payments.map(({ number }) => number)], [true, ['П-1']])
})

test('what is deleted, cancelled, not posted or not settled has not happened', async () => {
  const nothing = [
    payment('1', '<ПометкаУдаления>true</ПометкаУдаления>'),
    payment('2', requisites({ Отменен: 'true' })),
    payment('3', requisites({ Проведен: 'false' })),
    payment('4', requisites({ Оплачен: 'false' })),
    shipment('5', requisites({ Отгружен: 'false' })),
  ]
  const [found] = await records('order', v31(container(order('D'), ...nothing)))
  assert.deepEqual([found?.payments, found?.shipments, found?.state.paid, found?.state.shipped], [[], [], null, null])
})

test("the order's own word goes before its documents", async () => {
  const [found] = await records('order', v31(container(order('D', requisites({ Оплачен: 'false' })), payment('П'))))
  assert.deepEqual([found?.state.paid, found?.payments.length], [false, 1])
})
