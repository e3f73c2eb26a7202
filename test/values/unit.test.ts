import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { okei } from '../../src/values/okei.ts'
import { unitSymbol } from '../../src/values/unit.ts'

describe('unitSymbol', () => {
  const units: readonly [string, string, string][] = [
    ['796', '', 'шт'],
    ['796 ', 'что угодно', 'шт'],
    ['166', 'кг.', 'кг'],
    ['163', '', 'г'],
    ['112', '', 'л'],
    ['006', '', 'м'],
    ['6', '', 'м'],
    ['055', '', 'м2'],
    ['', 'шт.', 'шт'],
    ['', '\n\t\tШт', 'шт'],
    ['2009', 'Штука', 'шт'],
    ['', 'PCE', 'шт'],
    ['', '796 ', 'шт'],
    ['', 'кв. м', 'м2'],
    ['', 'м²', 'м2'],
    ['', 'л (дм3)', 'л'],
    ['    ', 'Килограмм', 'кг'],
    ['1', 'палета', 'палета'],
    ['', 'рул/штук  ', 'рул/штук'],
    ['9999 ', '', '9999'],
    ['', '', ''],
  ]
  for (const [code, name, symbol] of units) {
    it(`names the unit «${code}» «${name}» «${symbol}»`, () => assert.equal(unitSymbol(code, name), symbol))
  }
  it('finds every unit of the list by its code, symbol, name and international sign', () => {
    for (const unit of okei) {
      assert.equal(unitSymbol(`${unit.code} `, ''), unit.symbol)
      for (const name of [unit.symbol, unit.name, unit.international, ...unit.also].filter((word) => word !== '')) {
        assert.equal(unitSymbol('', name), unit.symbol, name)
      }
    }
  })
})

describe('okei', () => {
  it('holds no code and no symbol twice', () => {
    assert.equal(new Set(okei.map((unit) => unit.code)).size, okei.length)
    assert.equal(new Set(okei.map((unit) => unit.symbol)).size, okei.length)
  })
})
