import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createQuestionMarks } from '../../../../src/onec/read/bytes/question-marks.ts'

function look(text: string, size: number) {
  const bytes = Buffer.from(text)
  const looking = createQuestionMarks()
  for (let at = 0; at < bytes.length; at += size) looking.push(bytes.subarray(at, at + size))
  return looking.end()
}

const cases: readonly [string, string, { count: number; first: number }][] = [
  ['a word of question marks', '<a>????? ???</a>', { count: 2, first: 3 }],
  ['a file that ends in them', 'x;???', { count: 1, first: 2 }],
  ['a file that is nothing else', '????', { count: 1, first: 0 }],
  ['the end of a question', 'Что??? Really??? Да!???', { count: 0, first: -1 }],
  ['fewer than three', '<?xml ??><a>?? ?</a>', { count: 0, first: -1 }],
]

for (const [title, text, expected] of cases) {
  test(`runs of ??? are found in ${title}, wherever the chunks end`, () => {
    for (let size = 1; size <= 20; size += 1) assert.deepEqual(look(text, size), expected, `size ${size}`)
  })
}
