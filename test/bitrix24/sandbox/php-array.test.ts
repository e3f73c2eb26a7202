import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asPhp, phpArray } from '../../../src/bitrix24/sandbox/php-array.ts'

test('nothing is an empty array', () => {
  assert.deepEqual(phpArray([]), [])
})

test('keys 0, 1, 2 in this order are an array, any others an object', () => {
  const of = (...keys: string[]) => phpArray(keys.map((key) => [key, key]))
  assert.deepEqual(of('0', '1', '2'), ['0', '1', '2'])
  assert.deepEqual(of('1', '0'), { 0: '0', 1: '1' })
  assert.deepEqual(of('0', '2'), { 0: '0', 2: '2' })
  assert.deepEqual(of('0', 'a'), { 0: '0', a: 'a' })
  assert.deepEqual(of('00'), { '00': '00' })
})

test('objects with positions inside a body become arrays at any depth', () => {
  assert.deepEqual(asPhp({ PHONE: { 0: { VALUE: '1' }, 1: { VALUE: '2' } }, n: null, list: [{ 0: 'x' }] }), {
    PHONE: [{ VALUE: '1' }, { VALUE: '2' }],
    n: null,
    list: [['x']],
  })
})

test('an empty object of a body stays what it is', () => {
  assert.deepEqual(asPhp({ a: {}, b: [] }), { a: {}, b: [] })
})
