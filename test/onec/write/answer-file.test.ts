import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerEncoding, answerFileName, writeAnswer } from '../../../src/onec/write/answer-file.ts'
import { headFor, textOf } from './made-answer.ts'

test('the answer is named after the whole name of the input', () => {
  assert.equal(answerFileName('zn.csv', 'csv'), 'zn.csv.result.csv')
  assert.equal(answerFileName('Контрагенты.xml', 'json'), 'Контрагенты.xml.result.json')
})

test('the setting of the encoding is for text: XML and JSON are UTF-8', () => {
  assert.deepEqual(
    (['csv', 'xml', 'json'] as const).map((format) => answerEncoding(format, 'windows-1251')),
    ['windows-1251', 'utf-8', 'utf-8'],
  )
})

test('each format has its writer', async () => {
  const starts = await Promise.all(
    (['csv', 'xml', 'json'] as const).map(async (format) => (await textOf(writeAnswer(format, headFor([]), []))).slice(0, 5)),
  )
  assert.deepEqual(starts, ['#obme', '<?xml', '{"Фор'])
})
