import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfirmation } from '../../../src/onec/read/confirmation/read-confirmation.ts'
import { fileOf, madeDocument, madeRow } from './made-documents.ts'
import { readPlainTable, readPlainXml } from './readers/plain.ts'

const root = join(import.meta.dirname, '../../..')
const read = (name: string) => readFile(join(root, name), 'utf8')
const varied = [
  madeDocument({ rows: [madeRow({ vat: null }), madeRow({ quantity: '0.5' })] }),
  madeDocument({ portalId: 7, kind: 'invoice', cancelled: true }),
  madeDocument({ portalId: 8, kind: 'process', client: null, rows: [], completed: true }),
]

interface Field {
  readonly name: string
  readonly type: string
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[]; readonly pattern?: string }
}

test('the table schema has the columns of the table, and every cell is as it says', async () => {
  const { schema, dialect } = JSON.parse(await read('schemas/outgoing.csv.schema.json'))
  const fields = schema.fields as readonly Field[]
  const { names, rows } = readPlainTable(await fileOf(varied, 'csv'))
  assert.deepEqual(
    fields.map(({ name }) => name),
    names,
  )
  assert.deepEqual([dialect.delimiter, dialect.lineTerminator, dialect.commentChar], [';', '\r\n', '#'])
  for (const row of rows)
    for (const field of fields) assert.ok(fits(row[field.name]!, field), `${field.name}: ${row[field.name]}`)
})

function fits(cell: string, { type, constraints = {} }: Field): boolean {
  if (cell === '') return constraints.required !== true
  if (type === 'integer') return /^\d+$/.test(cell)
  if (type === 'number') return /^-?\d+(?:\.\d+)?$/.test(cell)
  if (constraints.pattern !== undefined) return new RegExp(`^(?:${constraints.pattern})$`).test(cell)
  return constraints.enum === undefined || constraints.enum.includes(cell)
}

test('the XML schema names the same columns, in their order, and the same words', async () => {
  const xsd = await read('schemas/outgoing.xsd')
  const columns = [...xsd.matchAll(/<xs:attribute name="([^"]+)"/g)].map(([, name]) => name)
  const { head, documents } = readPlainXml(await fileOf(varied, 'xml'))
  assert.deepEqual(columns, [...Object.keys(head), ...Object.keys(documents[0]!.cells), ...Object.keys(documents[0]!.rows[0]!)])
  const { names } = readPlainTable(await fileOf(varied, 'csv'))
  assert.deepEqual(columns.slice(Object.keys(head).length), names)
  const words = [...xsd.matchAll(/<xs:enumeration value="([^"]+)"/g)].map(([, word]) => word)
  assert.deepEqual(words, ['сделка', 'счет', 'элемент', '0', '1', 'obmen24', '1'])
})

test('docs/formats.md names every column, every word, and every element of an order that has a rule of its own', async () => {
  const docs = await read('docs/formats.md')
  const { names } = readPlainTable(await fileOf(varied, 'csv'))
  const elements = ['Номер', 'Валюта', 'Курс', 'Контрагент', 'Контакты', 'Товар', 'Налоги', 'Скидки', 'ЗначенияРеквизитов']
  const words = ['сделка', 'счет', 'элемент', 'Статус заказа', 'Отменен', 'Финальный статус', 'Без НДС']
  for (const word of [...names, ...elements, ...words])
    assert.ok(docs.includes(`\`${word}\``), `docs/formats.md says nothing of ${word}`)
})

test('what the sample puts down as a confirmation confirms the very message that it has read', async () => {
  const { message } = readPlainTable(await fileOf(varied, 'csv'))
  const sample = await read('samples/1c/ПрочитатьИзмененияБ24.bsl')
  const [, written = ''] = /ЗаписатьСтроку\("([^"]+)" \+ Сообщение\)/.exec(sample) ?? []
  const confirmation = Buffer.from(`\ufeff${written}${message}\r\n`)
  assert.deepEqual(await readConfirmation(() => once(confirmation), 'utf-8'), { message: 12 })
})

async function* once(bytes: Uint8Array) {
  yield bytes
}
