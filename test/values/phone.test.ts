import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parsePhones } from '../../src/values/phone.ts'

describe('parsePhones, one number', () => {
  const numbers: readonly [string, string | null, string][] = [
    ['+7 (495) 123-45-67', '+74951234567', ''],
    ['8-495-123-45-67', '+74951234567', ''],
    ['84951234567', '+74951234567', ''],
    ['74951234567', '+74951234567', ''],
    ['4951234567', '+74951234567', ''],
    ['8.495.123.45.67', '+74951234567', ''],
    ['+7 (495) 123\u201145\u201167', '+74951234567', ''],
    ['+8 (495) 123-45-67', '+74951234567', ''],
    ['+84951234567', '+84951234567', ''],
    ['+89161234567', '+79161234567', ''],
    ['8 800 555-35-35', '+78005553535', ''],
    ['+375 29 123-45-67', '+375291234567', ''],
    ['375291234567', '+375291234567', ''],
    ['8 10 375 29 1234567', '+375291234567', ''],
    ['8 701 123 45 67', '+77011234567', ''],
    ['8(495)123-45-67, доб. 12', '+74951234567', '12'],
    ['8(495)123-45-67 доб. 12, 13', '+74951234567', '12'],
    ['8(495)123-45-67; доб. 12', '+74951234567', '12'],
    ['8(495)123-45-67 (доб 12)', '+74951234567', '12'],
    ['8(495)123-45-67 доб.12345, 12346', '+74951234567', '12345'],
    ['84951234567 вн. 5', '+74951234567', '5'],
    ['84951234567 внутр. 105', '+74951234567', '105'],
    ['8 495 123 45 67 ext 12', '+74951234567', '12'],
    ['8 495 123 45 67 #12', '+74951234567', '12'],
    ['8 495 123 45 67 x12', '+74951234567', '12'],
    ['тел. 8 495 123 45 67', '+74951234567', ''],
    ['т/ф 8 495 123 45 67', '+74951234567', ''],
    ['+7 495 123 45 67 Иван', '+74951234567', ''],
    ['Иван, 2-й этаж: 8 495 123 45 67', '+74951234567', ''],
    ['8 (495) 123-45-67 (Иван, с 9 до 18)', '+74951234567', ''],
    ['8(495)123-45-67/68', '+74951234567', ''],
    ['84951234567 дом 5 кв 12', '+74951234567', ''],
    ['123-45-67', null, ''],
    ['123-45-67 доб. 8', null, '8'],
    ['нет', null, ''],
    ['205', null, ''],
    ['05.03.2026', null, ''],
    ['+7 916', null, ''],
  ]
  for (const [text, e164, extension] of numbers) {
    it(`reads «${text}»`, () => assert.deepEqual(parsePhones(text, 'home'), [{ use: 'home', text, e164, extension }]))
  }
  for (const text of ['', ' ', '\u00A0', ' ; , ']) {
    it(`finds nothing in ${JSON.stringify(text)}`, () => assert.deepEqual(parsePhones(text), []))
  }
  it('reads numbers as at home in another country', () => {
    assert.equal(parsePhones('8 029 123-45-67', undefined, 'BY')[0]?.e164, '+375291234567')
    assert.equal(parsePhones('050 123 45 67', undefined, 'UA')[0]?.e164, '+380501234567')
  })
})

