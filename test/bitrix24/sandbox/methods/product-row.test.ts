import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
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

test('rows are added, read, changed and deleted one by one', () => {
  const { call, refusal, set, deal } = withDeal()
  set([{ price: 1, productName: 'А' }])
  call('crm.item.productrow.add', { fields: { ownerType: 'D', ownerId: 1, price: 2, productName: 'Б', discountRate: 50 } })
  const get = () => call<{ productRow: Row }>('crm.item.productrow.get', { id: 2 }).productRow
  assert.equal(get()['productName'], 'Б')
  const changed = { price: 3, quantity: 4, id: 99, priceNetto: 1, ownerId: 5 }
  const { productRow } = call<{ productRow: Row }>('crm.item.productrow.update', { id: 2, fields: changed })
  assert.deepEqual(
    ['id', 'ownerId', 'productName', 'price', 'quantity', 'discountRate', 'priceNetto'].map((name) => productRow[name]),
    [2, 1, 'Б', 3, 4, 50, 6],
  )
  assert.deepEqual([get(), deal()['opportunity']], [productRow, 13])
  assert.equal(call('crm.item.productrow.update', { id: 2, fields: {} }), null)
  assert.match(refusal('crm.item.productrow.update', { id: 2, fields: { id: 3 } }), /^400 "INVALID_ARG_VALUE"/)
  assert.match(refusal('crm.item.productrow.update', { id: 9, fields: { price: 3 } }), /^400 "NOT_FOUND": Item not found/)
  call('crm.item.productrow.delete', { id: 1 })
  assert.equal(deal()['opportunity'], 12)
  assert.equal(call<{ fields: Record<string, Row> }>('crm.item.productrow.fields').fields['priceNetto']!['isReadOnly'], true)
})

test('a row that is set with its id keeps it; one that is unknown, of another deal or named twice makes a new row', () => {
  const { set, call } = withDeal()
  call('crm.item.add', { entityTypeId: 2, fields: {} })
  call('crm.item.productrow.set', { ownerType: 'D', ownerId: 2, productRows: [{ price: 1, productName: 'чужая' }] })
  const [first, second] = set([{ price: 1 }, { price: 2 }])
  const after = set([
    { id: second!['id'], price: 3 },
    { id: 1, price: 4 },
    { id: 99, price: 5 },
    { id: second!['id'], price: 6 },
  ])
  assert.deepEqual([first!['id'], second!['id'], ...after.map(({ id }) => id)], [2, 3, 3, 4, 5, 6])
})

describe('crm.item.productrow.list', () => {
  function withRows(count: number) {
    const portal = withDeal()
    const rows = Array.from({ length: count }, (_, place) => ({ price: 1, productName: `№ ${place + 1}`, sort: count - place }))
    portal.set(rows)
    portal.call('crm.item.add', { entityTypeId: 2, fields: {} })
    portal.call('crm.item.productrow.set', { ownerType: 'D', ownerId: 2, productRows: [{ price: 1, productName: 'другая' }] })
    const list = (filter: object, rest: object = {}) => {
      const params = { filter: { '=ownerType': 'D', '=ownerId': 1, ...filter }, ...rest }
      const { result, ...counts } = portal.ask('crm.item.productrow.list', params)
      return { ids: (result as { productRows: Row[] }).productRows.map(({ id }) => id), ...counts }
    }
    return { ...portal, list }
  }

  test('is ordered by sort, pages by fifty, and goes on by id with the count turned off', () => {
    const { list } = withRows(60)
    const first = list({})
    assert.deepEqual([first.ids.slice(0, 2), first.ids.length, first.total, first.next], [[60, 59], 50, 60, 50])
    assert.deepEqual(list({}, { start: 50 }).ids.at(-1), 1)
    const keyset = { order: { id: 'ASC' }, start: -1 }
    assert.deepEqual(list({ '>id': 58 }, keyset), { ids: [59, 60] })
    assert.deepEqual(list({ '@id': [7, 5, 61] }, keyset).ids, [5, 7])
    // Another deal has it.
    assert.deepEqual(list({ id: 61 }).ids, [])
  })

  test('passes over what it does not filter or order by', () => {
    const { list, refusal } = withRows(3)
    assert.deepEqual(list({ productName: '№ 1', '>price': 5, foo: 1 }, { order: { price: 'DESC' } }).ids, [3, 2, 1])
    const bad = { '=ownerType': 'D', '=ownerId': 1, '>id': [1] }
    assert.match(refusal('crm.item.productrow.list', { filter: bad }), /^400 "INVALID_ARG_VALUE"/)
  })

  test('reads an array of owners as no condition, so that rows of all come; on an older portal it is a list', () => {
    const { list, state } = withRows(2)
    assert.deepEqual(list({ '=ownerId': [1] }).ids, [2, 1, 3])
    state.readings = { rowOwnerArrays: 'taken' }
    assert.deepEqual(list({ '=ownerId': [1, 9] }, { order: { id: 'ASC' } }).ids, [1, 2])
    assert.deepEqual(list({ '=ownerId': [1, 2] }, { order: { id: 'ASC' } }).ids, [1, 2, 3])
  })

  test('refuses an owner that is missing from the filter, is gone, or may not be seen; clients have no rows', () => {
    const { list, refusal, hide } = withRows(1)
    const told = (filter: object) => refusal('crm.item.productrow.list', { filter })
    assert.match(told({ '=ownerType': 'D' }), /^400 "REQUIRED_ARG_MISSING"/)
    assert.match(told({ ownerType: 'D', ownerId: 1 }), /^400 "REQUIRED_ARG_MISSING"/)
    for (const [code, id] of [
      ['D', 9],
      ['I', 1],
      ['T40c', 1],
    ] as const)
      assert.equal(told({ '=ownerType': code, '=ownerId': id }), '400 "ACCESS_DENIED": Access denied')
    assert.deepEqual(list({ '=ownerType': 'CO', '=ownerId': 1 }).ids, [])
    hide(2, 1)
    assert.equal(told({ '=ownerType': 'D', '=ownerId': 1 }), '400 "ACCESS_DENIED": Access denied')
  })
})

