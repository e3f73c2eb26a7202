import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDeal, backFolder, change, message, runAfter, setRows } from './hands.ts'
import { ordersFile } from './orders-of-1c.ts'

const orders = 'exchanges:\n  - name: Заказы\n    preset: orders\n    mode: create+update\n    match: [origin, number]'
const bolts = [{ productName: 'Болт', price: 10, quantity: 1 }]

test('stages: a deal goes for the first time when it comes to one of them, and from then on with all its changes', async (t) => {
  const folder = await backFolder(t, 'stages: [Счёт на предоплату, WON]')
  await folder.run()
  const [one, other] = [await addDeal(folder, { opportunity: 1 }), await addDeal(folder, { opportunity: 2 })]
  await runAfter(folder)
  assert.deepEqual((await message(folder)).lines, [])
  await change(folder, one, { stageId: 'PREPAYMENT_INVOICE' })
  await runAfter(folder)
  assert.deepEqual((await message(folder)).numbers, [`B24-${one}`])
  await change(folder, one, { stageId: 'LOSE' })
  await change(folder, other, { stageId: 'EXECUTING' })
  await runAfter(folder)
  assert.deepEqual(
    (await message(folder)).lines.map((line) => [line['Номер'], line['Отменен']]),
    [[`B24-${one}`, '1']],
  )
})

test('a stage of that name counts in whichever pipeline it stands', async (t) => {
  const folder = await backFolder(t, 'stages: [В работе]')
  await folder.run()
  await addDeal(folder, { stageId: 'EXECUTING' })
  await addDeal(folder, { categoryId: 5, stageId: 'C5:IN_WORK' })
  await runAfter(folder)
  assert.equal((await message(folder)).numbers.length, 2)
})

test('pipelines: only deals of these go, and a deal that went once goes on wherever it is moved', async (t) => {
  const folder = await backFolder(t, 'pipelines: [Сервис]')
  await folder.run()
  await addDeal(folder)
  const id = await addDeal(folder, { categoryId: 5 })
  await runAfter(folder)
  assert.deepEqual((await message(folder)).numbers, [`B24-${id}`])
  await change(folder, id, { categoryId: 0, stageId: 'EXECUTING' })
  await runAfter(folder)
  const { number, lines } = await message(folder)
  assert.deepEqual([number, lines[0]?.['Стадия']], [2, 'В работе'])
})

test('newOnes: false: only deals that 1C knows go back, whatever their stage', async (t) => {
  const folder = await backFolder(t, 'newOnes: false\nstages: [Сделка успешна]', orders)
  await folder.run()
  await folder.put({ 'in/orders.xml': ordersFile([{ number: '7', amount: '130.00' }], '2026-03-05T09:10:00') })
  await addDeal(folder, { stageId: 'WON' })
  await runAfter(folder)
  const own = Object.values(folder.state.items[2]!).find(({ originId }) => originId === 'order:7')!
  await change(folder, own.id, { opportunity: 140 })
  await runAfter(folder)
  assert.deepEqual((await message(folder)).numbers, ['7'])
})

test('C4: paid requests go when they come to their stage and have a specification', async (t) => {
  const folder = await backFolder(t, 'stages: [Счёт на предоплату]\nwithRows: true')
  await folder.run()
  const [empty, filled] = [
    await addDeal(folder, { title: 'Заявка 1', stageId: 'PREPAYMENT_INVOICE' }),
    await addDeal(folder, { title: 'Заявка 2', stageId: 'PREPAYMENT_INVOICE' }, bolts),
  ]
  await addDeal(folder, { title: 'Заявка 3' }, bolts)
  await runAfter(folder)
  assert.deepEqual(
    (await message(folder)).lines.map((line) => [line['ИдБ24'], line['Название'], line['Товар']]),
    [[String(filled), 'Заявка 2', 'Болт']],
  )
  await setRows(folder, empty, bolts)
  await change(folder, empty, { comments: 'Готово' })
  await setRows(folder, filled, [])
  await runAfter(folder)
  assert.deepEqual(
    (await message(folder)).lines.map((line) => [line['ИдБ24'], line['Товар']]),
    [
      [String(empty), 'Болт'],
      [String(filled), ''],
    ],
    'what went once goes on',
  )
})

test('a stage or a pipeline that the portal does not have is said, and stands in the history once', async (t) => {
  const folder = await backFolder(t, 'stages: [Оплачено]\npipelines: [Опт]')
  await folder.run()
  await addDeal(folder)
  for (let round = 0; round < 3; round += 1) {
    assert.deepEqual((await runAfter(folder)).codes, ['outgoing.pipeline-unknown', 'outgoing.stage-unknown'])
  }
  const runs = await folder.withHome(({ ledger }) => ledger.runs(10))
  assert.equal(runs.length, 1)
  assert.match(runs[0]?.poll?.failure ?? '', /Опт.*\[outgoing\.pipeline-unknown\]/)
})

test('a card that carries the mark of the exchange and has no link is one that 1C knows: only its changes go', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const id = await addDeal(folder, { originatorId: '1C', originId: 'workOrder:3000004876', opportunity: 1 })
  await runAfter(folder)
  assert.deepEqual((await message(folder)).lines, [])
  await change(folder, id, { opportunity: 2 })
  await runAfter(folder)
  assert.deepEqual((await message(folder)).numbers, ['3000004876'])
})
