import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { type LinkLine, writeLinks } from '../../../src/onec/write/links-csv.ts'
import { textOf } from './made-answer.ts'

async function* batches(...all: readonly (readonly LinkLine[])[]) {
  yield* all
}

const at = '2026-03-05T09:05:07+03:00'

test('the file of links is a version, a table and a last line that counts it', async () => {
  const text = await textOf(
    writeLinks(
      batches(
        [{ kind: 'company', id: '00-000001', bitrixId: '12', at }],
        [{ kind: 'contact', id: 'имя;"вера"', bitrixId: '7', at }],
      ),
    ),
  )
  assert.deepEqual(text.split('\r\n'), [
    '#obmen24;1',
    'Вид;Ид1С;ИдБ24;ДатаВремя',
    'компания;00-000001;12;2026-03-05T09:05:07',
    "контакт;имя,'вера';7;2026-03-05T09:05:07",
    '#Конец;2',
    '',
  ])
})

test('without links it is whole all the same', async () => {
  assert.equal(await textOf(writeLinks(batches())), '#obmen24;1\r\nВид;Ид1С;ИдБ24;ДатаВремя\r\n#Конец;0\r\n')
})

test('the file is as its table schema says', async () => {
  const path = join(import.meta.dirname, '../../../schemas/links.csv.schema.json')
  const { schema, dialect } = JSON.parse(await readFile(path, 'utf8'))
  const kinds = schema.fields[0].constraints.enum as readonly string[]
  const lines = (['company', 'contact', 'deal', 'invoice', 'process'] as const).map((kind) => ({
    kind,
    id: '1',
    bitrixId: '7',
    at,
  }))
  const text = await textOf(writeLinks(batches(lines)))
  const [header, ...rows] = text
    .split(dialect.lineTerminator)
    .filter((line) => line !== '' && !line.startsWith(dialect.commentChar))
  assert.deepEqual(
    header!.split(dialect.delimiter),
    schema.fields.map(({ name }: { readonly name: string }) => name),
  )
  assert.deepEqual(
    rows.map((row) => row.split(dialect.delimiter)[0]),
    kinds,
  )
})
