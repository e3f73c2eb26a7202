import assert from 'node:assert/strict'
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { answers, plan } from '../portal/hands.ts'
import { portalFolder } from '../portal/portal-folder.ts'
import { addDeal, addItem, backFolder, change, confirm, message, modified, runAfter, states, wayName, wayOf } from './hands.ts'
import { ordersFile } from './orders-of-1c.ts'

test('1C confirms a message by its number: its documents leave, later ones and later changes stay', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const ids = [await addDeal(folder, { opportunity: 1 }), await addDeal(folder, { opportunity: 2 })]
  await runAfter(folder)
  await change(folder, ids[1]!, { opportunity: 3 })
  ids.push(await addDeal(folder, { opportunity: 4 }))
  await runAfter(folder)
  await confirm(folder, 1)
  // The period has not passed, and yet the message is put right at once.
  await runAfter(folder, 1)
  assert.deepEqual(await states(folder, ids), ['confirmed', 'sent', 'sent'])
  const { number, numbers } = await message(folder)
  assert.deepEqual([number, numbers], [2, [`B24-${ids[1]}`, `B24-${ids[2]}`]])
  assert.deepEqual(await answers(folder, 'confirm-1.txt'), ['1 принят'])
  await confirm(folder, 2)
  await runAfter(folder)
  assert.deepEqual(await message(folder), { number: 2, lines: [], numbers: [] })
  assert.equal((await wayOf(folder))?.confirmed, 2)
})

test('a number that was never sent is said to be unknown, an older one changes nothing, and nothing is lost', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const id = await addDeal(folder)
  await runAfter(folder)
  await confirm(folder, 7)
  await runAfter(folder)
  assert.deepEqual(await answers(folder, 'confirm-7.txt'), ['7 пропущен exchange.confirmation-unknown'])
  assert.deepEqual(await states(folder, [id]), ['sent'])
  await confirm(folder, 1)
  await runAfter(folder)
  await change(folder, id, { opportunity: 5 })
  await runAfter(folder)
  await folder.put({ 'in/confirm-again.txt': '1\r\n' })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [id]), ['sent'])
  assert.deepEqual((await message(folder)).numbers, [`B24-${id}`])
})

test('of several ways back each number is of one: a confirmation of one confirms nothing of the other', async (t) => {
  const ways = [
    '  - { name: Заказы в 1С, format: csv, file: out/orders.csv }',
    '  - { name: Счета в 1С, into: invoice, format: csv, file: out/invoices.csv, numberPrefix: S24- }',
  ]
  const folder = await portalFolder(t, { yaml: `outgoing:\n${ways.join('\n')}\n` })
  await folder.run()
  await addDeal(folder, { opportunity: 1 })
  await addItem(folder, 31, { title: 'Счёт', opportunity: 2, currencyId: 'RUB' })
  await runAfter(folder)
  const numbers = [(await message(folder)).number, (await message(folder, 'out/invoices.csv')).number]
  assert.deepEqual(numbers, [1, 2])
  await confirm(folder, 2)
  await runAfter(folder)
  assert.equal((await message(folder)).lines.length, 1)
  assert.equal((await message(folder, 'out/invoices.csv')).lines.length, 0)
})

test('an order that 1C tells back confirms itself', async (t) => {
  const exchange = 'exchanges:\n  - name: Заказы\n    preset: orders\n    match: [origin, number]'
  const folder = await backFolder(t, '', exchange)
  await folder.run()
  const [one, other] = [await addDeal(folder, { opportunity: 10 }), await addDeal(folder, { opportunity: 20 })]
  await runAfter(folder)
  await folder.put({ 'in/orders.xml': ordersFile([{ number: `B24-${one}`, amount: '10.00' }], '') })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [one, other]), ['confirmed', 'sent'])
  assert.deepEqual((await message(folder)).numbers, [`B24-${other}`])
  // 1C knows the order now. It has not read the next change when it tells something else of it.
  await change(folder, one, { opportunity: 11 })
  await runAfter(folder)
  await folder.put({ 'in/orders.xml': ordersFile([{ number: `B24-${one}`, amount: '10.00', comment: 'Склад' }], '') })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [one, other]), ['sent', 'sent'])
  await folder.put({ 'in/orders.xml': ordersFile([{ number: `B24-${one}`, amount: '11.00', comment: 'Склад' }], '') })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [one, other]), ['confirmed', 'sent'])
})

