import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calling } from './calling.ts'

type Row = Readonly<Record<string, unknown>>

function withDeal(fields: object = {}) {
  const portal = calling()
  portal.call('crm.item.add', { entityTypeId: 2, fields: { title: 'А', ...fields } })
  const set = (productRows: readonly object[]) =>
    portal.call<{ productRows: Row[] }>('crm.item.productrow.set', { ownerType: 'D', ownerId: 1, productRows }).productRows
  const deal = () => portal.call<{ item: Row }>('crm.item.get', { entityTypeId: 2, id: 1 }).item
  return { ...portal, set, deal }
}

const prices = (row: Row) =>
  ['priceExclusive', 'priceNetto', 'priceBrutto', 'discountSum', 'discountRate', 'taxRate'].map((name) => row[name])

test('prices are calculated back from the one given, to the cent at every step', () => {
  const { set } = withDeal()
  const rows = set([
    { price: 80000, discountRate: 20, taxRate: 20, taxIncluded: 'Y' },
    { price: '90000', discountTypeId: 2, discountRate: '10', taxRate: '10' },
    { price: 100 },
    { price: 120, taxRate: 20, discountTypeId: 1, discountSum: 25 },
    { price: 0, discountRate: 100 },
  ])
  assert.deepEqual(rows.map(prices), [
    [66666.67, 83333.34, 100000.01, 16666.67, 20, 20],
    [81818.18, 90909.09, 100000, 9090.91, 10, 10],
    [100, 100, 100, 0, 0, null],
    [100, 125, 150, 25, 20, 20],
    [0, 0, 0, 0, 100, null],
  ])
})

test('set replaces all rows with new ones, and the amount of the deal follows', () => {
  const { call, set, deal } = withDeal({ opportunity: 5 })
  set([{ price: 100.1, quantity: 3, taxRate: 20, productName: 'Масло' }])
  assert.deepEqual([deal()['opportunity'], deal()['taxValue']], [300.3, 50.04])
  const [row] = set([{ price: 7, productName: 'Фильтр' }, { price: 8 }])
  assert.deepEqual([row!['id'], deal()['opportunity']], [2, 15])
  call('crm.item.update', { entityTypeId: 2, id: 1, fields: { opportunity: 999 } })
  assert.equal(deal()['opportunity'], 15)
  call('crm.item.update', { entityTypeId: 2, id: 1, fields: { opportunity: 999, isManualOpportunity: 'Y' } })
  set([])
  assert.equal(deal()['opportunity'], 999)
})

test('rows are added, read, listed by their owners and deleted one by one', () => {
  const { call, ask, refusal, set } = withDeal()
  set([{ price: 1, productName: 'А' }])
  call('crm.item.productrow.add', { fields: { ownerType: 'D', ownerId: 1, price: 2, productName: 'Б' } })
  assert.equal(call<{ productRow: Row }>('crm.item.productrow.get', { id: 2 }).productRow['productName'], 'Б')
  const list = () => {
    const { result, total } = ask('crm.item.productrow.list', {
      filter: { '=ownerType': 'D', '=ownerId': [1, 2] },
      order: { id: 'DESC' },
    })
    return [(result as { productRows: Row[] }).productRows.map(({ productName }) => productName), total]
  }
  assert.deepEqual(list(), [['Б', 'А'], 2])
  call('crm.item.productrow.delete', { id: 1 })
  assert.deepEqual(list(), [['Б'], 1])
  assert.match(refusal('crm.item.productrow.list', { filter: { '=ownerType': 'D' } }), /^400 "INVALID_ARG_VALUE"/)
})

test('an owner that has no rows, or is not there, is refused', () => {
  const { refusal } = withDeal()
  const set = (ownerType: string, ownerId: number) => refusal('crm.item.productrow.set', { ownerType, ownerId, productRows: [] })
  assert.equal(set('D', 9), '400 "OWNER_NOT_FOUND": Owner was not found')
  assert.match(set('CO', 1), /^400 "ENTITY_TYPE_NOT_SUPPORTED"/)
})
