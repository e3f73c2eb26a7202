import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FaultTime, faultPlan } from '../../../src/bitrix24/sandbox/faults.ts'

/** Which of the requests, counted from 1, meet a fault of that time. */
function met(time: FaultTime, requests: readonly (readonly string[])[], seed = 1): readonly number[] {
  const plan = faultPlan([{ ...time, do: 'empty' }], seed)
  return requests.flatMap((methods, index) => (plan.ofRequest(methods).length > 0 ? [index + 1] : []))
}

const tenAdds = Array.from({ length: 10 }, () => ['note.add'])

test('a fault meets the first request of its method, once', () => {
  assert.deepEqual(met({ on: 'note.add' }, [['echo'], ['note.add'], ['note.add']]), [2])
})

test('a method is met inside a batch, a batch by its own name', () => {
  const requests = [['batch', 'echo'], ['batch', 'echo', 'note.add'], ['note.add']]
  assert.deepEqual(met({ on: 'Note.Add', times: 'ever' }, requests), [2, 3])
  assert.deepEqual(met({ on: 'batch', times: 'ever' }, requests), [1, 2])
  assert.deepEqual(met({ on: 'any', times: 'ever' }, requests), [1, 2, 3])
})

test('a star stands for any part of a name, a point only for itself', () => {
  const requests = [['crm.item.add'], ['crm.requisite.add'], ['crmxitem.add']]
  assert.deepEqual(met({ on: 'crm.item.*', times: 'ever' }, requests), [1])
  assert.deepEqual(met({ on: '*.add', times: 'ever' }, requests), [1, 2, 3])
})

test('it comes at a place, so many times, or again and again', () => {
  assert.deepEqual(met({ on: 'any', at: 3 }, tenAdds), [3])
  assert.deepEqual(met({ on: 'any', at: 3, times: 2 }, tenAdds), [3, 4])
  assert.deepEqual(met({ on: 'any', at: 3, times: 'ever' }, tenAdds), [3, 4, 5, 6, 7, 8, 9, 10])
  assert.deepEqual(met({ on: 'any', at: 3, every: 3 }, tenAdds), [3, 6, 9])
  assert.deepEqual(met({ on: 'any', every: 4, times: 2 }, tenAdds), [1, 5])
})

test('a probability is drawn from the seed', () => {
  const requests = Array.from({ length: 1000 }, () => ['note.add'])
  const first = met({ on: 'any', chance: 0.1 }, requests, 7)
  assert.deepEqual(met({ on: 'any', chance: 0.1 }, requests, 7), first)
  assert.notDeepEqual(met({ on: 'any', chance: 0.1 }, requests, 8), first)
  assert.ok(first.length > 70 && first.length < 130, String(first.length))
  assert.equal(met({ on: 'any', chance: 0.1, times: 5 }, requests, 7).length, 5)
})

test('several faults count for themselves, also those added later', () => {
  const plan = faultPlan([{ on: 'any', at: 2, do: 'empty' }], 1)
  assert.deepEqual(plan.ofRequest(['a']), [])
  plan.add({ on: 'any', do: 'reset' })
  assert.deepEqual(
    plan.ofRequest(['a']).map((fault) => fault.do),
    ['empty', 'reset'],
  )
})

test('the refusal of a command counts commands and is no fault of a request', () => {
  const refusal = { do: 'refuse-command', status: 400, error: '', description: 'TypeAddress exists.' } as const
  const plan = faultPlan([{ on: 'address.add', at: 2, every: 2, ...refusal }], 1)
  assert.deepEqual(plan.ofRequest(['address.add']), [])
  const told = Array.from({ length: 4 }, () => plan.ofCommand('address.add')?.description)
  assert.deepEqual(told, [undefined, 'TypeAddress exists.', undefined, 'TypeAddress exists.'])
  assert.equal(plan.ofCommand('note.add'), null)
})
