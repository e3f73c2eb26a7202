import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareInputs, stageOf } from '../../src/exchange/stage.ts'
import type { FileFacts } from '../../src/onec/read/reading.ts'

function facts(counts: Readonly<Record<string, number>>, generatedAt: string | null = null): FileFacts {
  return { counts, generatedAt } as FileFacts
}

function inOrder(
  ...files: readonly [message: number, counts: Readonly<Record<string, number>>, generatedAt?: string][]
): readonly number[] {
  const inputs = files.map(([message, counts, generatedAt]) => ({ message, facts: facts(counts, generatedAt ?? null) }))
  return inputs.sort(compareInputs).map(({ message }) => message)
}

test('E4: what others refer to goes first: classifiers, goods, offers, counterparties, their people, rows, documents, files', () => {
  const files: readonly Readonly<Record<string, number>>[] = [
    { attachment: 1 },
    { invoice: 1 },
    { order: 1 },
    { contract: 1 },
    { documentRow: 4 },
    { contactPerson: 1 },
    { counterparty: 3 },
    { offer: 1 },
    { product: 9 },
    { priceType: 1 },
    { group: 1 },
  ]
  const order = inOrder(...files.map((counts, place) => [place, counts] as [number, Readonly<Record<string, number>>]))
  assert.deepEqual(order.slice(0, 2).sort(), [10, 9].sort())
  assert.deepEqual(order.slice(2), [8, 7, 6, 5, 4, 3, 2, 1, 0])
  assert.deepEqual(inOrder([1, { booking: 1 }], [2, { workOrder: 1 }], [3, { order: 1 }]), [3, 2, 1], 'of one rank')
})

test('a file that holds several kinds goes with the last of them, and one of nothing known first', () => {
  assert.equal(stageOf({ counts: { group: 2, product: 5, offer: 0 } }), stageOf({ counts: { product: 1 } }))
  assert.equal(stageOf({ counts: { group77: 1, product77: 2 } }), stageOf({ counts: { product: 1 } }))
  assert.equal(stageOf({ counts: { row: 3 } }), -1)
  assert.equal(stageOf({ counts: {} }), -1)
})

test('orders stay documents although they count their counterparties and those their people', () => {
  assert.deepEqual(inOrder([1, { order: 2, counterparty: 2, contactPerson: 1 }], [2, { contactPerson: 5 }]), [2, 1])
})

test('counterparties go before a table of contact persons although they name their people', () => {
  assert.deepEqual(inOrder([2, { contactPerson: 5 }], [1, { counterparty: 2, contactPerson: 1 }]), [1, 2])
})

test('of goods the oldest goes first, as the last word counts; of cards the newest, as they are written once', () => {
  const dates = ['2026-03-05T10:00:00', '2026-03-04T10:00:00', '2026-03-06']
  const files = (kind: string) =>
    dates.map((date, place) => [place, { [kind]: 1 }, date] as [number, Record<string, number>, string])
  assert.deepEqual(inOrder(...files('offer')), [1, 0, 2])
  assert.deepEqual(inOrder(...files('counterparty')), [2, 0, 1])
  assert.deepEqual(inOrder(...files('order')), [2, 0, 1])
  assert.deepEqual(inOrder([1, { product: 1 }], [2, { product: 1 }]), [1, 2], 'without dates the number of the message tells')
  assert.deepEqual(inOrder([1, { workOrder: 1 }], [2, { workOrder: 1 }]), [2, 1])
})

test('the order is one and the same from whatever order the files come in', () => {
  const counts = fc.dictionary(
    fc.constantFrom('group', 'product', 'offer', 'counterparty', 'contactPerson', 'order', 'row'),
    fc.nat(2),
  )
  const date = fc.option(fc.constantFrom('2026-03-04', '2026-03-05T10:00:00'), { nil: undefined })
  const inputs = fc.array(fc.tuple(counts, date), { maxLength: 7 })
  fc.assert(
    fc.property(inputs, fc.infiniteStream(fc.nat()), (given, random) => {
      const files = given.map(
        ([each, when], message) => [message, each, when] as [number, Record<string, number>, string | undefined],
      )
      const shuffled = files.map((file) => ({ file, at: random.next().value as number })).sort((a, b) => a.at - b.at)
      const sorted = inOrder(...(files as [number, Record<string, number>, string][]))
      assert.deepEqual(inOrder(...(shuffled.map(({ file }) => file) as [number, Record<string, number>, string][])), sorted)
    }),
  )
})
