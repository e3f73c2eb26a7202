import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { answerColumns, headFields } from '../../../src/onec/write/answer-table.ts'
import { actionWords, kindWords, verdictWords } from '../../../src/onec/write/answer-words.ts'
import { writeResultCsv } from '../../../src/onec/write/write-result-csv.ts'
import { headFor, textOf, variedLines } from './made-answer.ts'

const schemas = join(import.meta.dirname, '../../../schemas')
const read = (name: string) => readFile(join(schemas, name), 'utf8')

interface Field {
  readonly name: string
  readonly type: string
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[]; readonly minimum?: number }
}

test('the table schema has the columns of the table, and their words', async () => {
  const { schema, dialect } = JSON.parse(await read('result.csv.schema.json'))
  assert.deepEqual(
    schema.fields.map((field: Field) => field.name),
    answerColumns,
  )
  assert.deepEqual(wordsOf(schema.fields, 'Вид'), Object.values(kindWords))
  assert.deepEqual(wordsOf(schema.fields, 'Действие'), Object.values(actionWords))
  assert.deepEqual([dialect.delimiter, dialect.lineTerminator, dialect.commentChar], [';', '\r\n', '#'])
})

test('a real answer is as the table schema says', async () => {
  const { schema, dialect } = JSON.parse(await read('result.csv.schema.json'))
  const text = await textOf(writeResultCsv(headFor(variedLines), [variedLines]))
  const [header, ...rows] = text
    .split(dialect.lineTerminator)
    .filter((line) => line !== '' && !line.startsWith(dialect.commentChar))
  const fields = schema.fields as readonly Field[]
  assert.deepEqual(
    header!.split(dialect.delimiter),
    fields.map(({ name }) => name),
  )
  assert.equal(rows.length, variedLines.length)
  for (const row of rows) {
    const cells = row.split(dialect.delimiter)
    assert.equal(cells.length, fields.length)
    for (const [index, field] of fields.entries()) assert.ok(fits(cells[index]!, field), `${field.name}: ${cells[index]}`)
  }
})

test('the JSON schema names the head and the columns in their order, and all words', async () => {
  const { properties, required } = JSON.parse(await read('result.schema.json'))
  const names = [...headFields(headFor([])).map(([name]) => name), 'Строки']
  assert.deepEqual(Object.keys(properties), names)
  assert.deepEqual(required, names)
  const row = properties['Строки'].items
  assert.deepEqual(Object.keys(row.properties), answerColumns)
  assert.deepEqual(row.properties['Вид'].enum, Object.values(kindWords))
  assert.deepEqual(row.properties['Действие'].enum, Object.values(actionWords))
  assert.deepEqual(properties['Итог'].enum, Object.values(verdictWords))
})

test('the XML schema has the same words', async () => {
  const found = [...(await read('result.xsd')).matchAll(/<xs:enumeration value="([^"]+)"/g)].map(([, word]) => word)
  assert.deepEqual(found, [
    ...Object.values(kindWords),
    ...Object.values(actionWords),
    ...Object.values(verdictWords),
    'obmen24',
    '1',
  ])
})

test('docs/formats.md names every field, column and word', async () => {
  const docs = await readFile(join(schemas, '../docs/formats.md'), 'utf8')
  const words = [kindWords, actionWords, verdictWords].flatMap((table) => Object.values(table))
  for (const word of [...headFields(headFor([])).map(([name]) => name), ...answerColumns, ...words]) {
    assert.ok(docs.includes(`\`${word}\``), `docs/formats.md says nothing of ${word}`)
  }
})

function wordsOf(fields: readonly Field[], name: string): readonly string[] | undefined {
  return fields.find((field) => field.name === name)?.constraints?.enum
}

function fits(cell: string, { type, constraints = {} }: Field): boolean {
  if (cell === '') return constraints.required !== true
  if (type === 'integer') return Number.isInteger(Number(cell)) && Number(cell) >= (constraints.minimum ?? 0)
  if (type === 'datetime') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(cell)
  return constraints.enum === undefined || constraints.enum.includes(cell)
}
