import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NewOperation } from '../../src/ledger/operations.ts'
import { tempLedger } from './temp-ledger.ts'

function operation(card: number, given: Partial<NewOperation> = {}): NewOperation {
  return { run: 1, card, entity: 'company', key: `k${card}`, portalId: null, change: '{}', sentAt: 1772690707000, ...given }
}

test('what is about to be sent is numbered in order, and stands open until its outcome is known', async (t) => {
  const { operations } = (await tempLedger(t)).ledger
  const numbers = await operations.sending([operation(1), operation(2, { portalId: 9 }), operation(3), operation(4, { run: 2 })])
  assert.deepEqual(numbers, [1, 2, 3, 4])
  await operations.settle([
    { number: 1, state: 'done', portalId: 77, result: '{"id":77}' },
    { number: 2, state: 'unknown', portalId: 9, result: null },
  ])
  assert.deepEqual(
    (await operations.open(1)).map(({ number, state }) => [number, state]),
    [
      [2, 'unknown'],
      [3, 'sent'],
    ],
  )
  const [first] = await operations.ofCards(1, [1])
  assert.deepEqual(first, { ...operation(1), number: 1, portalId: 77, state: 'done', result: '{"id":77}' })
  assert.deepEqual(
    (await operations.ofCards(1, [3, 2, 4])).map(({ card }) => card),
    [3, 2],
    'those of that run',
  )
})

test('what took effect comes the newest first, also while it is being taken back', async (t) => {
  const { operations } = (await tempLedger(t)).ledger
  const numbers = await operations.sending(Array.from({ length: 1203 }, (_, place) => operation(place)))
  await operations.settle(
    numbers.map((number) => ({ number, state: number % 3 === 0 ? 'refused' : 'done', portalId: null, result: null })),
  )
  const read: number[] = []
  for await (const batch of operations.done(1)) {
    read.push(...batch.map(({ number }) => number))
    await operations.settle(batch.map(({ number }) => ({ number, state: 'undone', portalId: null, result: null })))
  }
  assert.deepEqual(read, numbers.filter((number) => number % 3 !== 0).toReversed())
  assert.deepEqual(await Array.fromAsync(operations.done(1)), [])
})

test('the history of a 1C id comes the newest first', async (t) => {
  const { operations } = (await tempLedger(t)).ledger
  await operations.sending([operation(1), operation(2, { key: 'k1', run: 2 }), operation(3), operation(4, { key: 'k1', run: 3 })])
  assert.deepEqual(
    (await operations.byKey('k1', 2)).map(({ run }) => run),
    [3, 2],
  )
})
