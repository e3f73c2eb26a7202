import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseOgrn } from '../../src/values/ogrn.ts'
import { notFilled } from '../../src/values/parsed.ts'

describe('parseOgrn', () => {
  // 102770000000 mod 11 = 1 and 30477000000000 mod 13 = 7, by hand.
  it('finds an ОГРН and an ОГРНИП in order', () => {
    const company = `102770000000${(102770000000 % 11) % 10}`
    const proprietor = `30477000000000${(30477000000000 % 13) % 10}`
    assert.deepEqual(parseOgrn(` ${company} `), { value: company, code: null })
    assert.deepEqual(parseOgrn(`ОГРНИП: ${proprietor}`), { value: proprietor, code: null })
  })
  it('accepts one last digit of ten', () => {
    fc.assert(
      fc.property(fc.constantFrom(12, 14), fc.bigInt({ min: 1n, max: 999_999_999_999n }), (length, number) => {
        const stem = String(number).padStart(length, '1')
        const good = [...'0123456789'].filter((digit) => parseOgrn(stem + digit).code === null)
        assert.equal(good.length, 1)
      }),
    )
  })
  it('keeps a wrong one and flags it', () => {
    assert.deepEqual(parseOgrn('0000000000000'), { value: '0000000000000', code: 'ogrn.check-digit' })
    assert.deepEqual(parseOgrn('12345'), { value: '12345', code: 'ogrn.length' })
    assert.deepEqual(parseOgrn('нет'), { value: 'нет', code: 'ogrn.length' })
  })
  it('does not trust Excel', () => assert.deepEqual(parseOgrn('1,03E+12'), { value: null, code: 'ogrn.excel' }))
  it('has no value where nothing is written', () => assert.equal(parseOgrn(''), notFilled))
})
