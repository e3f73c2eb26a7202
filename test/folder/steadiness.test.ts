import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { InputFile } from '../../src/folder/input.ts'
import { isSteady, type Looks, lookAt, nextLook } from '../../src/folder/steadiness.ts'

const file = (path: string, size = 1): InputFile => ({ path, relative: path, name: path, size, mtimeMs: 5, ino: 1 })

test('steady is what has looked the same for long enough by our clock, wherever its own time stands', () => {
  const future = { size: 3, mtimeMs: Date.parse('2099-01-01') }
  const first = nextLook(undefined, future, 1000)
  assert.ok(!isSteady(first, 1000, 500))
  const second = nextLook(first, future, 1499)
  assert.ok(!isSteady(second, 1499, 500))
  assert.ok(isSteady(nextLook(second, future, 1500), 1500, 500))
})

test('a change of size or time begins the waiting anew', () => {
  const first = nextLook(undefined, { size: 3, mtimeMs: 1 }, 0)
  assert.equal(nextLook(first, { size: 4, mtimeMs: 1 }, 900).since, 900)
  assert.equal(nextLook(first, { size: 3, mtimeMs: 2 }, 900).since, 900)
})

test('no jump of the clock blocks a file for ever', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(1e6), (jump, settleMs) => {
      const before = nextLook(undefined, { size: 1, mtimeMs: 1 }, 1e12)
      const after = nextLook(before, { size: 1, mtimeMs: 1 }, 1e12 + jump)
      const later = 1e12 + jump + settleMs
      assert.ok(isSteady(nextLook(after, { size: 1, mtimeMs: 1 }, later), later, settleMs))
    }),
  )
})

test('looks at files that left the folder are forgotten, those of other folders are kept', () => {
  const looks: Looks = new Map()
  lookAt(looks, [file('/in/a'), file('/in/b')], 1, '/in')
  lookAt(looks, [file('/in 2/a')], 1, '/in 2')
  lookAt(looks, [file('/in/b', 7)], 2, '/in')
  assert.deepEqual([...looks.keys()].sort(), ['/in 2/a', '/in/b'])
  assert.equal(looks.get('/in/b')?.since, 2)
})
