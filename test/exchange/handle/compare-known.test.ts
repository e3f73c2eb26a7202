import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isOlder } from '../../../src/exchange/handle/compare-known.ts'

const older = (one: string, other: string) => isOlder({ generated: one }, { generated: other })

test('an earlier moment is older, the same and a later one are not', () => {
  assert.equal(older('2026-03-05T09:00:00', '2026-03-05T09:00:01'), true)
  assert.equal(older('2026-03-04', '2026-03-05'), true)
  assert.equal(older('2026-03-05T09:00:00', '2026-03-05T09:00:00'), false)
  assert.equal(older('2026-03-06', '2026-03-05'), false)
  assert.equal(older('2026-03-05T09:00:00+03:00', '2026-03-05T10:00:00+03:00'), true)
})

test('what cannot be told for sure is not older: no date, no time on that day, another zone, no date at all', () => {
  for (const doubtful of ['', '2026-03-05', '2026-03-05T09:00:00Z', '12/01/2025', 'вчера']) {
    assert.equal(older(doubtful, '2026-03-05T10:00:00+03:00'), false, doubtful)
    assert.equal(older('2026-03-05T09:00:00+03:00', doubtful), false, doubtful)
  }
  assert.equal(older('2026-03-04', '2026-03-05T00:00:01'), true)
  assert.equal(older('2026-03-04T23:00:00Z', '2026-03-05'), true)
})

test('of two files never both are older than the other', () => {
  const date = fc.constantFrom(
    '',
    '2026-03-04',
    '2026-03-05',
    '2026-03-05T09:00:00',
    '2026-03-05T10:00:00',
    '2026-03-05T10:00:00Z',
    'x',
  )
  fc.assert(fc.property(date, date, (one, other) => !(older(one, other) && older(other, one))))
})
