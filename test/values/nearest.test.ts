import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { damerauLevenshtein, nearest } from '../../src/values/nearest.ts'

test('a misspelt word finds its neighbour', () => {
  const keys = ['settle', 'giveUp', 'poll']
  assert.equal(nearest('setle', keys), 'settle')
  assert.equal(nearest('sttele', keys), 'settle')
  assert.equal(nearest('pol', keys), 'poll')
  assert.equal(nearest('give-up', keys), 'giveUp')
  assert.equal(nearest('GIVE_UP', keys), 'giveUp')
})

test('a word that is like none of the known ones finds nothing', () => {
  assert.equal(nearest('webhook', ['settle', 'giveUp', 'poll']), null)
  assert.equal(nearest('in', ['out', 'archive']), null)
  assert.equal(nearest('x', []), null)
})

test('the distance counts insertions, deletions, replacements and swapped neighbours', () => {
  assert.equal(damerauLevenshtein('', ''), 0)
  assert.equal(damerauLevenshtein('abc', ''), 3)
  assert.equal(damerauLevenshtein('', 'ab'), 2)
  assert.equal(damerauLevenshtein('папка', 'папки'), 1)
  assert.equal(damerauLevenshtein('fiels', 'files'), 1)
  assert.equal(damerauLevenshtein('kitten', 'sitting'), 3)
})

test('the distance is symmetric, zero only for equal words, and at most the longer length', () => {
  const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'я') })
  fc.assert(
    fc.property(word, word, (one, other) => {
      const distance = damerauLevenshtein(one, other)
      assert.equal(distance, damerauLevenshtein(other, one))
      assert.equal(distance === 0, one === other)
      assert.ok(distance <= Math.max(one.length, other.length))
      assert.ok(distance >= Math.abs(one.length - other.length))
    }),
  )
})
