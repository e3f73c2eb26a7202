import assert from 'node:assert/strict'
import { test } from 'node:test'
import { because, outcome, refusal } from '../../../src/exchange/handle/outcome.ts'
import { problem } from '../../../src/problems/problem.ts'

test('a row without anything to say has no code and no text', () => {
  assert.deepEqual(outcome('prepared', [], 'ru', 'abc'), { action: 'prepared', code: '', text: '', hash: 'abc' })
})

test('errors are told before warnings and those before notices, each sentence once and ended', () => {
  const problems = [
    problem('exchange.repeat', { message: 1 }),
    problem('exchange.client-unknown', { client: 'A' }),
    problem('exchange.no-id'),
    problem('exchange.no-id'),
  ]
  const told = outcome('refused', problems, 'en')
  assert.equal(told.code, 'exchange.no-id')
  assert.equal(told.hash, '')
  const [first, ...rest] = told.text.split('. ')
  assert.equal(first, 'The record has no 1C id')
  assert.equal(told.text.match(/has no 1C id/g)?.length, 1)
  assert.ok(rest.join('. ').indexOf('Client "A"') < rest.join('. ').indexOf('Already taken'))
  assert.match(told.text, /\.$/)
})

test('what to do follows where the row was not used, and the field is named where the sentence does not', () => {
  const refused = refusal([problem('exchange.no-id', {}, { field: 'Ид контрагента' })], 'ru')
  assert.match(refused.text, /^Ид контрагента: У записи нет идентификатора 1С\. Включите выгрузку/)
  const warned = outcome('prepared', [problem('exchange.client-unknown', { client: 'Ромашка' }, { field: 'Ромашка' })], 'ru')
  assert.match(warned.text, /^Клиент «Ромашка»/)
  assert.doesNotMatch(warned.text, /Выгрузите/)
})

test('one code explains an outcome with its arguments', () => {
  const skipped = because('skipped', 'exchange.older', 'ru', { generated: '2026-03-05' }, 'h')
  assert.deepEqual(skipped, {
    action: 'skipped',
    code: 'exchange.older',
    text: 'Есть более новые данные, от 2026-03-05.',
    hash: 'h',
  })
})
