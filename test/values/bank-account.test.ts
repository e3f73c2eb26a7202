import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseAccount, parseBik } from '../../src/values/bank-account.ts'
import { notFilled } from '../../src/values/parsed.ts'

// The public correspondent account of a big bank, the surest sample of the key that there is.
const bik = '044525225'
const correspondent = '30101810400000000225'

describe('parseAccount', () => {
  it('finds a correspondent account in order', () => {
    assert.deepEqual(parseAccount(correspondent, bik), { value: correspondent, code: null })
  })
  it('accepts one key digit of ten, in a bank and in a cash centre', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.constantFrom(bik, '044525974', '046577000', '044030001'), (number, bank) => {
        const accounts = [...'0123456789'].map((key) => `40702810${key}000${String(number).padStart(8, '0')}`)
        assert.equal(accounts.filter((account) => parseAccount(account, bank).code === null).length, 1)
      }),
    )
  })
  it('keeps a wrong one and flags it', () => {
    assert.deepEqual(parseAccount('30101810500000000225', bik), { value: '30101810500000000225', code: 'account.check-key' })
    assert.deepEqual(parseAccount('4070281000000000001', bik), { value: '4070281000000000001', code: 'account.length' })
    assert.deepEqual(parseAccount('kz86125kzt5004100100', ''), { value: 'KZ86125KZT5004100100', code: 'account.length' })
  })
  it('checks no key without a bank, nor one of the treasury', () => {
    for (const bank of ['', ' ', '12', '017003983', '44525225']) {
      assert.deepEqual(parseAccount('03214643000000017300', bank), { value: '03214643000000017300', code: null })
    }
  })
  it('finds the digits between points and spaces', () => {
    assert.deepEqual(parseAccount('301 01 810.4.0000 0000225', bik), { value: correspondent, code: null })
  })
  it('does not trust Excel', () => assert.deepEqual(parseAccount('4,07028E+19', bik), { value: null, code: 'account.excel' }))
  it('has no value where nothing is written', () => assert.equal(parseAccount(' ', bik), notFilled))
})

describe('parseBik', () => {
  it('finds nine digits in order', () => assert.deepEqual(parseBik(' 044 525 225'), { value: bik, code: null }))
  for (const text of ['44525225', '0445252250', '144525225', 'SABRRUMM']) {
    it(`keeps ${text} and flags it`, () => assert.deepEqual(parseBik(text), { value: text, code: 'bik.format' }))
  }
  it('has no value where nothing is written', () => assert.equal(parseBik(''), notFilled))
})
