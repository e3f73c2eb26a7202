import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newPlaces, pathText } from '../../src/settings/places.ts'

test('a path counts the items of a list from 1', () => {
  assert.equal(pathText(['exchanges', 0, 'columns', 'number']), 'exchanges[1].columns.number')
  assert.equal(pathText([]), '')
})

test('what is not in the file is looked for at the block around it', () => {
  const places = newPlaces()
  places.set(['logs'], { key: 10, value: 16 })
  assert.equal(places.ofValue(['logs']), 16)
  assert.equal(places.ofKey(['logs']), 10)
  assert.equal(places.ofValue(['logs', 'level']), 16)
  assert.equal(places.ofKey(['logs', 'level', 'x']), 16)
  assert.equal(places.ofValue(['answer']), 0)
})

test('what the file has is told from what is only meant', () => {
  const places = newPlaces()
  places.set(['logs'], { value: 16 })
  assert.deepEqual([places.has(['logs']), places.has(['logs', 'level'])], [true, false])
})
