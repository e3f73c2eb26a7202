import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { openInput } from '../../src/onec/read/open-input.ts'
import { readPart } from '../../src/onec/read/read-part.ts'
import type { FileFacts } from '../../src/onec/read/reading.ts'
import { type CorpusFile, corpusFiles, skip, usualReading } from './corpus-files.ts'
import { countIndependently, type IndependentCount } from './independent-count.ts'

test('every file of the corpus is read, or refused for a reason, and counted as another parser counts it', { skip }, async () => {
  const files = corpusFiles()
  assert.equal(files.length, 131)
  const reading = usualReading()
  const remarks: Record<string, readonly string[]> = {}
  for (const file of files) {
    const input = await openInput(file.path, file.name, reading)
    const told = remarksOf(input.facts)
    if (told.length > 0) remarks[file.name] = told
    if (input.facts.error === null) {
      const expected = independent(file)
      assert.deepEqual({ ...input.facts.counts }, expected.counts, file.name)
      const rows: Record<string, number> = {}
      for (const part of input.parts) {
        for await (const batch of readPart(part, reading)) for (const { kind } of batch) rows[kind] = (rows[kind] ?? 0) + 1
      }
      assert.deepEqual(rows, expected.rows, file.name)
    }
    await input.close()
  }
  assert.deepEqual(remarks, expectedRemarks)
})

/** Refusals and warnings of whole files: nothing else may be said of any file. */
const differs = ['encoding.declared-differs 1:1']
const unknownTable = ['exchange.table-unknown -:-']
const groupTwice = ['commerceml.group-twice 29:-']
const devsandk = 'devsandk+bitrix_utf8/bitrix'
const eshop = `${devsandk}/modules/bitrix.eshop/install/wizards/bitrix/eshop/site/services/iblock/xml/ru`
const scorpio = 'wuriken+DatalogicScorpio'
const expectedRemarks: Readonly<Record<string, readonly string[]>> = {
  'Denis-777+test/import-3.xml': groupTwice,
  'Denis-777+test/import-4.xml': groupTwice,
  'carono+php-commerceml/tests/xml/classifier.xml': ['commerceml.fragment 1:1'],
  [`${eshop}/catalog.xml`]: differs,
  [`${eshop}/catalog_prices.xml`]: differs,
  [`${devsandk}/wizards/bitrix/demo/modules/iblock/xml/ru/200_lists_lists-clients_ru.xml`]: differs,
  'irpsv+commerceml/xsd-parser/CML209.XSD.xml': ['commerceml.other-root 2:1'],
  // One column, or columns that mean nothing: a person must say what they are.
  [`${scorpio}/Exchange/Contractors.csv`]: unknownTable,
  [`${scorpio}/Exchange/ProductsGroup.csv`]: unknownTable,
  [`${scorpio}/Exchange/ProductsType.csv`]: unknownTable,
  [`${scorpio}/Exchange/Storage.csv`]: unknownTable,
  [`${scorpio}/Products.csv`]: unknownTable,
}

function remarksOf({ error, warnings }: FileFacts): readonly string[] {
  return [...(error === null ? [] : [error]), ...warnings].map(
    ({ code, place }) => `${code} ${place.line ?? '-'}:${place.column ?? '-'}`,
  )
}

function independent(file: CorpusFile): IndependentCount {
  const bytes = readFileSync(file.path)
  if (file.name.endsWith('.zip')) return countIndependently(new TextDecoder().decode(onlyEntry(bytes)))
  const text = new TextDecoder(file.encoding === 'ascii' ? 'utf-8' : file.encoding).decode(bytes)
  return file.name.endsWith('.csv') ? countLines(text, file.name) : countIndependently(text)
}

// The zip that 1C sends holds one file, packed, its sizes in its header.
function onlyEntry(zip: Buffer): Buffer {
  const start = 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28)
  return inflateRawSync(zip.subarray(start, zip.indexOf('PK\x01\x02', start, 'latin1')))
}

function countLines(text: string, name: string): IndependentCount {
  const [, kind] = Object.entries(tableKinds).find(([end]) => name.endsWith(end)) ?? []
  if (kind === undefined) throw new Error(`what are the rows of ${name}?`)
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const counts = { [kind]: lines.length - 1 }
  return { counts, rows: counts }
}

/** What a person takes the rows of the tables for; all have a header, and no line break inside a cell. */
const tableKinds = {
  'Контрагенты.csv': 'counterparty',
  'company.import/sample.csv': 'counterparty',
  'contact.import/sample.csv': 'contactPerson',
  'Arrival_10_14.csv': 'product',
  'Exchange/Products.csv': 'product',
  'Scorpio/Products.csv': 'row',
  'Contractors.csv': 'row',
  'ProductsGroup.csv': 'row',
  'ProductsType.csv': 'row',
  'Storage.csv': 'row',
}
