import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { spoiltByExcel } from '../../src/values/excel.ts'

describe('spoiltByExcel', () => {
  for (const text of ['7,70E+11', '4.07028E+19', '1e5', '-1,5E-7', '###', '########']) {
    it(`knows «${text}»`, () => assert.equal(spoiltByExcel(text), true))
  }
  for (const text of ['', '#', 'E5', '12', 'АБ-7E', '7E+', '##1##']) {
    it(`has nothing against «${text}»`, () => assert.equal(spoiltByExcel(text), false))
  }
})
