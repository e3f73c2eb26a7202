import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseKpp } from '../../src/values/kpp.ts'
import { notFilled } from '../../src/values/parsed.ts'

describe('parseKpp', () => {
  for (const kpp of ['770101001', '770143001', '9909AB001']) {
    it(`finds ${kpp} in order`, () => assert.deepEqual(parseKpp(` ${kpp} `), { value: kpp, code: null }))
  }
  it('puts spaces and small letters right', () =>
    assert.deepEqual(parseKpp('9909 ab\u00A0001'), { value: '9909AB001', code: null }))
  for (const kpp of ['10101001', '7701010010', '77010ABC1', '0', '000000000', '77А101001']) {
    it(`keeps ${kpp} and flags it`, () => assert.deepEqual(parseKpp(kpp), { value: kpp, code: 'kpp.format' }))
  }
  it('has no value where nothing is written', () => assert.equal(parseKpp(''), notFilled))
})
