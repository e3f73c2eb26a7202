import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { filledId, isGuid, splitVariantId } from '../../src/values/reference.ts'

const zero = '00000000-0000-0000-0000-000000000000'

describe('isGuid', () => {
  it('knows a GUID in either case', () => {
    fc.assert(fc.property(fc.uuid(), (id) => isGuid(id) && isGuid(id.toUpperCase())))
  })
  for (const text of ['', '123', `${zero} `, `${zero}#`, '{00000000-0000-0000-0000-000000000000}', zero.replaceAll('-', '')]) {
    it(`takes «${text}» for none`, () => assert.equal(isGuid(text), false))
  }
})

describe('filledId', () => {
  it('empties the zero GUID, with and without dashes', () => {
    assert.equal(filledId(` ${zero}\u00A0`), '')
    assert.equal(filledId(zero.replaceAll('-', '')), '')
  })
  it('takes the padding off any other id', () => {
    assert.equal(filledId('00-00000123   '), '00-00000123')
    assert.equal(filledId('0'), '0')
  })
})

describe('splitVariantId', () => {
  const cases: readonly [string, string, string][] = [
    ['a#b', 'a', 'b'],
    ['a#', 'a', ''],
    ['#b', '', 'b'],
    ['a', 'a', ''],
    ['', '', ''],
    [`a#${zero}`, 'a', ''],
    ['a#b#c', 'a', 'b#c'],
  ]
  for (const [id, productId, variantId] of cases) {
    it(`parts «${id}» into «${productId}» and «${variantId}»`, () =>
      assert.deepEqual(splitVariantId(id), { productId, variantId }))
  }
})
