import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { joinDateTime, parseDate, russianDate } from '../../src/values/date.ts'
import { notFilled } from '../../src/values/parsed.ts'

describe('parseDate', () => {
  const readable: readonly [string, string][] = [
    ['2026-03-05', '2026-03-05'],
    ['2026-03-05T', '2026-03-05'],
    ['2026-03-05T9:05:07', '2026-03-05T09:05:07'],
    ['2026-03-05T09:05:07', '2026-03-05T09:05:07'],
    ['05.03.2026', '2026-03-05'],
    ['5.3.2026', '2026-03-05'],
    ['05.03.2026 9:05:07', '2026-03-05T09:05:07'],
    ['05.03.2026 9:05', '2026-03-05T09:05:00'],
    ['05.03.2026 г. 9:05', '2026-03-05T09:05:00'],
    ['05.03.2026, 09:05:07', '2026-03-05T09:05:07'],
    ['05.03.2026 0:00:00', '2026-03-05T00:00:00'],
    ['05.03.26', '2026-03-05'],
    ['05.03.85', '1985-03-05'],
    ['20260305', '2026-03-05'],
    ['20260305090507', '2026-03-05T09:05:07'],
    ['2024-01-08T15:44:45.076+03:00', '2024-01-08T15:44:45+03:00'],
    ['2024-01-08T15:44:45+0300', '2024-01-08T15:44:45+03:00'],
    ['2024-01-08 15:44:45-05', '2024-01-08T15:44:45-05:00'],
    ['2024-01-08T15:44:45Z', '2024-01-08T15:44:45Z'],
    ['2022-10-31UTC02:25:50', '2022-10-31T02:25:50Z'],
    ['2022-10-31MSK02:25:50', '2022-10-31T02:25:50+03:00'],
    ['2021-02-11 18:45:21', '2021-02-11T18:45:21'],
    ['2026/03/05', '2026-03-05'],
    ['5 марта 2026 г.', '2026-03-05'],
    ['5 Марта 2026 9:05:07', '2026-03-05T09:05:07'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2000', '2000-02-29'],
    ['\u00A005.03.2026 ', '2026-03-05'],
  ]
  for (const [text, value] of readable) {
    it(`reads «${text}» as ${value}`, () => assert.deepEqual(parseDate(text), { value, code: null }))
  }
  const empty = ['', 'T', '  .  .    ', '0001-01-01T00:00:00', '01.01.0001 0:00:00', '01.01.0001', '00010101', '00010101000000']
  for (const text of [...empty, '0000-00-00', '0000-00-00 00:00:00', '00.00.0000', '  :  :  ', '0001-01-01T10:15:00']) {
    it(`takes «${text}» for an empty date`, () => assert.equal(parseDate(text), notFilled))
  }
  const impossible = [
    '31.02.2026',
    '2026-13-01',
    '2026-00-10',
    '29.02.2025',
    '29.02.1900',
    '31.04.2026',
    '32.01.2026',
    '05.03.2026 25:00',
  ]
  for (const text of [...impossible, '05.03.2026 12:60:00', '2026-03-05T24:00:00', '20261305', '00.03.2026']) {
    it(`knows that there is no ${text}`, () => assert.deepEqual(parseDate(text), { value: null, code: 'date.impossible' }))
  }
  for (const text of [
    'вчера',
    '46086',
    '5 мартобря 2026',
    '2026',
    '12:30',
    '2026-03-05T09',
    '2026-03-05 утром',
    '05.03.2026 9',
    '#ССЫЛКА!',
  ]) {
    it(`does not read «${text}»`, () => assert.deepEqual(parseDate(text), { value: null, code: 'date.unreadable' }))
  }
  for (const text of ['3/5/2026', '03/05/26', '3/5/2026 9:05:07 AM', '13/05/2026']) {
    it(`does not guess the month of «${text}»`, () => assert.deepEqual(parseDate(text), { value: null, code: 'date.ambiguous' }))
  }
})

// Day 28 exists everywhere; the calendar itself is tested above.
const dateText = fc
  .record({
    year: fc.integer({ min: 2, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(
    ({ year, month, day }) =>
      `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  )
const timeText = fc
  .tuple(fc.nat(23), fc.nat(59), fc.nat(59))
  .map((figures) => figures.map((figure) => String(figure).padStart(2, '0')).join(':'))

describe('russianDate', () => {
  it('writes the way that Bitrix24 and people read', () => {
    assert.equal(russianDate('2026-03-05'), '05.03.2026')
    assert.equal(russianDate('2026-03-05T09:05:07'), '05.03.2026 09:05:07')
    assert.equal(russianDate('2026-03-05T09:05:07+03:00'), '05.03.2026 09:05:07')
  })
  it('is read back as the same date', () => {
    fc.assert(
      fc.property(dateText, fc.option(timeText), (date, time) => {
        const written = time === null ? date : `${date}T${time}`
        assert.equal(parseDate(written).value, written)
        assert.equal(parseDate(russianDate(written)).value, written)
        assert.equal(parseDate(written.replaceAll(/[-:T]/g, '')).value, written)
      }),
    )
  })
})

describe('joinDateTime', () => {
  const joined: readonly [string, string, string][] = [
    ['2026-03-04', '10:15:00', '2026-03-04T10:15:00'],
    ['2026-03-04', '9:05', '2026-03-04T09:05:00'],
    ['2026-03-04T00:00:00', '10:15:00', '2026-03-04T10:15:00'],
    ['2026-03-04T08:00:00', '10:15:00', '2026-03-04T08:00:00'],
    ['04.03.2026', '0001-01-01T10:15:00', '2026-03-04T10:15:00'],
    ['04.03.2026', '01.01.0001 10:15:00', '2026-03-04T10:15:00'],
    ['2026-03-04', '', '2026-03-04'],
    ['2026-03-04', ' ', '2026-03-04'],
  ]
  for (const [date, time, value] of joined) {
    it(`makes ${value} of «${date}» and «${time}»`, () => assert.deepEqual(joinDateTime(date, time), { value, code: null }))
  }
  for (const time of ['утром', '25:00:00', '10']) {
    it(`keeps the date beside the time «${time}»`, () => {
      assert.deepEqual(joinDateTime('2026-03-04', time), { value: '2026-03-04', code: 'date.time-unreadable' })
    })
  }
  it('has no date where there is none', () => {
    assert.equal(joinDateTime('', '10:15:00'), notFilled)
    assert.deepEqual(joinDateTime('31.02.2026', '10:15:00'), { value: null, code: 'date.impossible' })
  })
})
