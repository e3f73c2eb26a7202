import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../../../src/bitrix24/sandbox/random.ts'

const draw = (seed: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: 1000 }, random)
}

test('one seed gives the same numbers, another seed others', () => {
  assert.deepEqual(draw(7), draw(7))
  assert.notDeepEqual(draw(7), draw(8))
})

test('the numbers fill the range from 0 to below 1', () => {
  const numbers = draw(1)
  assert.ok(numbers.every((number) => number >= 0 && number < 1))
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  assert.ok(Math.abs(mean - 0.5) < 0.05, String(mean))
  assert.equal(new Set(numbers).size, numbers.length)
})
