import assert from 'node:assert/strict'
import { test } from 'node:test'
import { document, one, requisites } from './commerceml.ts'

const order = (content: string) => one('order', document(`<Номер>1</Номер><Сумма>1500</Сумма>${content}`))
const told = async (pairs: Readonly<Record<string, string>>) => order(requisites(pairs))
const unknown = { posted: null, paid: null, shipped: null, cancelled: null, status: '' }

test('a document that says nothing of its state leaves it open', async () => {
  const found = await told({})
  assert.deepEqual([found.state, found.payments, found.shipments], [unknown, [], []])
})

test('УТ 10.3 says "not paid" by number 0 and date T', async () => {
  const found = await told({
    'Номер оплаты по 1С': '0',
    'Дата оплаты по 1С': 'T',
    'Номер отгрузки по 1С': '0',
    'Дата отгрузки по 1С': 'T',
  })
  assert.deepEqual([found.state, found.payments, found.shipments], [unknown, [], []])
})

test('УТ 11 without a payment schedule: an empty number with date T is no payment', async () => {
  const found = await told({ 'Номер оплаты по 1С': '', 'Дата оплаты по 1С': 'T', Проведен: 'true' })
  assert.deepEqual([found.state, found.payments], [{ ...unknown, posted: true }, []])
})

test('a number or a real date is a payment and a shipment', async () => {
  const found = await told({
    'Номер оплаты по 1С': 'УТ00-000001',
    'Дата оплаты по 1С': '2026-03-05T9:05:07',
    'Номер отгрузки по 1С': 'РТ1        ',
    'Дата отгрузки по 1С': 'T',
  })
  assert.deepEqual([found.state.paid, found.state.shipped], [true, true])
  assert.deepEqual(found.payments, [{ number: 'УТ00-000001', date: '2026-03-05T09:05:07', amount: null, operation: '' }])
  assert.deepEqual(found.shipments, [{ number: 'РТ1', date: null, amount: null, operation: '' }])
  assert.equal((await told({ 'Дата оплаты по 1С': '2026-03-05' })).state.paid, true)
})

test('names with other case and spaces are the same names', async () => {
  assert.equal((await told({ 'НОМЕР ОПЛАТЫ ПО 1с': '7' })).state.paid, true)
  assert.equal((await told({ НомерОтгрузкиПо1С: '7' })).state.shipped, true)
  assert.equal((await told({ ДатаОплаты: '2026-03-05' })).state.paid, true)
  assert.equal((await told({ 'Дата  Оплаты': '2026-03-05' })).payments[0]?.date, '2026-03-05')
  assert.equal((await told({ статусЗАКАЗА: 'Подтвержден' })).state.status, 'Подтвержден')
})

test('«Дата отгрузки» of a site is the day that the buyer wishes, no shipment', async () => {
  const found = await told({ 'Дата отгрузки': '2026-03-09 00:00:00' })
  assert.deepEqual([found.state.shipped, found.shipments], [null, []])
})

test('УНФ says paid, shipped, cancelled and the status by flags, which go before all else', async () => {
  const found = await told({
    Оплачен: 'false',
    Отгружен: 'true',
    Отменен: 'true',
    Проведен: 'false',
    'Статус заказа': '[N] Принят',
    'Номер оплаты по 1С': '5',
  })
  assert.deepEqual(found.state, { posted: false, paid: false, shipped: true, cancelled: true, status: '[N] Принят' })
  assert.equal((await told({ 'Заказ оплачен': 'Да', Отменён: 'Нет' })).state.paid, true)
  assert.equal((await told({ Отменён: 'Нет' })).state.cancelled, false)
})

const sub = (operation: string, content: string) =>
  `<ПодчиненныйДокумент><ХозОперация>${operation}</ХозОперация>${content}</ПодчиненныйДокумент>`
const subs = (...documents: readonly string[]) => `<ПодчиненныеДокументы>${documents.join('')}</ПодчиненныеДокументы>`

test('sub-documents of 2.10 are payments and shipments by their operation', async () => {
  const found = await order(
    subs(
      sub(
        'Выплата наличных денег',
        '<Ид>s1</Ид><Номер>П-1</Номер><Дата>2026-03-05</Дата><Время>9:05:07</Время><Сумма>1000.00</Сумма>',
      ),
      sub('Эквайринговая операция', '<Номер>П-2</Номер><Номер1С>УНФ-2</Номер1С><Сумма>500</Сумма>'),
      sub('Отпуск товара', '<Номер>Р-1</Номер><Сумма>1500</Сумма><Склад>Южный</Склад>'),
    ),
  )
  assert.deepEqual(found.payments, [
    { number: 'П-1', date: '2026-03-05T09:05:07', amount: '1000', operation: 'Выплата наличных денег' },
    { number: 'УНФ-2', date: null, amount: '500', operation: 'Эквайринговая операция' },
  ])
  assert.deepEqual(found.shipments, [{ number: 'Р-1', date: null, amount: '1500', operation: 'Отпуск товара' }])
  assert.deepEqual([found.state.paid, found.state.shipped], [true, true])
  assert.deepEqual(found.extra, { 'ПодчиненныйДокумент.Склад': 'Южный' })
})

test('a part of the amount is not the whole', async () => {
  const found = await order(subs(sub('Выплата безналичных денег', '<Номер>1</Номер><Сумма>1499.99</Сумма>')))
  assert.deepEqual([found.state.paid, found.payments.length], [false, 1])
  const none = await order(subs(sub('Выплата безналичных денег', '<Номер>1</Номер>')))
  assert.equal(none.state.paid, true)
})

test('sub-documents that are deleted, not posted, returns or of another kind settle nothing, and are kept', async () => {
  const found = await order(
    subs(
      sub('Выплата наличных денег', '<Номер>1</Номер><ПометкаУдаления>true</ПометкаУдаления>'),
      sub('Выплата наличных денег', `<Номер>2</Номер>${requisites({ Проведен: 'false' })}`),
      sub('Возврат товара', '<Номер>3</Номер>'),
      sub('Счет на оплату', '<Номер>4</Номер>'),
    ),
  )
  assert.deepEqual([found.payments, found.shipments, found.state], [[], [], unknown])
  assert.equal(found.extra['ПодчиненныеДокументы.ПодчиненныйДокумент.Номер'], undefined)
  assert.deepEqual(
    Object.entries(found.extra).flatMap(([name, value]) => (name.startsWith('ПодчиненныйДокумент.Номер') ? [value] : [])),
    ['1', '2', '3', '4'],
  )
})

test('sub-documents go before the requisites that name one of them again', async () => {
  const found = await order(
    subs(sub('Выплата наличных денег', '<Номер>П-1</Номер><Сумма>1500</Сумма>')) +
      requisites({ 'Номер оплаты по 1С': 'П-1', 'Номер отгрузки по 1С': 'Р-1' }),
  )
  assert.deepEqual([found.payments.length, found.payments[0]?.amount, found.shipments[0]?.number], [1, '1500', 'Р-1'])
})
