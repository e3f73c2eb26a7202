import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textTable } from '../../src/report/table.ts'

test('columns are as wide as their widest cell, numbers stand to the right, the last column is free', () => {
  const lines = textTable([
    ['№', 'Файл', 'Итог'],
    ['9', 'ёж.xml', 'принят'],
    ['10', 'a', ''],
    ['1 234', 'очень длинное имя.csv', '5'],
  ])
  assert.deepEqual(lines, [
    '№      Файл                   Итог',
    '    9  ёж.xml                 принят',
    '   10  a',
    '1 234  очень длинное имя.csv  5',
  ])
})

test('short rows and an empty table do no harm, and a letter of two code units is one letter', () => {
  assert.deepEqual(textTable([]), [])
  assert.deepEqual(
    textTable([
      ['😀', 'b', 'c'],
      ['aa', 'x'],
    ]),
    ['😀   b  c', 'aa  x'],
  )
})
