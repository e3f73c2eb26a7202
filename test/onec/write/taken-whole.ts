import assert from 'node:assert/strict'
import fc from 'fast-check'
import { refusalsOf } from '../../../src/onec/write/outgoing.ts'
import type { OutDocument, OutRow } from '../../../src/records/out-document.ts'
import { divide, round, toFixed } from '../../../src/values/decimal.ts'
import { documentsArbitrary, fileOf, knownBase } from './made-documents.ts'
import { type Order, orderTotal, type Row } from './readers/base.ts'
import type { Model } from './readers/models.ts'

/** Documents that `refusalsOf` lets pass are taken whole, make no goods, double no clients; the same file again changes nothing. */
export async function takesWhole(model: Model, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(documentsArbitrary, async (made) => {
      const documents = made.filter((document) => refusalsOf(model.format, document, { unknownGoods: 'refuse' }).length === 0)
      const file = await fileOf(documents, model.format)
      const before = knownBase()
      const first = model.read(file, before)
      assert.deepEqual([first.ok, first.created], [true, documents.map(({ number }) => number)])
      assert.deepEqual(first.base.goods, before.goods)
      assert.deepEqual(first.base.counterparties.slice(0, before.counterparties.length), before.counterparties)
      for (const [place, document] of documents.entries()) isTakenWhole(first.base.orders[place]!, document)
      const second = model.read(file, structuredClone(first.base))
      assert.deepEqual([second.ok, second.created], [true, []])
      assert.deepEqual(second.base, first.base)
    }),
    { numRuns },
  )
}

function isTakenWhole(order: Order, { amount, client, rows, date }: OutDocument): void {
  assert.equal(orderTotal(order), Math.round(Number(amount) * 100))
  assert.equal(order.date, date.length === 10 ? `${date}T00:00:00` : date)
  if (client!.id === '') assert.match(order.client, /^new-counterparty/)
  else assert.equal(order.client, client!.id)
  const counted = rows.filter(({ quantity }) => round(quantity, 3) !== '0')
  assert.equal(order.rows.length, counted.length)
  for (const [place, row] of counted.entries()) isRowTakenWhole(order.rows[place]!, row)
}

function isRowTakenWhole(taken: Row, { productId, quantity, price, amount, vat }: OutRow): void {
  const [item, characteristic = ''] = productId.split('#')
  assert.deepEqual([taken.item, taken.characteristic], [item, characteristic])
  assert.equal(taken.quantity, Number(round(quantity, 3)))
  const counted = round(quantity, 3)
  // Of a quantity that 1C cannot have it is the price that comes to the same amount.
  const paid = counted === round(quantity, 9) ? price : divide(amount, counted, 2)
  if (toFixed(paid, 2) !== '0.00') assert.equal(taken.price, Number(toFixed(paid, 2)))
  assert.equal(taken.vat, vat === null || vat === '0' ? null : Number(vat))
}
