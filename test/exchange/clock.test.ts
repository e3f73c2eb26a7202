import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOf, localIso, systemClock } from '../../src/exchange/clock.ts'

test('local time carries its zone and names the same moment, to the second', () => {
  const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, (date) => {
      const text = localIso(date)
      assert.match(text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
      assert.equal(Date.parse(text), Math.floor(date.getTime() / 1000) * 1000)
    }),
  )
})

test('the zone is that of the machine, half hours and those west of Greenwich included', (t) => {
  const date = new Date('2026-03-05T06:05:07Z')
  const zone = t.mock.method(Date.prototype, 'getTimezoneOffset', () => -180)
  assert.equal(localIso(date), '2026-03-05T09:05:07+03:00')
  zone.mock.mockImplementation(() => 210)
  assert.equal(localIso(date), '2026-03-05T02:35:07-03:30')
  zone.mock.mockImplementation(() => -1080)
  assert.equal(dayOf(localIso(date)), '2026-03-06')
})

test('the system clock goes', () => {
  assert.ok(Math.abs(systemClock().getTime() - Date.now()) < 60_000)
})
