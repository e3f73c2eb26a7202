import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { innKind, parseInn } from '../../src/values/inn.ts'
import { notFilled } from '../../src/values/parsed.ts'

describe('parseInn', () => {
  // The last one is the worked example of the textbooks, reckoned by others than us.
  const right = ['7700000016', '7701000019', '770100000079', '500100732259']
  for (const inn of right) it(`finds ${inn} in order`, () => assert.deepEqual(parseInn(inn), { value: inn, code: null }))

  const flagged: readonly [string, string, string][] = [
    ['7700000017', '7700000017', 'inn.check-digit'],
    ['770100000078', '770100000078', 'inn.check-digit'],
    ['0000000000', '0000000000', 'inn.check-digit'],
    ['000000000000', '000000000000', 'inn.check-digit'],
    ['191234567', '191234567', 'inn.length'],
    ['12', '12', 'inn.length'],
    ['7701000019/770101001', '7701000019/770101001', 'inn.characters'],
    ['DE123456789', 'DE123456789', 'inn.characters'],
    ['77O1000017', '77O1000017', 'inn.characters'],
  ]
  for (const [text, value, code] of flagged) {
    it(`keeps «${text}» and says ${code}`, () => assert.deepEqual(parseInn(text), { value, code }))
  }
  for (const text of [
    ' 7 701 000 019',
    '7\u00A0701\u00A0000\u00A0019',
    "'7701000019",
    'ИНН 7701000019',
    'инн: 7701000019',
    '77-01-000019',
  ]) {
    it(`finds the digits of «${text}»`, () => assert.deepEqual(parseInn(text), { value: '7701000019', code: null }))
  }
  for (const text of ['7,70E+11', '7.7E+11', '##########']) {
    it(`does not trust Excel's «${text}»`, () => assert.deepEqual(parseInn(text), { value: null, code: 'inn.excel' }))
  }
  it('has no value where nothing is written', () => assert.equal(parseInn('\u00A0'), notFilled))

  it('sees every single wrong digit of a company', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const inn = completeTen(String(number).padStart(9, '0'))
        assert.equal(parseInn(inn).code, null)
        const slip = inn.slice(0, place) + ((Number(inn[place]) + shift) % 10) + inn.slice(place + 1)
        // The check digit is reckoned modulo 11 and then 10, so that a rest of 10 hides among the zeros.
        if (completeTen(slip.slice(0, 9)) !== slip) assert.equal(parseInn(slip).code, 'inn.check-digit')
      }),
    )
  })
  it('sees that of the ten possible last digits one is right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
        const stem = String(number).padStart(9, '0')
        const good = [...'0123456789'].filter((digit) => parseInn(stem + digit).code === null)
        assert.deepEqual(good, [completeTen(stem).at(-1)])
      }),
    )
  })
  it('sees that of a hundred possible ends of a person one is right', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 9_999_999_999n }), (number) => {
        const stem = String(number).padStart(10, '0')
        const ends = Array.from({ length: 100 }, (_, end) => String(end).padStart(2, '0'))
        assert.equal(ends.filter((end) => parseInn(stem + end).code === null).length, 1)
      }),
      { numRuns: 30 },
    )
  })
})

describe('innKind', () => {
  it('goes by the length alone', () => {
    assert.equal(innKind('1234567890'), 'company')
    assert.equal(innKind('123456789012'), 'individual')
    for (const inn of ['', '123456789', '12345678901', 'DE12345678']) assert.equal(innKind(inn), null)
  })
})

/** The rule in the words of the order ММВ-7-6/435, written apart from the code under test. */
function completeTen(nine: string): string {
  const [a, b, c, d, e, f, g, h, i] = [...nine].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return nine + (((2 * a + 4 * b + 10 * c + 3 * d + 5 * e + 9 * f + 4 * g + 6 * h + 8 * i) % 11) % 10)
}