test('name, measure and VAT-free words come from the catalogue and the portal where they are not given; a price does not', () => {
  const { set, refusal } = withDeal()
  const rows = set([
    { productId: 10, quantity: 2 },
    { productId: 7, productName: 'Гвоздь, россыпь', measureCode: 796, price: 5, taxRate: 20, taxName: 'НДС 20' },
    { productName: 'Работа', price: 1, measureCode: 356, measureName: 'нормо-час' },
  ])
  assert.deepEqual(
    rows.map((row) => ['productName', 'measureCode', 'measureName', 'price', 'type', 'taxName'].map((name) => row[name])),
    [
      ['Настройка обмена', 356, 'ч', 0, 7, 'Без НДС'],
      ['Гвоздь, россыпь', 796, 'шт', 5, 1, 'НДС 20'],
      ['Работа', 356, 'ч', 1, null, 'Без НДС'],
    ],
  )
  const productRows = [{ productName: 'А', price: 1 }, { productId: 99 }]
  assert.match(refusal('crm.item.productrow.set', { ownerType: 'D', ownerId: 1, productRows }), /^400 "INVALID_ARG_VALUE"/)
})

test('an amount that is kept by hand stays whatever the rows add up to, and follows them again when it is let go', () => {
  const { call, set, deal } = withDeal({ opportunity: 999, isManualOpportunity: 'Y' })
  const update = (fields: object) => call('crm.item.update', { entityTypeId: 2, id: 1, fields })
  set([{ price: 120, quantity: 2, taxRate: 20, taxIncluded: 'Y' }])
  assert.deepEqual([deal()['opportunity'], deal()['taxValue']], [999, 0])
  update({ isManualOpportunity: 'N' })
  assert.deepEqual([deal()['opportunity'], deal()['taxValue']], [240, 40])
  update({ isManualOpportunity: 'Y', opportunity: 200 })
  assert.equal(deal()['opportunity'], 200)
  // Let go together with another amount: the rows win.
  update({ isManualOpportunity: 'N', opportunity: 1 })
  assert.equal(deal()['opportunity'], 240)
})

test('a price has its tax in it whether the tax counts as included or not', () => {
  const { set } = withDeal()
  const given = { price: 120, taxRate: 20, discountTypeId: 1, discountSum: 10 }
  const [included, added] = set([
    { ...given, taxIncluded: 'Y' },
    { ...given, taxIncluded: 'N' },
  ])
  assert.deepEqual(prices(included!), prices(added!))
  assert.deepEqual([included!['taxIncluded'], added!['taxIncluded']], ['Y', 'N'])
})

test('prices are calculated to eight decimals where the portal is read so', () => {
  const { set, state } = withDeal()
  state.readings = { rowDecimals: 8 }
  const [row] = set([{ price: 90000, quantity: 3, discountTypeId: 2, discountRate: 10, taxRate: 10, taxIncluded: 'Y' }])
  assert.deepEqual(prices(row!), [81818.18181818, 90909.09090909, 100000, 9090.90909091, 10, 10])
})

test('an owner that has no rows, or is not there, is refused', () => {
  const { refusal } = withDeal()
  const set = (ownerType: string, ownerId: number) => refusal('crm.item.productrow.set', { ownerType, ownerId, productRows: [] })
  assert.equal(set('D', 9), '400 "OWNER_NOT_FOUND": Owner was not found')
  assert.match(set('CO', 1), /^400 "ENTITY_TYPE_NOT_SUPPORTED"/)
})
