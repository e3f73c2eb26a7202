import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDuration } from '../../src/settings/duration.ts'

test('a duration is a number with a unit, in milliseconds', () => {
  assert.equal(parseDuration('500ms'), 500)
  assert.equal(parseDuration('3s'), 3000)
  assert.equal(parseDuration('10m'), 600_000)
  assert.equal(parseDuration('2h'), 7_200_000)
  assert.equal(parseDuration('30d'), 2_592_000_000)
  assert.equal(parseDuration('1.5h'), 5_400_000)
  assert.equal(parseDuration('10 m'), 600_000)
})

test('a bare number, an unknown unit and anything around it are no duration', () => {
  for (const text of ['', '3', 's', '3 sec', '-3s', '3s ', '3S', '1,5h', '3s 5ms', '10мин'])
    assert.equal(parseDuration(text), null, text)
})
