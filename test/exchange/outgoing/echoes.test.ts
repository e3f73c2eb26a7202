import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runWith, undo } from '../portal/hands.ts'
import { addDeal, backFolder, change, confirm, deal, message, pass, runAfter, setRows, states } from './hands.ts'
import { ordersFile, type TestOrder } from './orders-of-1c.ts'

const exchange = `exchanges:
  - name: Заказы
    preset: orders
    mode: create+update
    match: [origin, number]`

const order = (number: string, given: Partial<TestOrder> = {}): TestOrder => ({
  number,
  amount: '130.00',
  comment: 'Из 1С',
  requisites: { Проведен: 'true' },
  ...given,
})

test('D3: what the exchange itself wrote is not sent back', async (t) => {
  const folder = await backFolder(t, '', exchange)
  await folder.run()
  const goods = [{ id: 'g1', name: 'Болт', price: '13', quantity: '10' }]
  await folder.put({ 'in/orders.xml': ordersFile([order('7', { rows: goods }), order('8')], '2026-03-05T09:10:00') })
  assert.deepEqual((await runAfter(folder)).codes, [])
  await folder.put({ 'in/orders.xml': ordersFile([order('7', { amount: '150.00', comment: 'Иначе' })], '2026-03-05T09:20:00') })
  await runAfter(folder)
  await runAfter(folder)
  assert.deepEqual(await message(folder), { number: 0, lines: [], numbers: [] })
})

test('D3: a person’s change made between a write of the exchange and the next poll goes to 1C', async (t) => {
  const folder = await backFolder(t, '', exchange)
  await folder.run()
  await folder.put({ 'in/orders.xml': ordersFile([order('7'), order('8'), order('9')], '2026-03-05T09:10:00') })
  // The period has not passed: nothing is asked yet.
  await runAfter(folder, 1)
  const ids = Object.values(folder.state.items[2]!).map(({ id }) => id)
  assert.equal(ids.length, 3)
  await change(folder, ids[0]!, { opportunity: 140 })
  await setRows(folder, ids[1]!, [{ productName: 'Гайка', price: 130, quantity: 1 }])
  await runAfter(folder)
  const { number, lines } = await message(folder)
  assert.equal(number, 1)
  assert.deepEqual(
    lines.map((line) => [line['Номер'], line['Сумма'], line['Товар'], line['Ид1С']]),
    [
      ['7', '140.00', '', 'id-7'],
      ['8', '130.00', 'Гайка', 'id-8'],
    ],
  )
})

test('a part that 1C never tells goes to 1C when a person fills it', async (t) => {
  const folder = await backFolder(t, 'requisites: { Автомобиль: UF_CRM_CAR }', exchange)
  await folder.run()
  await folder.put({ 'in/orders.xml': ordersFile([order('7'), order('8')], '2026-03-05T09:10:00') })
  await runAfter(folder, 1)
  await change(folder, 1, { UF_CRM_CAR: 'ВАЗ-2107' })
  await runAfter(folder)
  const { lines } = await message(folder)
  assert.deepEqual(
    lines.map((line) => [line['Номер'], line['Реквизиты']]),
    [['7', 'Автомобиль=ВАЗ-2107']],
  )
})

test('what a person takes back before 1C has it is taken back in the message', async (t) => {
  const folder = await backFolder(t, '', exchange)
  await folder.run()
  await folder.put({ 'in/orders.xml': ordersFile([order('7')], '2026-03-05T09:10:00') })
  await runAfter(folder)
  await change(folder, 1, { opportunity: 140 })
  await runAfter(folder)
  await change(folder, 1, { opportunity: 130 })
  await runAfter(folder)
  const { number, lines } = await message(folder)
  assert.deepEqual([number, lines[0]?.['Сумма']], [2, '130.00'], '1C may have loaded the other amount')
})

