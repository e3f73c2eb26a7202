import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseBoolean } from '../../src/values/boolean.ts'
import { notFilled } from '../../src/values/parsed.ts'

describe('parseBoolean', () => {
  for (const text of ['Да', 'ДА ', 'true', 'True', '1', 'Истина', 'ИСТИНА', 'Yes', 'Y', '+']) {
    it(`reads «${text}» as yes`, () => assert.deepEqual(parseBoolean(text), { value: true, code: null }))
  }
  for (const text of ['Нет', 'нет\u00A0', 'false', 'False', '0', 'Ложь', 'ЛОЖЬ', 'no', 'N', '-', '\u2212']) {
    it(`reads «${text}» as no`, () => assert.deepEqual(parseBoolean(text), { value: false, code: null }))
  }
  it('has no answer in an empty text', () => assert.equal(parseBoolean(' '), notFilled))
  for (const text of ['может быть', '2', 'данет', 'тrue']) {
    it(`does not read «${text}»`, () => assert.deepEqual(parseBoolean(text), { value: null, code: 'boolean.unreadable' }))
  }
})
