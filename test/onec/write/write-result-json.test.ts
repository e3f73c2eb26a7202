import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { writeResultJson } from '../../../src/onec/write/write-result-json.ts'
import { headFor, madeLine, textOf, variedLines } from './made-answer.ts'

const schemaPath = join(import.meta.dirname, '../../../schemas/result.schema.json')
const schema = z.fromJSONSchema(JSON.parse(await readFile(schemaPath, 'utf8')))

test('the answer is one object, with a row on each line of the file', async () => {
  const lines = [madeLine(), madeLine({ row: 2, action: 'unchanged' })]
  const text = await textOf(writeResultJson(headFor(lines), [lines]))
  assert.equal(text.split('\n').length, 5)
  const answer = JSON.parse(text)
  assert.equal(answer['Сообщение'], 12)
  assert.equal(answer['Окончание'], '2026-03-05T09:05:09')
  assert.equal(answer['ПовторСообщения'], null)
  assert.equal(answer['БезИзменений'], 1)
  assert.deepEqual(answer['Строки'][1], {
    Вид: 'контрагент',
    Ид1С: '5f3a1c2e-7b44-11ee-9a01-0050569c0001',
    ИдБ24: '4512',
    Действие: 'без изменений',
    Код: '',
    Текст: '',
    Хеш: '9b2d6c01',
    ДатаВремя: '2026-03-05T09:05:07',
    НомерСтроки: 2,
  })
})

test('values come back exactly as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), async (texts) => {
      const lines = texts.map((text) => madeLine({ text }))
      const answer = JSON.parse(await textOf(writeResultJson(headFor(lines), [lines.slice(0, 1), [], lines.slice(1)])))
      assert.deepEqual(
        answer['Строки'].map((row: { Текст: string }) => row['Текст']),
        texts,
      )
    }),
  )
})

test('every key can be the key of a 1C structure', async () => {
  const answer = JSON.parse(await textOf(writeResultJson(headFor(variedLines), [variedLines])))
  for (const key of [...Object.keys(answer), ...Object.keys(answer['Строки'][0])]) assert.match(key, /^[А-Яа-я][А-Яа-я0-9]*$/)
})

test('every kind of answer is as result.schema.json says', async () => {
  const answers = [
    writeResultJson(headFor(variedLines), [variedLines]),
    writeResultJson(headFor([], { verdict: 'refused', problem: { code: 'xml.truncated', text: 'Файл обрывается' } }), []),
    writeResultJson(headFor([], { verdict: 'repeat', repeatOf: 3 }), []),
  ]
  for (const answer of answers) schema.parse(JSON.parse(await textOf(answer)))
})

test('the schema does refuse what is wrong', async () => {
  const answer = JSON.parse(await textOf(writeResultJson(headFor(variedLines), [variedLines])))
  assert.equal(schema.safeParse({ ...answer, Итог: 'готово' }).success, false)
  assert.equal(schema.safeParse({ ...answer, Ещё: 1 }).success, false)
  assert.equal(schema.safeParse({ ...answer, Строки: [{ ...answer['Строки'][0], Действие: 'создано' }] }).success, false)
})
