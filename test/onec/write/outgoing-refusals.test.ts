import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalsOf } from '../../../src/onec/write/outgoing.ts'
import type { OutDocument } from '../../../src/records/out-document.ts'
import { bolt, fileOf, knownBase, madeDocument, madeRow, newParty } from './made-documents.ts'
import { orderTotal } from './readers/base.ts'
import { bus31, models, unf, ut11, ut103 } from './readers/models.ts'

const refuse = { unknownGoods: 'refuse' } as const

function codes(document: OutDocument, unknownGoods: 'refuse' | 'send' = 'refuse', format: 'commerceml' | 'csv' = 'commerceml') {
  return refusalsOf(format, document, { unknownGoods }).map(({ code }) => code)
}

/** What a model makes of documents that should not have been written. */
async function punished(model: (typeof models)[number], documents: readonly OutDocument[], base = knownBase()) {
  return model.read(await fileOf(documents, model.format), base)
}

test('a document as it should be may go in every format', () => {
  for (const format of ['commerceml', 'commerceml-3', 'csv', 'xml'] as const)
    assert.deepEqual(refusalsOf(format, madeDocument(), refuse), [])
})

test('the plain formats want a number and nothing else', () => {
  const bad = madeDocument({ number: 'ОЧЕНЬ-ДЛИННЫЙ-НОМЕР', currency: '', client: null, rows: [], amount: '5' })
  assert.deepEqual(codes(bad, 'refuse', 'csv'), [])
  assert.deepEqual(codes({ ...bad, number: ' ' }, 'refuse', 'csv'), ['outgoing.no-number'])
  assert.deepEqual(codes({ ...bad, number: '' }), [
    'outgoing.no-number',
    'outgoing.no-currency',
    'outgoing.no-client',
    'outgoing.no-rows',
  ])
})

test('without a number an order is made anew with every reading', async () => {
  for (const number of ['', ' ', '\u0001']) {
    const bad = madeDocument({ number })
    assert.deepEqual(codes(bad), ['outgoing.no-number'])
    const { base } = await punished(ut11, [bad])
    assert.equal((await punished(ut11, [bad], base)).base.orders.length, 2)
  }
})

test('with a number of more than eleven letters УТ 11 makes an order with every reading', async () => {
  const bad = madeDocument({ number: 'CRM24-123456' })
  assert.deepEqual(codes(bad), ['outgoing.number-long'])
  const { base } = await punished(ut11, [bad])
  assert.equal((await punished(ut11, [bad], base)).base.orders.length, 2)
  assert.deepEqual(codes(madeDocument({ number: 'CRM24-12345' })), [])
})

test('without a currency, or with one that is no code, the rest of the file is lost', async () => {
  for (const currency of ['', 'руб.', '643', 'R B']) assert.deepEqual(codes(madeDocument({ currency })), ['outgoing.no-currency'])
  const documents = [madeDocument({ portalId: 1 }), madeDocument({ portalId: 2, currency: '' }), madeDocument({ portalId: 3 })]
  for (const model of [ut11, unf]) assert.deepEqual((await punished(model, documents)).created, ['B24-1'], model.name)
  assert.deepEqual((await punished(bus31, documents)).created, [])
  assert.deepEqual((await punished(ut103, [madeDocument({ currency: 'сом' })])).ok, false)
})

test('without a client, or with one without a name, the file is lost or the order is nobody’s', async () => {
  for (const client of [null, newParty({ name: '' }), newParty({ name: ' \r\n\u0007' })]) {
    const bad = madeDocument({ portalId: 2, client })
    assert.deepEqual(codes(bad), ['outgoing.no-client'])
    for (const model of models) {
      const { ok, base } = await punished(model, [madeDocument({ portalId: 1 }), bad])
      assert.ok(!ok || base.orders[1]!.client === '', model.name)
    }
  }
})

test('without rows УТ 11 makes an order that it never reads again; a row without a quantity is none', async () => {
  for (const rows of [[], [madeRow({ quantity: '0' })], [madeRow({ quantity: '0.0004', price: '0' })]]) {
    const bad = madeDocument({ rows })
    assert.deepEqual(codes(bad), ['outgoing.no-rows'])
    const { base } = await punished(ut11, [bad])
    assert.deepEqual([base.orders[0]?.rows, (await punished(ut11, [madeDocument()], base)).skipped], [[], ['B24-1045']])
  }
})

test('of a product that has no GUID of 1C every model makes a new one', async () => {
  const ids = ['', '4512', 'ART-10', '00000000-0000-0000-0000-000000000000', `${bolt.ref}0`, `x${bolt.ref}`]
  for (const productId of ids) {
    const bad = madeDocument({ rows: [madeRow({ productId, name: 'Гайка', article: 'Г-1' })] })
    const [refusal] = refusalsOf('commerceml', bad, refuse)
    assert.deepEqual([refusal?.code, refusal?.args], ['outgoing.unknown-goods', { number: 'B24-1045', goods: '«Гайка» (Г-1)' }])
    assert.deepEqual(codes(bad, 'send'), [])
    for (const model of models)
      assert.equal((await punished(model, [bad])).base.goods.length, knownBase().goods.length + 1, `${model.name}: ${productId}`)
  }
  for (const productId of [bolt.ref.toUpperCase(), `${bolt.ref}#`, `${bolt.ref}#любая`])
    assert.deepEqual(codes(madeDocument({ rows: [madeRow({ productId })] })), [])
})

test('a row without a quantity does not have to be known', () => {
  assert.deepEqual(codes(madeDocument({ rows: [madeRow(), madeRow({ productId: '', quantity: '0' })] })), [])
})

test('where the rows do not add up to the amount of the card, 1C has another sum', async () => {
  const discounted = madeDocument({ amount: '100' })
  const tiny = madeDocument({ rows: [madeRow(), madeRow({ quantity: '0.0004', price: '100000' })] })
  for (const bad of [discounted, tiny]) {
    assert.deepEqual(codes(bad), ['outgoing.total-differs'])
    for (const model of models) {
      const [order] = (await punished(model, [bad])).base.orders
      assert.notEqual(orderTotal(order!), Number(bad.amount) * 100, model.name)
    }
  }
})

test('a kopeck between the sum of the card and its rounded rows is none; one that no rounding explains is', () => {
  const rows = [madeRow({ price: '0.5', quantity: '0.01' }), madeRow({ price: '0.5', quantity: '0.01' })]
  assert.deepEqual(
    rows.map(({ amount }) => amount),
    ['0.01', '0.01'],
  )
  assert.deepEqual(codes(madeDocument({ rows })), [])
  assert.deepEqual(codes(madeDocument({ amount: '120.01' })), ['outgoing.total-differs'], 'one row is not off by a kopeck')
  assert.deepEqual(codes(madeDocument({ rows: [madeRow(), madeRow()], amount: '240.02' })), ['outgoing.total-differs'])
})
