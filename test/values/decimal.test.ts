import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { compare, divide, multiply, parseDecimal, round, sum, toFixed } from '../../src/values/decimal.ts'
import { notFilled } from '../../src/values/parsed.ts'

describe('parseDecimal', () => {
  const readable: readonly [string, string][] = [
    ['0', '0'],
    ['-0,00', '0'],
    ['007', '7'],
    ['12.50', '12.5'],
    ['12,5', '12.5'],
    [',5', '0.5'],
    ['1,234', '1.234'],
    ['1\u00A0234\u00A0567,5', '1234567.5'],
    ['1\u202F250,5', '1250.5'],
    ['1 250,5', '1250.5'],
    ['-999 999 999,9', '-999999999.9'],
    ["1'234.5", '1234.5'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['\u2212 15,2', '-15.2'],
    ['+3', '3'],
    [' 12 345 678 901 234 567 890,123456789 ', '12345678901234567890.123456789'],
    ['0.0000000000001', '0.0000000000001'],
  ]
  for (const [text, value] of readable) {
    it(`reads «${text}» as ${value}`, () => assert.deepEqual(parseDecimal(text), { value, code: null }))
  }
  for (const text of [
    '12 руб',
    '1 2',
    '12 34,5',
    '1,2,3',
    '1.2.3',
    '-',
    'много',
    '--5',
    '1 234 56',
    '5-',
    '1\n234',
    '12 %',
    '0x10',
    '٣',
  ]) {
    it(`does not read ${JSON.stringify(text)}`, () =>
      assert.deepEqual(parseDecimal(text), { value: null, code: 'number.unreadable' }))
  }
  for (const text of ['7,70E+11', '1E5', '1.5e-7', '########']) {
    it(`knows Excel's «${text}»`, () => assert.deepEqual(parseDecimal(text), { value: null, code: 'number.excel' }))
  }
  it('tells an empty text from zero', () => {
    assert.equal(parseDecimal(''), notFilled)
    assert.equal(parseDecimal(' \u00A0'), notFilled)
  })

  it('reads back every number in every way of grouping', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.nat(999), fc.boolean(), (whole, part, minus) => {
        const value = sum([`${minus ? '-' : ''}${whole}.${String(part).padStart(3, '0')}`])
        for (const [group, point] of [
          [' ', ','],
          ['\u00A0', ','],
          ['\u202F', '.'],
          ['.', ','],
          [',', '.'],
          ["'", '.'],
          ['', '.'],
          ['', ','],
        ]) {
          const grouped = String(whole).replaceAll(/\B(?=(?:\d{3})+$)/g, group!)
          const text = `${minus ? '-' : ''}${grouped}${point}${String(part).padStart(3, '0')}`
          assert.deepEqual(parseDecimal(text), { value, code: null }, text)
        }
      }),
    )
  })
})

describe('arithmetic', () => {
  // Hundred-thousandths as BigInt are the judge.
  const amount = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
  const write = (value: bigint, places: number) => {
    const digits = String(value < 0n ? -value : value).padStart(places + 1, '0')
    return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
  }
  const canonical = (value: bigint, places: number) => parseDecimal(write(value, places)).value

  it('adds exactly', () => {
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        const total = amounts.reduce((subtotal, value) => subtotal + value, 0n)
        assert.equal(sum(amounts.map((value) => write(value, 5))), canonical(total, 5))
      }),
    )
  })
  it('multiplies exactly', () => {
    fc.assert(fc.property(amount, amount, (a, b) => assert.equal(multiply(write(a, 5), write(b, 2)), canonical(a * b, 7))))
  })
  it('divides as it multiplies, half up to the places asked for', () => {
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.nat(8), (a, b, places) => {
        const scaled = (a < 0n ? -a : a) * 10n ** BigInt(places)
        const half = (scaled * 2n + b) / (b * 2n)
        const expected = write(a < 0n ? -half : half, places || 1)
        const text = places === 0 ? String(a < 0n ? -half : half) : expected
        assert.equal(divide(String(a), String(b), places), parseDecimal(text).value)
      }),
    )
  })
  it('keeps the half-penny that floating point loses', () => {
    assert.equal(sum(['0.1', '0.2']), '0.3')
    assert.equal(round('1.005', 2), '1.01')
    assert.equal(round('-2.5', 0), '-3')
    assert.equal(round('1234.5', -2), '1200')
    assert.equal(round('-0.4', 0), '0')
  })
  it('compares by value, not by text', () => {
    assert.equal(compare('10', '9'), 1)
    assert.equal(compare('-10', '9'), -1)
    assert.equal(compare('1.50', '1.5'), 0)
  })
  it('prints the places asked for', () => {
    assert.equal(toFixed('1234.5', 2), '1234.50')
    assert.equal(toFixed('-0.001', 2), '0.00')
    assert.equal(toFixed('2.345', 2), '2.35')
    assert.equal(toFixed('7', 0), '7')
    assert.equal(toFixed('10000000000000000000000000', 1), '10000000000000000000000000.0')
  })
  it('takes a division by zero for a bug of the caller', () => assert.throws(() => divide('1', '0', 2), /zero/i))
  it('adds nothing to zero', () => assert.equal(sum([]), '0'))
})
