import assert from 'node:assert/strict'
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { answers, plan } from '../portal/hands.ts'
import { portalFolder } from '../portal/portal-folder.ts'
import {
  addDeal,
  addItem,
  backFolder,
  change,
  confirm,
  deal,
  message,
  modified,
  runAfter,
  states,
  wayName,
  wayOf,
} from './hands.ts'
import { ordersFile, type TestOrder } from './orders-of-1c.ts'

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

test('what 1C never tells of is read by the time of its next export, after the one that brought the order back', async (t) => {
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
  assert.deepEqual(await states(folder, [id]), ['sent'], 'it never tells of the car, and may have exported before it read')
  // The next job, whatever it exports, began when the message had long been there.
  await folder.put({ 'in/orders.xml': ordersFile([{ number: '99', amount: '1.00' }], '2026-03-05T09:37:00') })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [id]), ['confirmed'])
})

for (const conflict of ['1c', 'crm'] as const) {
  test(`an order that comes back without the change confirms nothing and undoes nothing, whenever it was exported (conflict: ${conflict})`, async (t) => {
    const exchange = `exchanges:\n  - name: Заказы\n    preset: orders\n    match: [origin, number]\n    conflict: ${conflict}`
    const folder = await backFolder(t, '', exchange)
    await folder.run()
    const id = await addDeal(folder, { opportunity: 10 })
    await runAfter(folder)
    await change(folder, id, { opportunity: 20 })
    await runAfter(folder)
    const order = { number: `B24-${id}`, amount: '10.00' }
    // It has read the first message, and exports before it reads the second one.
    await folder.put({ 'in/orders.xml': ordersFile([order], '2026-03-05T09:19:00') })
    await runAfter(folder)
    assert.deepEqual([deal(folder, id)['opportunity'], await states(folder, [id])], [20, ['sent']])
    // Once more, with a change of its own to something else.
    await folder.put({ 'in/orders.xml': ordersFile([{ ...order, comment: 'Склад' }], '2026-03-05T09:28:00') })
    await runAfter(folder)
    assert.deepEqual([deal(folder, id)['opportunity'], deal(folder, id)['comments']], [20, 'Склад'])
    assert.deepEqual(await message(folder).then(({ number, lines }) => [number, lines[0]?.['Сумма']]), [2, '20.00'])
    await folder.put({ 'in/orders.xml': ordersFile([{ ...order, amount: '20.00', comment: 'Склад' }], '2026-03-05T09:35:00') })
    await runAfter(folder)
    assert.deepEqual(await states(folder, [id]), ['confirmed'])
  })
}

test('a document that was loaded with one change has all that stood in the message with it, but nothing later', async (t) => {
  const exchange = 'exchanges:\n  - name: Заказы\n    preset: orders\n    match: [origin, number]'
  const folder = await backFolder(t, 'requisites: { Автомобиль: UF_CRM_CAR }', exchange)
  await folder.run()
  const id = await addDeal(folder, { opportunity: 10 })
  await runAfter(folder)
  const back = (amount: string, comment = '') =>
    folder.put({ 'in/orders.xml': ordersFile([{ number: `B24-${id}`, amount, comment }], '') })
  await back('10.00')
  await runAfter(folder)
  await change(folder, id, { opportunity: 20, UF_CRM_CAR: 'ВАЗ-2107' })
  await runAfter(folder)
  await change(folder, id, { comments: 'Позвонить' })
  await runAfter(folder)
  await back('20.00')
  await runAfter(folder)
  assert.deepEqual(await states(folder, [id]), ['sent'], 'the comment came later')
  // УТ 11 keeps a comment behind words of its own.
  await back('20.00', 'Комментарий менеджера на сайте: Позвонить')
  await runAfter(folder)
  assert.deepEqual([await states(folder, [id]), deal(folder, id)['comments']], [['confirmed'], 'Позвонить'])
})

test('confirm: file: an order that comes back confirms nothing', async (t) => {
  const exchange = 'exchanges:\n  - name: Заказы\n    preset: orders\n    match: [origin, number]'
  const folder = await backFolder(t, 'confirm: file', exchange)
  await folder.run()
  const id = await addDeal(folder, { opportunity: 10 })
  await runAfter(folder)
  await folder.put({ 'in/orders.xml': ordersFile([{ number: `B24-${id}`, amount: '10.00' }], '2026-03-05T09:14:00') })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [id]), ['sent'])
  await confirm(folder, 1)
  await runAfter(folder)
  assert.deepEqual(await states(folder, [id]), ['confirmed'])
})

const refused = {
  'D7: with a currency that is not active on the portal': { currency: 'CNY' },
  'of a kind that the settings filter out': { requisites: { Проведен: 'false' } },
} as const

for (const [why, given] of Object.entries(refused)) {
  test(`an order that comes back ${why} is not taken, and yet shows what 1C has`, async (t) => {
    const only = "    only: { Проведен: ['true'] }"
    const exchange = `exchanges:\n  - name: Заказы\n    preset: orders\n    match: [origin, number]\n${only}`
    const folder = await backFolder(t, '', exchange)
    await folder.run()
    const [one, other] = [await addDeal(folder, { opportunity: 10 }), await addDeal(folder, { opportunity: 20 })]
    await runAfter(folder)
    const posted = { requisites: { Проведен: 'true' } }
    const back = (...orders: readonly TestOrder[]) =>
      folder.put({
        'in/orders.xml': ordersFile(
          orders.map((order) => ({ ...posted, ...order })),
          '',
        ),
      })
    await back({ number: `B24-${one}`, amount: '10.00', ...given }, { number: `B24-${other}`, amount: '20.00' })
    await runAfter(folder)
    assert.deepEqual(await states(folder, [one, other]), ['confirmed', 'confirmed'])
    // Of both 1C has something newer to read; of one it tells that it has, of the other that it has not.
    for (const id of [one, other]) await change(folder, id, { opportunity: 30 })
    await runAfter(folder)
    await back({ number: `B24-${one}`, amount: '30.00', ...given }, { number: `B24-${other}`, amount: '20.00', ...given })
    await runAfter(folder)
    assert.deepEqual(await states(folder, [one, other]), ['confirmed', 'sent'])
  })
}

test('what an older program has sent is confirmed by what 1C tells, part by part', async (t) => {
  const exchange = 'exchanges:\n  - name: Заказы\n    preset: orders\n    match: [origin, number]'
  const folder = await backFolder(t, '', exchange)
  await folder.run()
  const [known, fresh] = [await addDeal(folder, { opportunity: 10 }), await addDeal(folder, { opportunity: 5 })]
  await runAfter(folder)
  const order = { number: `B24-${known}`, amount: '10.00' }
  await folder.put({ 'in/orders.xml': ordersFile([order], '') })
  await runAfter(folder)
  await change(folder, known, { opportunity: 20 })
  await runAfter(folder)
  await folder.withHome(async ({ ledger }) => {
    const rows = [...(await ledger.outgoing.of(wayName, [known, fresh])).values()]
    await ledger.outgoing.put(
      wayName,
      rows.map((row) => ({ ...row, reading: null })),
    )
  })
  await folder.put({
    'in/orders.xml': ordersFile(
      [
        { ...order, comment: 'Склад' },
        { number: `B24-${fresh}`, amount: '5.00' },
      ],
      '',
    ),
  })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [known, fresh]), ['sent', 'confirmed'])
  await folder.put({ 'in/orders.xml': ordersFile([{ ...order, amount: '20.00', comment: 'Склад' }], '') })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [known, fresh]), ['confirmed', 'confirmed'])
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
