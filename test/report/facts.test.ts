import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FileFacts } from '../../src/onec/read/reading.ts'
import { problem } from '../../src/problems/problem.ts'
import { factsJson, factsLines, noFactsJson } from '../../src/report/facts.ts'
import { recordJson } from '../../src/report/record-json.ts'
import { tableRow } from '../exchange/records.ts'
import { screen } from './screen.ts'

const facts: FileFacts = {
  file: 'import.xml',
  bytes: 1234567,
  sha256: 'ab',
  format: 'commerceml',
  encoding: { declared: 'UTF-8', actual: 'utf-8', bom: true },
  schemaVersion: '3.1',
  namespace: 'urn:1C.ru:commerceml_3',
  generatedAt: '2026-03-05T12:14:52',
  changesOnly: true,
  counts: { counterparty: 1200, product: 3 },
  warnings: [problem('exchange.repeat', { message: 1 }, { line: 7 })],
  error: null,
}

test('facts say format with version, size, encoding, date, what kind of export, and what is in it', () => {
  const text = factsLines(facts, screen().terminal).join('\n')
  assert.match(text, /^import\.xml\n/)
  assert.match(text, /CommerceML 3\.1 \(urn:1C\.ru:commerceml_3\)/)
  assert.match(text, /1\s234\s567 байт/)
  assert.match(text, /utf-8 \(BOM\)/)
  assert.match(text, /2026-03-05 12:14:52/)
  assert.match(text, /только изменения/)
  assert.match(text, /контрагенты: 1\s200\n +товары и услуги: 3/)
  assert.match(text, /Заметка: строка 7/)
})

test('a refused file shows why, an archive shows its files once and their troubles at the top only', () => {
  const broken = { ...facts, error: problem('exchange.no-id') }
  assert.match(factsLines(broken, screen().terminal).join('\n'), /Ошибка: У записи нет идентификатора/)
  const archive: FileFacts = {
    ...facts,
    file: 'a.zip',
    format: 'zip',
    schemaVersion: null,
    namespace: null,
    warnings: [],
    entries: [broken],
  }
  const text = factsLines(archive, screen({ language: 'en' }).terminal).join('\n')
  assert.match(text, /ZIP archive/)
  assert.match(text, / {2}import\.xml/)
  assert.doesNotMatch(text, /has no 1C id/)
  assert.equal(text.match(/utf-8/g)?.length, 1, 'an archive has no encoding')
})

test('programs get all facts, entries included, problems in words', () => {
  const json = factsJson(
    { ...facts, entries: [{ ...facts, error: problem('exchange.no-id', {}, { line: 3, file: 'b.xml' }) }] },
    'en',
  ) as {
    warnings: unknown
    entries: { error: unknown }[]
  }
  assert.deepEqual(json.warnings, [{ code: 'exchange.repeat', message: 'Already taken: message 1', line: 7, column: null }])
  assert.deepEqual(json.entries[0]?.error, {
    code: 'exchange.no-id',
    message: 'The record has no 1C id',
    line: 3,
    column: null,
    file: 'b.xml',
  })
})

test('a file of which nothing could be learned has the same keys', () => {
  const known = Object.keys(factsJson(facts, 'ru') as object).sort()
  assert.deepEqual(Object.keys(noFactsJson('x', problem('exchange.no-id'), 'ru') as object).sort(), known)
})

test('a row is told as its record with what was odd about it; one that is none says why', () => {
  const odd = [problem('exchange.twice', { message: 2 }, { field: 'Код' })]
  const row = { kind: 'row', id: '', line: 4, row: 3, problems: odd } as const
  const told = recordJson({ ...row, record: tableRow({ Код: '1' }) }, 'en') as {
    kind: string
    extra: unknown
    problems: { field: string }[]
  }
  assert.deepEqual([told.kind, told.extra, told.problems[0]?.field], ['row', { Код: '1' }, 'Код'])
  const refused = recordJson({ ...row, record: null, problems: [problem('exchange.no-id')] }, 'en')
  const problems = [{ code: 'exchange.no-id', field: null, message: 'The record has no 1C id' }]
  assert.deepEqual(refused, { kind: 'row', id: '', refused: true, line: 4, row: 3, problems })
})

test('of a table every column is shown with the field that it is, and how one of nobody is made use of', () => {
  const columns = [
    { column: 'Заказчик', field: 'client' },
    { column: 'Пробег', field: null },
  ]
  const text = factsLines({ ...facts, format: 'csv', columns }, screen().terminal).join('\n')
  assert.match(text, /Столбцы и поля\n +Заказчик +client\n +Пробег +—\n +Столбец с прочерком можно назначить полю/)
  assert.doesNotMatch(factsLines({ ...facts, columns: columns.slice(0, 1) }, screen().terminal).join('\n'), /прочерком/)
})
