import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { catalogue, exchangeFolder } from './exchange-folder.ts'
import { readCsvAnswer } from './read-answer.ts'

test('the same name with other content is another message: both are kept, the answer is that of the last one', async (t) => {
  const exchange = await exchangeFolder(t)
  for (const name of ['Болт', 'Гайка']) {
    await exchange.put({ 'in/import.xml': catalogue([name]) })
    await exchange.run()
  }
  const kept = await exchange.files('archive')
  assert.deepEqual(Object.keys(kept), ['2026-03-05/000001 import.xml', '2026-03-05/000002 import.xml'])
  assert.match(String(kept['2026-03-05/000001 import.xml']), /Болт/)
  assert.match(String(kept['2026-03-05/000002 import.xml']), /Гайка/)
  assert.equal(readCsvAnswer(await exchange.text('out/import.xml.result.csv')).head['Сообщение'], '2')
})

test('files of one name from several folders each get an answer of their own, in one run and in the next', async (t) => {
  const exchange = await exchangeFolder(t, 'folders: {in: [in, base/webdata, other/webdata]}')
  const names = ['Болт', 'Гайка', 'Шайба']
  for (const folder of ['base/webdata', 'other/webdata']) await mkdir(join(exchange.root, folder), { recursive: true })
  for (const round of ['первая', 'вторая']) {
    const goods = names.map((name) => catalogue([`${name} ${round}`]))
    await exchange.put({
      'in/import.xml': goods[0]!,
      'base/webdata/import.xml': goods[1]!,
      'other/webdata/import.xml': goods[2]!,
    })
    const { runs } = await exchange.run()
    assert.equal(runs[0]!.answers.length, 3)
  }
  const answers = Object.entries(await exchange.files('out')).filter(([name]) => name !== 'status.txt')
  assert.deepEqual(
    answers.map(([name, bytes]) => [name, readCsvAnswer(String(bytes)).head['Сообщение']]),
    [
      ['import.xml.result.csv', '4'],
      ['webdata3_import.xml.result.csv', '6'],
      ['webdata_import.xml.result.csv', '5'],
    ],
  )
})

test('files of one name in the subfolders of a recursive folder are told apart by their path', async (t) => {
  const exchange = await exchangeFolder(t, 'folders: {in: {path: in, recursive: true}}')
  await exchange.put({
    'in/Узел 1/goods/1/import.xml': catalogue(['Болт']),
    'in/Узел 1/goods/2/import.xml': catalogue(['Гайка']),
  })
  await exchange.run()
  assert.deepEqual(await exchange.names('out'), [
    'status.txt',
    'Узел 1_goods_1_import.xml.result.csv',
    'Узел 1_goods_2_import.xml.result.csv',
  ])
})

test('pictures, markers, temporary files and names that no mask has stay where they are', async (t) => {
  const exchange = await exchangeFolder(t, 'folders: {in: {path: in, recursive: true}}')
  const foreign = [
    'in/import_files/11/a.xml',
    'in/import.xml.part',
    'in/~$книга.csv',
    'in/.скрытый.xml',
    'in/фото.jpg',
    'in/.git/a.xml',
  ]
  await exchange.put(Object.fromEntries(foreign.map((path) => [path, catalogue(['Болт'])])))
  const { runs } = await exchange.run()
  assert.deepEqual(runs, [])
  assert.deepEqual((await exchange.names('in')).map((name) => `in/${name}`).sort(), [...foreign].sort())
})
