import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import Papa from 'papaparse'
import { defaultProfile } from '../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../src/bitrix24/import-csv/sheet.ts'
import { openImportFile } from '../../src/exchange/import-file.ts'
import { importFileNames, openImportSet } from '../../src/exchange/import-set.ts'
import { company, contact, deal, product } from '../bitrix24/import-csv/drafts.ts'

async function folderOf(t: TestContext): Promise<string> {
  const outer = await mkdtemp(join(tmpdir(), 'obmen24 импорт '))
  t.after(() => rm(outer, { recursive: true, force: true }))
  return join(outer, 'import', 'набор')
}

async function column(folder: string, name: string, title: string): Promise<readonly (string | undefined)[]> {
  const text = await readFile(join(folder, name), 'utf8')
  assert.ok(text.startsWith('\ufeff'))
  const { data } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), { header: true, delimiter: ';' })
  return data.map((row) => row[title])
}

test('cards of each kind go into a file of its own, numbered by the order of the upload; no card, no file', async (t) => {
  const folder = await folderOf(t)
  const set = openImportSet(folder, defaultProfile)
  for (const draft of [
    company({ key: '1' }),
    deal({ key: '2' }),
    contact({ key: '3' }),
    company({ key: '4', title: 'ООО Пион' }),
  ]) {
    assert.equal((await set.add(draft)).written, true)
  }
  const files = await set.close()
  assert.deepEqual(
    files.map(({ entity, name, cards, rows, leftOut }) => [entity, name, cards, rows, leftOut]),
    [
      ['company', '1-companies.csv', 2, 2, 0],
      ['contact', '2-contacts.csv', 1, 1, 0],
      ['deal', importFileNames.deal, 1, 1, 0],
    ],
  )
  assert.deepEqual((await readdir(folder)).sort(), files.map(({ name }) => name).sort())
  assert.deepEqual(await column(folder, '1-companies.csv', 'ID'), ['1', '2'])
})

test('a card that cannot be imported is not written, is counted, and leaves no gap in the numbers', async (t) => {
  const folder = await folderOf(t)
  const set = openImportSet(folder, defaultProfile)
  const refused = await set.add(product({ name: '' }))
  assert.equal(refused.written, false)
  assert.deepEqual(
    refused.problems.map(({ code }) => code),
    ['import.name-missing'],
  )
  assert.equal(set.tally.counts.get('import.name-missing'), 1)
  await set.add(product({ name: 'Гайка' }))
  assert.deepEqual(await set.close(), [{ entity: 'product', name: importFileNames.product, cards: 1, rows: 1, leftOut: 1 }])
  assert.deepEqual(await column(folder, importFileNames.product, 'ID'), ['1'])
})

test('a set of nothing but cards that cannot be imported leaves no file behind', async (t) => {
  const folder = await folderOf(t)
  const set = openImportSet(folder, defaultProfile)
  await set.add(product({ name: '' }))
  await set.postpone(company({ title: '' }))
  assert.deepEqual(await set.close(), [])
  assert.deepEqual(await readdir(folder), [])
  assert.equal(set.tally.counts.get('import.name-missing'), 2)
})

test('a postponed card is written at the end, or gives way to a fuller one of its key, of whichever kind', async (t) => {
  const folder = await folderOf(t)
  const set = openImportSet(folder, defaultProfile)
  const told = await set.postpone(contact({ key: 'a', emails: [{ type: 'WORK', value: 'не адрес' }] }))
  assert.deepEqual([told.written, told.problems.map(({ code }) => code)], [true, ['import.email-bad']])
  await set.postpone(company({ key: 'b', title: 'ООО Ждёт' }))
  await set.postpone(company({ key: 'c', title: 'ООО Ждёт напрасно' }))
  await set.add(deal({ key: 'b' }))
  await set.add(company({ key: 'c', title: 'ООО Полная' }))
  await set.add(company({ key: 'a', title: 'ООО Была контактом' }))
  assert.equal(set.tally.counts.get('import.email-bad'), undefined, 'what is not written is not counted')
  const files = await set.close()
  assert.deepEqual(
    files.map(({ entity, cards }) => [entity, cards]),
    [
      ['company', 3],
      ['deal', 1],
    ],
  )
  assert.deepEqual(await column(folder, '1-companies.csv', 'Название компании'), ['ООО Полная', 'ООО Была контактом', 'ООО Ждёт'])
})

test('the set knows the companies that its contacts and deals name', async (t) => {
  const set = openImportSet(await folderOf(t), defaultProfile)
  await set.add(contact({ companyTitle: 'ООО Пион' }))
  await set.add(deal({ companyTitle: 'ООО Роза' }))
  await set.add(company({ title: 'ООО Лютик' }))
  assert.deepEqual(
    ['ООО Пион', 'ООО Роза', 'ООО Лютик', ''].map((title) => set.isLinked(title)),
    [true, true, false, false],
  )
  await set.close()
})

test('a file of many rows is written in pieces and is whole at the end', async (t) => {
  const folder = await folderOf(t)
  const sheet = createSheet('company', defaultProfile)
  const file = await openImportFile(folder, 'big.csv', sheet)
  const row = (number: number) => sheet.columns.map((_column, place) => (place === 0 ? String(number) : `"${number};\r\n`))
  for (let number = 1; number <= 2500; number += 1) await file.add([row(number), row(number)])
  assert.deepEqual([file.cards, file.rows], [2500, 5000])
  await file.close()
  const { data } = Papa.parse<string[]>((await readFile(join(folder, 'big.csv'), 'utf8')).slice(1).trimEnd(), { delimiter: ';' })
  assert.equal(data.length, 5001)
  assert.deepEqual(data.at(-1), row(2500))
})
