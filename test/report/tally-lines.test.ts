import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createProblemTally } from '../../src/bitrix24/import-csv/problem-tally.ts'
import { problem } from '../../src/problems/problem.ts'
import { tallyLines } from '../../src/report/tally-lines.ts'
import { screen } from './screen.ts'

test('remarks on cards: each kind once with its first case and its count, the most frequent first, notices left out', () => {
  const tally = createProblemTally()
  tally.add([problem('import.email-bad', { record: 'ООО Лютик', field: 'Рабочий e-mail', value: 'нет' })])
  for (const value of ['Дилер', 'Друг'])
    tally.add([problem('import.list-value', { record: 'Р', field: 'Тип', value, list: 'Клиент' })])
  tally.add([problem('exchange.repeat', { message: 1 })])
  const lines = tallyLines(tally, screen().terminal)
  assert.equal(lines.length, 4)
  assert.match(lines[2]!, /^ {2}×2 .*Дилер.*\[import\.list-value\]$/)
  assert.match(lines[3]!, /^ {2}×1 .*\[import\.email-bad\]$/)
})

test('nothing to remark is no lines at all', () => {
  const tally = createProblemTally()
  assert.deepEqual(tallyLines(tally, screen().terminal), [])
  tally.add([problem('exchange.repeat', { message: 1 })])
  assert.deepEqual(tallyLines(tally, screen().terminal), [])
})
