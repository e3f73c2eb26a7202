import assert from 'node:assert/strict'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readCsv } from '../../../../src/onec/read/csv/read-csv.ts'
import type { ReadRow } from '../../../../src/onec/read/reading.ts'

const corpus = join(import.meta.dirname, '../../../../../shared/corpus')
const skip = existsSync(corpus) ? false : 'the corpus of real files (../shared/corpus) is not here'

async function* decoded(path: string, encoding: string) {
  const decoder = new TextDecoder(encoding)
  for await (const bytes of createReadStream(path)) yield decoder.decode(bytes as Uint8Array, { stream: true })
}

async function read(path: string, encoding = 'windows-1251') {
  const reading = readCsv(decoded(join(corpus, path), encoding))
  const rows: ReadRow[] = []
  for (;;) {
    const step = await reading.next()
    if (step.done) return { rows, facts: step.value }
    rows.push(...step.value)
  }
}

const count = (rows: readonly ReadRow[], code: string) =>
  rows.filter(({ problems }) => problems.some((found) => found.code === code)).length

test('9331 rows of goods with quotes that were not escaped, one of them broken in two', { skip }, async () => {
  const { rows, facts } = await read('wuriken+DatalogicScorpio/Exchange/Products.csv')
  assert.deepEqual([rows.length, facts.rows, facts.kind, facts.columns.length], [9331, 9331, 'product', 11])
  assert.deepEqual(
    rows.filter(({ record }) => record === null).map(({ line }) => line),
    [4064, 4065],
  )
  assert.deepEqual([count(rows, 'csv.row-broken'), count(rows, 'csv.too-many-cells')], [1, 1])
  assert.ok(rows.every(({ record, id, row }) => record === null || Number(id) === row || Number(id) === row - 1))
  assert.ok(facts.columns.every((name) => !name.endsWith(':')))
})

test('a receipt with doubled quotes and a trailing space', { skip }, async () => {
  const { rows } = await read('wuriken+DatalogicScorpio/Archives/23-03-2017/Arrival_10_14.csv')
  assert.equal(rows.length, 2)
  assert.match(rows[1]!.record!.kind === 'product' ? rows[1]!.record!.name : '', /^\S+ "Combino" /)
})

test('lists of one column, their header known by its colon', { skip }, async () => {
  for (const [name, length] of [
    ['Contractors', 5],
    ['Storage', 6],
    ['ProductsGroup', 5],
    ['ProductsType', 5],
  ] as const) {
    const { rows, facts } = await read(`wuriken+DatalogicScorpio/Exchange/${name}.csv`)
    assert.deepEqual([rows.length, facts.header, facts.columns.length], [length, true, 1], name)
  }
})

test('counterparties out of a course base, their sole proprietors known by name', { skip }, async () => {
  const { rows, facts } = await read('Vikind612+1c-developer/Контрагенты.csv', 'utf-8')
  assert.equal(facts.kind, 'counterparty')
  assert.deepEqual(
    rows.map(({ record }) => record?.kind === 'counterparty' && record.legalForm),
    ['soleProprietor', 'soleProprietor', 'company'],
  )
})

test('the samples of the Bitrix24 import are read as what they are', { skip }, async () => {
  const company = await read('Dev-tester+TechStore/bitrix/components/bitrix/crm.company.import/sample.csv')
  assert.deepEqual([company.facts.kind, company.facts.columns.length, company.rows.length], ['counterparty', 31, 1])
  const contact = await read('Dev-tester+TechStore/bitrix/components/bitrix/crm.contact.import/sample.csv')
  const [row] = contact.rows
  assert.deepEqual(row?.record?.kind === 'contactPerson' && [row.record.person?.last, row.record.name], [
    'Petrov',
    'Petrov Ivan Ivanovich',
  ])
})