test('a deal that only the exchange changed since it was sent stands in the message as it is now', async (t) => {
  const folder = await backFolder(t, '', exchange)
  await folder.run()
  await folder.put({ 'in/orders.xml': ordersFile([order('7')], '2026-03-05T09:10:00') })
  await runAfter(folder)
  await change(folder, 1, { comments: 'Позвонить' })
  await runAfter(folder)
  // Told by a table that has no date: nothing shows that 1C has loaded the comment.
  await folder.put({ 'in/orders.xml': ordersFile([order('7', { amount: '170.00' })], '') })
  await runAfter(folder)
  assert.equal(deal(folder, 1)['comments'], 'Позвонить')
  const { lines } = await message(folder)
  assert.deepEqual(
    lines.map((line) => [line['Сумма'], line['Комментарий']]),
    [['170.00', 'Позвонить']],
  )
  assert.deepEqual(await states(folder, [1]), ['sent'])
})

test('conflict: review keeps a card from 1C until a person has decided', async (t) => {
  const folder = await backFolder(t, '', `${exchange}\n    conflict: review`)
  await folder.run()
  await folder.put({ 'in/orders.xml': ordersFile([order('7')], '2026-03-05T09:10:00') })
  await runAfter(folder)
  await pass(folder, 1)
  await change(folder, 1, { opportunity: 140 })
  await folder.put({ 'in/orders.xml': ordersFile([order('7', { amount: '150.00' })], '2026-03-05T09:20:00') })
  const report = await runAfter(folder)
  assert.ok(report.codes.includes('outgoing.held'))
  assert.deepEqual((await message(folder)).lines, [])
  assert.ok(!(await runAfter(folder)).codes.includes('outgoing.held'), 'it is said once')
  assert.match(await folder.text('out/status.txt'), /unsent=1/)
  // The person lets 1C have its way; both sides say the same, and nothing is left to be sent.
  await change(folder, 1, { opportunity: 150 })
  await folder.put({ 'in/again.xml': ordersFile([order('7', { amount: '150.00' })], '2026-03-05T09:40:00') })
  await runAfter(folder)
  await runAfter(folder)
  assert.deepEqual((await message(folder)).lines, [])
  assert.match(await folder.text('out/status.txt'), /unsent=0/)
})

test('D3: what an undo takes back is not sent to 1C', async (t) => {
  const folder = await backFolder(t, '', exchange)
  await folder.run()
  await folder.put({ 'in/orders.xml': ordersFile([order('7')], '2026-03-05T09:10:00') })
  await runAfter(folder)
  await folder.put({ 'in/orders.xml': ordersFile([order('7', { amount: '150.00' })], '2026-03-05T09:20:00') })
  await runAfter(folder)
  await undo(folder, 2)
  assert.equal(deal(folder, 1)['opportunity'], 130)
  await runAfter(folder)
  await runAfter(folder)
  assert.deepEqual((await message(folder)).lines, [])
})

test('a run that the brake holds does not hold the way back, and its cards are no people’s when it goes on', async (t) => {
  const folder = await backFolder(t, '', `${exchange}\nbrake: { records: 2 }`)
  await folder.run()
  await folder.put({ 'in/orders.xml': ordersFile([order('7')], '2026-03-05T09:10:00') })
  await runAfter(folder)
  await folder.put({
    'in/orders.xml': ordersFile([order('7', { amount: '150.00' }), order('8'), order('9')], '2026-03-05T09:20:00'),
  })
  assert.equal((await runAfter(folder)).exit, 7)
  await change(folder, 1, { comments: 'Позвонить' })
  await runAfter(folder)
  assert.deepEqual(
    (await message(folder)).lines.map((line) => [line['Номер'], line['Сумма'], line['Комментарий']]),
    [['7', '130.00', 'Позвонить']],
  )
  await pass(folder, 6)
  await runWith(folder, { decision: 'allow' })
  await runAfter(folder)
  const { number, lines } = await message(folder)
  assert.deepEqual(
    [number, lines.map((line) => [line['Номер'], line['Сумма'], line['Комментарий']])],
    [1, [['7', '150.00', 'Позвонить']]],
  )
})