test('orders that 1C exports after it was sent something have been loaded by it before', async (t) => {
  const exchange = 'exchanges:\n  - name: Заказы\n    preset: orders\n    match: [origin, number]'
  const folder = await backFolder(t, 'requisites: { Автомобиль: UF_CRM_CAR }', exchange)
  await folder.run()
  const id = await addDeal(folder, { opportunity: 10 })
  await runAfter(folder)
  const order = [{ number: `B24-${id}`, amount: '10.00' }]
  await folder.put({ 'in/orders.xml': ordersFile(order, '2026-03-05T09:14:00') })
  await runAfter(folder)
  await change(folder, id, { UF_CRM_CAR: 'ВАЗ-2107' })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [id]), ['sent'], 'sent at 09:23')
  await folder.put({ 'in/orders.xml': ordersFile(order, '2026-03-05T09:20:00') })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [id]), ['sent'], '1C made this file before')
  await folder.put({ 'in/orders.xml': ordersFile(order, '2026-03-05T09:31:00') })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [id]), ['confirmed'], 'it never tells of the car, but has read the message')
})

test('what has not been in the file yet is not confirmed by an export of 1C', async (t) => {
  const exchange = 'exchanges:\n  - name: Заказы\n    preset: orders\n    match: [origin, number]'
  const folder = await backFolder(t, 'requisites: { Автомобиль: UF_CRM_CAR }', exchange)
  await folder.run()
  const id = await addDeal(folder, { opportunity: 10 })
  await runAfter(folder)
  const order = [{ number: `B24-${id}`, amount: '10.00' }]
  await folder.put({ 'in/orders.xml': ordersFile(order, '2026-03-05T09:14:00') })
  await runAfter(folder)
  await change(folder, id, { UF_CRM_CAR: 'ВАЗ-2107' })
  await runAfter(folder)
  // As a run leaves it that is killed before the message gets its number.
  await folder.withHome(async ({ ledger }) => {
    const row = (await ledger.outgoing.of(wayName, [id])).get(id)!
    await ledger.outgoing.put(wayName, [{ ...row, state: 'ready' }])
  })
  await folder.put({ 'in/orders.xml': ordersFile(order, '2026-03-05T09:29:00') })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [id]), ['sent'])
})

test('what 1C does not confirm is repeated so long as the settings say; then a person is told which documents these are', async (t) => {
  const folder = await backFolder(t, 'forgetAfter: 2d')
  await folder.run()
  const id = await addDeal(folder)
  await runAfter(folder)
  assert.deepEqual((await runAfter(folder, 47 * 60)).codes, [])
  assert.deepEqual((await message(folder)).numbers, [`B24-${id}`])
  const report = await runAfter(folder, 2 * 60)
  assert.deepEqual(report.codes, ['outgoing.forgotten'])
  assert.deepEqual(report.problems[0]?.args['numbers'], `B24-${id}`)
  assert.deepEqual((await message(folder)).lines, [])
  assert.deepEqual(await states(folder, [id]), ['forgotten'])
  assert.deepEqual((await runAfter(folder)).codes, [])
  await change(folder, id, { opportunity: 3 })
  await runAfter(folder)
  assert.deepEqual((await message(folder)).numbers, [`B24-${id}`])
})

test('a file that 1C has removed is written again, and one that cannot be written is tried again', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const id = await addDeal(folder)
  await runAfter(folder)
  const file = join(folder.root, 'out/orders.csv')
  await rm(file)
  await runAfter(folder, 1)
  assert.deepEqual(await message(folder).then(({ number, numbers }) => [number, numbers]), [1, [`B24-${id}`]])
  await rm(file)
  await mkdir(join(file, 'in the way'), { recursive: true })
  const report = await runAfter(folder)
  assert.equal(report.exit, 5)
  await rm(file, { recursive: true })
  await runAfter(folder, 1)
  assert.equal((await message(folder)).number, 1)
  const written = await modified(folder)
  await runAfter(folder)
  assert.equal(await modified(folder), written)
})

test('what a killed process left half-written beside the file goes, but not what somebody may be writing now', async (t) => {
  const folder = await backFolder(t, 'format: csv\nfile: to1c/orders.csv')
  const [old, fresh] = ['.~obmen24-tmp-old', '.~obmen24-tmp-fresh'].map((name) => join(folder.root, 'to1c', name))
  await mkdir(join(folder.root, 'to1c'))
  for (const path of [old!, fresh!]) await writeFile(path, 'half')
  await utimes(old!, new Date(0), new Date(0))
  await folder.run()
  assert.deepEqual((await readdir(join(folder.root, 'to1c'))).sort(), ['.~obmen24-tmp-fresh', 'orders.csv'])
})

test('a plan confirms nothing', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const id = await addDeal(folder)
  await runAfter(folder)
  await confirm(folder, 1)
  await plan(folder)
  assert.deepEqual(await states(folder, [id]), ['sent'])
})
