import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDeal, backFolder, change, message, modified, runAfter, setRows, wayOf } from './hands.ts'

test('the file is there from the first start, and empty', async (t) => {
  const folder = await backFolder(t)
  const id = await addDeal(folder)
  await runAfter(folder, 60)
  assert.deepEqual(await message(folder), { number: 0, lines: [], numbers: [] })
  assert.equal((await wayOf(folder))?.written, true)
  assert.ok(id > 0)
})

test('a deal that a person makes goes to 1C with the next message, and stands there until it is confirmed', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const id = await addDeal(folder, { title: 'Продажа болтов', comments: 'Срочно' }, [
    { productName: 'Болт', price: 12.5, quantity: 100, taxRate: 20, taxIncluded: 'Y' },
  ])
  const report = await runAfter(folder)
  assert.deepEqual(report.codes, [])
  const { number, lines } = await message(folder)
  assert.equal(number, 1)
  assert.deepEqual(
    lines.map((line) => [line['Номер'], line['Название'], line['Сумма'], line['Товар'], line['Количество'], line['Комментарий']]),
    [[`B24-${id}`, 'Продажа болтов', '1250.00', 'Болт', '100', 'Срочно']],
  )
  const written = await modified(folder)
  await runAfter(folder)
  assert.equal(await modified(folder), written, 'an unchanged file is not touched')
})

test('a change of a deal replaces it in the message, and makes the number grow', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const [one, other] = [await addDeal(folder, { opportunity: 100 }), await addDeal(folder, { opportunity: 200 })]
  await runAfter(folder)
  assert.deepEqual((await message(folder)).numbers, [`B24-${one}`, `B24-${other}`])
  await change(folder, one, { opportunity: 150 })
  await setRows(folder, other, [{ productName: 'Гайка', price: 3, quantity: 10 }])
  await runAfter(folder)
  const { number, lines } = await message(folder)
  assert.equal(number, 2)
  assert.deepEqual(
    lines.map((line) => [line['Номер'], line['Сумма'], line['Товар']]),
    [
      [`B24-${one}`, '150.00', ''],
      [`B24-${other}`, '30.00', 'Гайка'],
    ],
  )
})
