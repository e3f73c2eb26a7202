import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCell } from '../../../../src/onec/read/csv/read-cell.ts'

const clean: readonly (readonly [piece: string, text: string])[] = [
  ['Болт', 'Болт'],
  ['"Болт"', 'Болт'],
  [' "Болт" ', 'Болт'],
  ['""', ''],
  ['""""', '"'],
  ['"Макарони ""Combino"" 500г"', 'Макарони "Combino" 500г'],
  ['"""Ромашка"" ООО"', '"Ромашка" ООО'],
  ['"""Ромашка"""', '"Ромашка"'],
  ['Чай "Ahmad" 25пак', 'Чай "Ahmad" 25пак'],
  ['ООО "Ромашка"', 'ООО "Ромашка"'],
]

test('clean CSV and quotes in the middle of a bare cell are read as they stand', () => {
  for (const [piece, text] of clean) assert.deepEqual(readCell(piece, false), { text, oddity: 0, flaw: null }, piece)
})

const lenient: readonly (readonly [piece: string, text: string])[] = [
  ['"ООО "Ромашка""', 'ООО "Ромашка"'],
  ['""Ромашка" ООО"', '"Ромашка" ООО'],
  ['""Ромашка""', '"Ромашка"'],
  ['"Труба 2""', 'Труба 2"'],
  ['"Труба 2" на 3""', 'Труба 2" на 3"'],
  ['"Ромашка" и "Лютик"', '"Ромашка" и "Лютик"'],
  ['"Ромашка" ООО', '"Ромашка" ООО'],
]

test('a wrapper put around without doubling goes, words in quotes stay', () => {
  for (const [piece, text] of lenient) assert.deepEqual(readCell(piece, false), { text, oddity: 1, flaw: null }, piece)
})

test('in a file where every cell is wrapped the outer quotes always go', () => {
  assert.equal(readCell('"Ромашка" и "Лютик"', true).text, 'Ромашка" и "Лютик')
})

test('a quote that nothing closes is told of and stays in the text', () => {
  for (const piece of ['"Ромашка', '"ООО "Рома', '"ООО ""Ромашка""', '"', '"""', '""Ромашка" ООО']) {
    const { text, flaw } = readCell(piece, false)
    assert.deepEqual({ text, flaw }, { text: piece, flaw: 'open' }, piece)
  }
})

test('a quote at the end that nothing opens is told of and stays in the text', () => {
  assert.deepEqual(readCell('Лампа 5"', false), { text: 'Лампа 5"', oddity: 1, flaw: 'stray' })
})