describe('parsePhones, several numbers in one cell', () => {
  // The cell, the texts of its entries, their numbers (`-` for none).
  const cells: readonly [string, string, string][] = [
    ['8 916 123-45-67; 8 916 123-45-68', '8 916 123-45-67 | 8 916 123-45-68', '+79161234567 +79161234568'],
    ['89161234567,89161234568', '89161234567 | 89161234568', '+79161234567 +79161234568'],
    ['89161234567 / 89161234568 /', '89161234567 | 89161234568', '+79161234567 +79161234568'],
    ['89161234567\r\n89161234568\n', '89161234567 | 89161234568', '+79161234567 +79161234568'],
    ['89161234567 и 89161234568', '89161234567 | 89161234568', '+79161234567 +79161234568'],
    ['89161234567 89161234568', '89161234567 | 89161234568', '+79161234567 +79161234568'],
    ['8 916 123-45-67 8 916 123-45-68', '8 916 123-45-67 | 8 916 123-45-68', '+79161234567 +79161234568'],
    ['+79161234567 +79161234568', '+79161234567 | +79161234568', '+79161234567 +79161234568'],
    ['8 (916) 123-45-67 (495) 123-45-69', '8 (916) 123-45-67 | (495) 123-45-69', '+79161234567 +74951234569'],
    ['+7 916 1234567 Иван +7 917 1234567 Пётр', '+7 916 1234567 Иван | +7 917 1234567 Пётр', '+79161234567 +79171234567'],
    ['Иван и Мария 89161234567 и 89161234568', 'Иван и Мария 89161234567 | 89161234568', '+79161234567 +79161234568'],
    ['+79161234567 ( Иван ) +79161234568 (Мария)', '+79161234567 ( Иван ) | +79161234568 (Мария)', '+79161234567 +79161234568'],
    ['84951234567 (доб. 123), 8 916 123 45 67', '84951234567 (доб. 123) | 8 916 123 45 67', '+74951234567 +79161234567'],
    ['2-34-56 89161234567', '2-34-56 | 89161234567', '- +79161234567'],
    ['8(495)123-45-67, 123-45-68', '8(495)123-45-67 | 123-45-68', '+74951234567 -'],
    ['123-45-67; 02', '123-45-67 | 02', '- -'],
  ]
  for (const [cell, texts, numbers] of cells) {
    it(`parts ${JSON.stringify(cell)}`, () => {
      const phones = parsePhones(cell)
      assert.equal(phones.map((phone) => phone.text).join(' | '), texts)
      assert.equal(phones.map((phone) => phone.e164 ?? '-').join(' '), numbers)
    })
  }

  it('reads a whole address book in one cell', () => {
    const numbers = Array.from(
      { length: 300 },
      (_, place) =>
        `8 916 123-4${String(place)
          .padStart(3, '0')
          .replace(/(\d)(\d\d)$/, '$1-$2')}`,
    )
    const read = parsePhones(numbers.join(' '))
    assert.deepEqual(
      read.map((phone) => phone.e164),
      numbers.map((number) => number.replace('8', '+7').replaceAll(/[ -]/g, '')),
    )
  })

  const subscriber = fc.integer({ min: 1_000_000, max: 9_999_999 }).map(String)
  const code = fc.constantFrom('916', '925', '495', '812', '843')
  const shape = fc.constantFrom<(area: string, tail: string) => string>(
    (area, tail) => `+7${area}${tail}`,
    (area, tail) => `8${area}${tail}`,
    (area, tail) => `8 (${area}) ${tail.slice(0, 3)}-${tail.slice(3, 5)}-${tail.slice(5)}`,
    (area, tail) => `8-${area}-${tail.slice(0, 3)}-${tail.slice(3, 5)}-${tail.slice(5)}`,
    (area, tail) => `+7 ${area} ${tail.slice(0, 3)} ${tail.slice(3, 5)} ${tail.slice(5)}`,
  )
  const number = fc
    .tuple(code, subscriber, shape)
    .map(([area, tail, write]) => ({ text: write(area, tail), e164: `+7${area}${tail}` }))

  it('reads back any list of numbers, whatever parts them', () => {
    const separators = fc.constantFrom('; ', ';', ', ', ',', ' / ', '\n', '\r\n', ' и ', ' ')
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 4 }), separators, (numbers, separator) => {
        const read = parsePhones(numbers.map(({ text }) => text).join(separator))
        assert.deepEqual(
          read.map(({ text, e164 }) => ({ text, e164 })),
          numbers,
        )
      }),
    )
  })
  it('loses no letter and no digit of any cell', () => {
    const sign = fc.constantFrom(...'0123456789+8()- ,;/.#дбИи\n'.split(''), 'доб. ', ' и ', '8916123')
    const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const read = letters(
          parsePhones(signs.join(''))
            .map((phone) => phone.text)
            .join(''),
        )
        // « и » between two numbers is a separator, and may go.
        assert.equal(read.replaceAll('и', ''), letters(signs.join('')).replaceAll('и', ''))
      }),
    )
  })
})

describe('the use of a phone', () => {
  it('is what the column says', () => {
    assert.equal(parsePhones('89161234567', 'work')[0]?.use, 'work')
    assert.equal(parsePhones('факс 84951234567', 'other')[0]?.use, 'other')
  })
  const guesses: readonly [string, string][] = [
    ['89161234567', 'mobile'],
    ['8 701 123 45 67', 'mobile'],
    ['+375291234567', 'mobile'],
    ['84951234567', 'work'],
    ['123-45-67', 'work'],
    ['факс 84951234567', 'fax'],
    ['тел./факс 84951234567', 'work'],
  ]
  for (const [text, use] of guesses) {
    it(`is ${use} for «${text}» where the column says nothing`, () => assert.equal(parsePhones(text)[0]?.use, use))
  }
})
