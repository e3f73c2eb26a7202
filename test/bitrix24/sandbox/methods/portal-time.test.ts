import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateAt, formatDate, formatMoment, momentKey, parseMoment } from '../../../../src/bitrix24/sandbox/methods/portal-time.ts'

test('moments are read in every form that 1C and people write', () => {
  const noon = Date.parse('2026-08-20T09:00:00Z')
  for (const text of [
    '2026-08-20T12:00:00+03:00',
    '2026-08-20T09:00:00Z',
    '2026-08-20T12:00',
    '2026-08-20 12:00:00',
    '20.08.2026 12:00',
  ]) {
    assert.equal(parseMoment(text, 180), noon, text)
  }
  for (const text of ['', 'завтра', '2026-13-40', '20.08.26']) assert.equal(parseMoment(text, 180), null, text)
})

test('moments are written on the clock of the portal, dates as the midnight of Greenwich', () => {
  const moment = Date.parse('2026-08-20T20:30:00Z')
  assert.equal(formatMoment(moment, 600), '2026-08-21T06:30:00+10:00')
  assert.equal(formatMoment(moment, -210), '2026-08-20T17:00:00-03:30')
  assert.equal(dateAt(moment, 600), '2026-08-21')
  assert.equal(formatDate('2026-08-20', 180), '2026-08-20T03:00:00+03:00')
})

test('keys of moments stand in the order of time, whatever their offset', () => {
  const texts = ['2026-08-20T09:00:00+03:00', '2026-08-20T06:00:01Z', '2026-08-20T16:00:02+10:00', '21.08.2026']
  const keys = texts.map((text) => momentKey(text, 180))
  assert.deepEqual([...keys].sort(), keys)
  assert.equal(momentKey('никогда', 180), '')
})
