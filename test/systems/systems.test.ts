import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findProofs } from './proofs.ts'
import { systems } from './systems.ts'

const features = systems.flatMap((system) => system.features)
const proofs = findProofs()
const proven = new Set(proofs.flatMap(({ ids }) => ids))

test('every feature of the five systems is named by a test that proves it, or by the reason why none does', () => {
  const without = features.filter(({ id, later }) => later === undefined && !proven.has(id))
  assert.deepEqual(
    without.map(({ id, what }) => `${id} ${what}`),
    [],
  )
})

test('what is left for later is no feature that a whole test already proves by its name', () => {
  const late = features.filter(({ later }) => later !== undefined).map(({ id }) => id)
  assert.deepEqual(
    proofs.filter(({ ids, file }) => file.startsWith('test/systems/') && ids.some((id) => late.includes(id))),
    [],
  )
})

test('titles name features that there are, and every feature once', () => {
  const known = features.map(({ id }) => id)
  assert.deepEqual(
    [...proven].filter((id) => !known.includes(id)),
    [],
  )
  assert.deepEqual(known, [...new Set(known)])
})

test('the features are those of the whole list: A1–A10, B1–B12, C1–C7, D1–D13, E1–E9', () => {
  const counts = { A: 10, B: 12, C: 7, D: 13, E: 9 }
  const expected = Object.entries(counts).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, at) => `${letter}${at + 1}`),
  )
  assert.deepEqual(
    features.map(({ id }) => id),
    expected,
  )
})

test('the proofs that stand in this folder are one for each feature at least', () => {
  const here = new Set(proofs.filter(({ file }) => file.startsWith('test/systems/')).flatMap(({ ids }) => ids))
  const missing = features.filter(({ id, later }) => later === undefined && !here.has(id))
  assert.deepEqual(
    missing.map(({ id }) => id),
    [],
  )
})
