import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cellText,
  commentCell,
  commentText,
  cut,
  dateCell,
  looksLikeFormula,
  numberCell,
  textCell,
  yesNoCell,
  yesNoTextCell,
} from '../../../src/bitrix24/import-csv/cell.ts'

test('every kind of space and line break becomes one space, and the ends are trimmed', () => {
  assert.equal(cellText(' ООО\u00a0«Лютик»\r\n\tТверь \u2028 1 '), 'ООО «Лютик» Тверь 1')
})

test('control and zero-width characters go, joined emoji stay whole, broken UTF-16 is mended', () => {
  assert.equal(cellText('\ufeffА\u0000Б\u200bВ 👩‍🔧 \ud800'), 'АБВ 👩‍🔧 \ufffd')
})

test('lines of a comment stay apart', () => {
  assert.equal(commentText('Звонить утром\r\n\r\n  спросить Веру\n'), 'Звонить утром / спросить Веру')
  assert.equal(commentCell('одна строка').text, 'одна строка')
})

test('a text longer than the field is cut by characters and reported, never silently', () => {
  const { text, findings } = textCell('😀'.repeat(256), 255)
  assert.equal(Array.from(text).length, 255)
  assert.deepEqual(
    findings.map(({ code, args }) => [code, args['length'], args['max']]),
    [['import.text-cut', 256, 255]],
  )
  assert.equal(cut('😀😀', 3), '😀😀')
})

test('what a spreadsheet would run as a formula is written and reported', () => {
  for (const value of ['=1+1', '-Скидка', '@ivan', '+cmd|calc', '+7+5', '+1;cmd', '=HYPERLINK("http://example.org")', '\t=1']) {
    const { text, findings } = textCell(value)
    assert.equal(text, value.trim())
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['import.formula'],
      value,
    )
  }
})

test('a phone, a negative number and a lone dash are no formulas', () => {
  for (const value of ['+7 (495) 000-00-01', '+74950000001; +74950000002', '+7 495 000-00-01 доб. 12', '-15.5', '-', 'a=b', ''])
    assert.ok(!looksLikeFormula(value), value)
})

test('dates and moments become ДД.ММ.ГГГГ', () => {
  assert.equal(dateCell('2026-03-05').text, '05.03.2026')
  assert.equal(dateCell('2026-03-05T09:05:07').text, '05.03.2026')
  assert.equal(dateCell('2024-02-29T23:59:59+03:00').text, '29.02.2024')
  assert.deepEqual(dateCell(' '), { text: '', findings: [] })
})

test('what is no date leaves the cell empty, as the portal would reject the row', () => {
  for (const value of ['05.03.2026', '2026-02-30', '2026-13-01', '0001-01-01', 'завтра', '2026-03-05 и позже']) {
    const { text, findings } = dateCell(value)
    assert.deepEqual([text, findings[0]?.code, findings[0]?.args['value']], ['', 'import.date-bad', value])
  }
})

test('numbers are written with a point and without spaces; what was mended is told', () => {
  assert.deepEqual(numberCell('1234.56'), { text: '1234.56', findings: [] })
  assert.deepEqual(numberCell(''), { text: '', findings: [] })
  for (const value of ['1 234,56', '1\u00a0234,56', '1\u202f234.56', "1'234.56"]) {
    const { text, findings } = numberCell(value)
    assert.deepEqual([text, findings.map(({ code }) => code)], ['1234.56', ['import.number-mended']], value)
  }
})

test('what is no number or out of range leaves the cell empty', () => {
  for (const value of ['1,234.56', '12 руб.', '1e5', 'NaN', '--1', '.']) {
    assert.deepEqual([numberCell(value).text, numberCell(value).findings[0]?.code], ['', 'import.number-bad'], value)
  }
  assert.equal(numberCell('101', 0, 100).findings[0]?.code, 'import.number-bad')
  assert.equal(numberCell('-1', 0).findings[0]?.code, 'import.number-bad')
})

test('yes and no are lower-case words, or letters where headers are ids', () => {
  assert.deepEqual(
    [true, false, null].map((value) => yesNoCell(value, 'titles').text),
    ['да', 'нет', ''],
  )
  assert.deepEqual(
    [true, false, null].map((value) => yesNoCell(value, 'ids').text),
    ['Y', 'N', ''],
  )
})

test('yes and no in custom fields are understood in any case, other words are refused', () => {
  assert.deepEqual(
    ['Да', 'ИСТИНА', '1', 'Нет', 'false', '0', ''].map((value) => yesNoTextCell(value, 'titles').text),
    ['да', 'да', 'да', 'нет', 'нет', 'нет', ''],
  )
  assert.equal(yesNoTextCell('иногда', 'titles').findings[0]?.code, 'import.yes-no-bad')
})