for (const conflict of ['1c', 'crm', 'review']) {
  test(`a word that 1C only gives back is no change of 1C: what a person has done meanwhile stays (conflict: ${conflict})`, async (t) => {
    const folder = await backFolder(t, '', `${exchange}\n    conflict: ${conflict}`)
    await folder.run()
    const id = await addDeal(folder, { opportunity: 100, comments: 'Начало' })
    await runAfter(folder)
    await pass(folder, 5)
    await change(folder, id, { opportunity: 200 })
    // 1C has loaded the first message, and gives it back with a comment of its own.
    const given = { number: `B24-${id}`, amount: '100.00', comment: 'Склад' }
    await folder.put({ 'in/orders.xml': ordersFile([given], '2026-03-05T09:15:00') })
    await runAfter(folder, 1)
    assert.equal(deal(folder, id)['opportunity'], 200)
    await runAfter(folder)
    assert.equal((await message(folder)).lines[0]?.['Сумма'], '200.00')
    // Its own word of the amount is another matter.
    await folder.put({ 'in/orders.xml': ordersFile([{ ...given, amount: '130.00' }], '2026-03-05T09:45:00') })
    await runAfter(folder)
    assert.equal(deal(folder, id)['opportunity'], conflict === '1c' ? 130 : 200)
  })

  test(`a word of an older message that 1C gives back late undoes nothing (conflict: ${conflict})`, async (t) => {
    const folder = await backFolder(t, '', `${exchange}\n    conflict: ${conflict}`)
    await folder.run()
    const id = await addDeal(folder, { opportunity: 100 })
    await runAfter(folder)
    for (const opportunity of [200, 300]) {
      await change(folder, id, { opportunity })
      await runAfter(folder)
    }
    const given = { number: `B24-${id}`, amount: '200.00' }
    await folder.put({ 'in/orders.xml': ordersFile([given], '2026-03-05T09:20:00') })
    await runAfter(folder, 1)
    assert.equal(deal(folder, id)['opportunity'], 300)
    // Before the next poll a person goes on, and 1C has come as far as the last message.
    await change(folder, id, { opportunity: 400 })
    await folder.put({ 'in/orders.xml': ordersFile([{ ...given, amount: '300.00' }], '2026-03-05T09:27:00') })
    await runAfter(folder, 1)
    assert.equal(deal(folder, id)['opportunity'], 400)
    await runAfter(folder)
    assert.deepEqual(await message(folder).then(({ lines }) => lines.map((line) => line['Сумма'])), ['400.00'])
  })
}

for (const conflict of ['1c', 'crm']) {
  test(`what 1C changes after it has confirmed a message is no conflict with what was in it (conflict: ${conflict})`, async (t) => {
    const folder = await backFolder(t, '', `${exchange}\n    conflict: ${conflict}`)
    await folder.run()
    const id = await addDeal(folder, { opportunity: 100 })
    await runAfter(folder)
    await confirm(folder, 1)
    await runAfter(folder)
    const back = (amount: string, generated: string) =>
      folder.put({ 'in/orders.xml': ordersFile([{ number: `B24-${id}`, amount }], generated) })
    await back('150.00', '2026-03-05T09:25:00')
    await runAfter(folder)
    assert.equal(deal(folder, id)['opportunity'], 150)
    // An export that is older than the confirmation may have been made before 1C read the message.
    await change(folder, id, { opportunity: 170 })
    await runAfter(folder)
    await confirm(folder, 2)
    await back('160.00', '2026-03-05T09:31:00')
    await runAfter(folder)
    assert.equal(deal(folder, id)['opportunity'], conflict === '1c' ? 160 : 170)
  })
}
