import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brakeOf } from '../../../../src/exchange/portal/plan/brake.ts'

const limits = { share: 0.5, from: 20, records: 1000 }

function plan(company: number, contact = 0, create = 0) {
  return { create, update: company + contact, updates: { company, contact } }
}

test('half of the known cards may change, one more may not', () => {
  assert.equal(brakeOf(limits, plan(50), { company: 100 }), null)
  assert.deepEqual(brakeOf(limits, plan(51), { company: 100 }), { reasons: ['share'], changed: 51, updates: 51, known: 100 })
})

test('contacts that stay do not hide that all companies change', () => {
  const found = brakeOf(limits, plan(100), { company: 100, contact: 400 })
  assert.deepEqual([found?.reasons, found?.updates, found?.known], [['share'], 100, 100])
})

test('the share says nothing of a handful of cards, nor of an exchange that knows none', () => {
  assert.equal(brakeOf(limits, plan(19), { company: 20 }), null)
  assert.equal(brakeOf(limits, plan(0, 0, 900), {}), null)
})

test('the number counts new cards too, and is switched off by null', () => {
  assert.deepEqual(brakeOf(limits, plan(1, 0, 1000), { company: 5000 })?.reasons, ['records'])
  assert.equal(brakeOf({ ...limits, records: null }, plan(1, 0, 100_000), { company: 5000 }), null)
})
