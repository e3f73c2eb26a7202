import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { OutDocument } from '../../../src/records/out-document.ts'
import { documentsArbitrary, fileOf, madeDocument, madeRow, newParty } from './made-documents.ts'
import { checkOutgoing } from './outgoing-xsd.ts'
import { readPlainTable, readPlainXml } from './readers/plain.ts'

const xsdPath = join(import.meta.dirname, '../../../schemas/outgoing.xsd')
const xsd = await readFile(xsdPath, 'utf8')

const varied: readonly OutDocument[] = [
  madeDocument({ rows: [madeRow(), madeRow({ vat: null, quantity: '0.333', service: true })] }),
  madeDocument({ portalId: 7, kind: 'invoice', client: newParty(), cancelled: true, date: '2026-03-05', amount: '-5.5' }),
  madeDocument({ portalId: 8, kind: 'process', client: null, rows: [], amount: '10', completed: true, currency: '' }),
]

test('the file is flat: a document with its attributes, its rows empty elements in it', async () => {
  const lines = (await fileOf([varied[0]!, varied[2]!], 'xml')).toString().split('\n')
  assert.equal(lines[0], '<?xml version="1.0" encoding="UTF-8"?>')
  assert.equal(lines[1], '<Документы Формат="obmen24" Версия="1" Сообщение="12" Создан="2026-03-05T12:05:00" Количество="2">')
  assert.match(lines[2]!, /^<Документ Вид="сделка" ИдБ24="1045" Ид1С="" Номер="B24-1045" .* Реквизиты="">$/)
  assert.match(lines[3]!, /^ <Строка НомерСтроки="1" ТоварИд1С="4f1a0001-0000-4000-8000-000000000001" .* СтавкаНДС="20"\/>$/)
  assert.match(lines[5]!, /^<\/Документ>$/)
  assert.match(lines[6]!, /^<Документ Вид="элемент" .*\/>$/)
  assert.deepEqual(lines.slice(7), ['</Документы>', ''])
})

test('an empty message is a file', async () => {
  const { head, documents } = readPlainXml(await fileOf([], 'xml'))
  assert.deepEqual([head['Сообщение'], head['Количество'], documents], ['12', '0', []])
})

test('values come back as they were, but for line ends and what XML cannot hold', async () => {
  const document = madeDocument({
    title: 'ООО "Мир & <Ко>"; \'т|е\'\r\nвторая\u0001\uffff',
    comment: '&amp; ]]> 😀',
    stage: 'true',
  })
  const [read] = readPlainXml(await fileOf([document], 'xml')).documents
  assert.equal(read?.cells['Название'], 'ООО "Мир & <Ко>"; \'т|е\' вторая ')
  assert.deepEqual([read?.cells['Комментарий'], read?.cells['Стадия']], ['&amp; ]]> 😀', 'true'])
})

test('whatever documents say, the XML has what the table has, and is as outgoing.xsd says', async () => {
  await fc.assert(
    fc.asyncProperty(documentsArbitrary, async (documents) => {
      const file = await fileOf(documents, 'xml')
      const { head, documents: read } = readPlainXml(file)
      assert.equal(head['Количество'], String(documents.length))
      assert.deepEqual(checkOutgoing(xsd, file.toString()), [])
      const table = readPlainTable(await fileOf(documents, 'csv')).rows
      const flat = read.flatMap(({ cells, rows }) => rows.map((row) => ({ ...cells, ...row })))
      assert.deepEqual(flat.map(asInTable), table.map(asInXml))
    }),
    { numRuns: 50 },
  )
})

/** In a table some signs are written otherwise. */
function asInTable(cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const cell = (value: string) => value.replaceAll(';', ',').replaceAll('"', "'").replaceAll('|', ' ')
  return Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, cell(value)]))
}

/** What XML cannot hold at all. */
function asInXml(cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, value.replaceAll(/[\ufffe\uffff]/g, '')]))
}

test('a file that is cut off is no XML', async () => {
  const file = await fileOf(varied, 'xml')
  for (let end = 0; end < file.length - 2; end += 11) assert.throws(() => readPlainXml(file.subarray(0, end)), String(end))
})

test('every kind of document is as outgoing.xsd says; the check does find what is wrong', async () => {
  const text = (await fileOf(varied, 'xml')).toString()
  assert.deepEqual(checkOutgoing(xsd, text), [])
  const wrong = text
    .replace('Вид="счет"', 'Вид="счёт"')
    .replace('НомерСтроки="1"', 'Номер="1"')
    .replace('Отменен="0"', 'Отменен="нет"')
  assert.deepEqual(checkOutgoing(xsd, wrong), [
    'Документ: Отменен="нет" is not Признак',
    'Строка: Номер is not declared',
    'Строка: НомерСтроки is missing',
    'Документ: Вид="счёт" is not Вид',
  ])
})

const xmllint = spawnSync('xmllint', ['--version']).status === 0

test('xmllint agrees with the schema', { skip: xmllint ? false : 'xmllint is not installed' }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'obmen24-xsd-'))
  const path = join(folder, 'outgoing.xml')
  for (const documents of [varied, []]) {
    await writeFile(path, await fileOf(documents, 'xml'))
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', xsdPath, path], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
  }
  await rm(folder, { recursive: true })
})
