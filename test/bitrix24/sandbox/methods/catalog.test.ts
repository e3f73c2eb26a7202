import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calling } from './calling.ts'

type Row = Readonly<Record<string, unknown>>

const select = ['id', 'iblockId', 'name', 'xmlId', 'measure', 'purchasingPrice']
const guid = (id: number) => `4f1a0001-0000-4000-8000-${String(id).padStart(12, '0')}`

describe('the catalogue', () => {
  test('is found by its blocks, and ids differ from portal to portal', () => {
    const blocks = (portal: 'moscow' | 'vladivostok') =>
      calling(portal)
        .call<{ catalogs: Row[] }>('catalog.catalog.list', { select: ['iblockId', 'productIblockId'] })
        .catalogs.map(({ iblockId, productIblockId }) => [iblockId, productIblockId])
    assert.deepEqual(blocks('moscow'), [
      [23, null],
      [24, 23],
    ])
    assert.deepEqual(blocks('vladivostok'), [
      [14, null],
      [15, 14],
    ])
    const measures = (portal: 'moscow' | 'vladivostok') =>
      calling(portal).call<{ measures: Row[] }>('catalog.measure.list', { filter: { code: [796, 6] }, order: { code: 'desc' } })
        .measures
    assert.deepEqual(
      measures('moscow').map(({ id, code, symbol, isDefault }) => [id, code, symbol, isDefault]),
      [
        [5, 796, 'шт', 'Y'],
        [1, 6, 'м', 'N'],
      ],
    )
    assert.deepEqual(
      measures('vladivostok').map(({ id }) => id),
      [25, 21],
    )
    const { vats } = calling().call<{ vats: Row[] }>('catalog.vat.list', { filter: { '>=rate': 10 }, select: ['id', 'rate'] })
    assert.deepEqual(vats, [
      { id: 3, rate: 10 },
      { id: 4, rate: 20 },
      { id: 5, rate: 22 },
    ])
  })

  test('lists products by a plain array; the prefix of an array is passed over, and so finds all', () => {
    const { call, ask } = calling()
    const names = (filter: object) =>
      call<{ products: Row[] }>('catalog.product.list', { select, filter: { iblockId: 23, ...filter } }).products.map(
        ({ name }) => name,
      )
    assert.deepEqual(names({ xmlId: [guid(1), guid(4), 'нет'] }), ['Болт М10×80', 'Ключ 17'])
    assert.equal(names({ '@xmlId': [guid(1)] }).length, 12)
    assert.deepEqual(names({ '%name': 'гвоздь' }), ['Гвоздь строительный 100'])
    const { total, result } = ask('catalog.product.list', { select: ['id', 'iblockId'], filter: { iblockId: 23, '>id': 11 } })
    assert.deepEqual([total, result], [1, { products: [{ id: 12, iblockId: 23 }] }])
  })

  test('lists variations in a block of their own', () => {
    const { offers } = calling().call<{ offers: Row[] }>('catalog.product.offer.list', {
      select: ['id', 'iblockId', 'parentId', 'type'],
      filter: { iblockId: 24 },
    })
    assert.deepEqual(
      offers.map(({ id, parentId, type }) => [id, (parentId as Row)['value'], type]),
      [
        [13, '12', 4],
        [14, '12', 4],
      ],
    )
  })

  test('adds a product whose code is its own, makes up the external code, and changes what is given', () => {
    const { call, refusal } = calling()
    const add = (fields: object) => call<{ element: Row }>('catalog.product.add', { fields: { iblockId: 23, ...fields } }).element
    const made = add({ name: 'Лом', code: 'lom', measure: 5, vatId: 4, purchasingPrice: 100, property9: 'А-1' })
    assert.deepEqual(
      ['id', 'xmlId', 'type', 'active', 'purchasingPrice', 'measure'].map((name) => made[name]),
      [15, '15', 1, 'Y', '100.000000', 5],
    )
    assert.equal((made['property9'] as Row)['value'], 'А-1')
    // Two products may have one external code, but not one symbolic code.
    assert.equal(add({ name: 'Второй лом', xmlId: '15' })['xmlId'], '15')
    const again = refusal('catalog.product.add', { fields: { iblockId: 23, name: 'Лом', code: 'lom' } })
    assert.equal(again, '400 0: Product with the specified symbolic code already exists')
    const changed = call<{ element: Row }>('catalog.product.update', { id: 15, fields: { name: 'Лом стальной' } }).element
    assert.deepEqual([changed['name'], changed['code'], changed['xmlId']], ['Лом стальной', 'lom', '15'])
    const { product } = call<{ product: Row }>('catalog.product.get', { id: 15 })
    assert.deepEqual([product['name'], product['purchasingPrice']], ['Лом стальной', '100.000000'])
    const listed = call<{ products: Row[] }>('catalog.product.list', { select, filter: { iblockId: 23, id: 15 } }).products[0]!
    assert.equal(listed['purchasingPrice'], 100)
  })

  test('tells what is wrong by numbers', () => {
    const { refusal, isAdmin } = calling()
    const list = (params: object) => refusal('catalog.product.list', { select, filter: { iblockId: 23 }, ...params })
    assert.equal(list({ select: ['id'] }), '400 0: Required select fields: iblockId')
    assert.equal(list({ filter: {} }), '400 0: Required filter fields: iblockId')
    assert.equal(list({ filter: 'x' }), '400 0: Incorrect filter format')
    assert.equal(list({ filter: { iblockId: 99 } }), '400 200040300000: Iblock Not Found')
    assert.equal(refusal('catalog.product.get', {}), '400 100: Could not find value for parameter {id}')
    assert.match(refusal('catalog.product.get', { id: 99 }), /^400 0: /)
    assert.match(refusal('catalog.product.add', { fields: { iblockId: 23 } }), /^400 0: Required fields: name/)
    assert.match(refusal('catalog.product.add', { fields: { iblockId: 23, name: 'А', vatId: 99 } }), /^400 0: VAT rate/)
    isAdmin(false)
    for (const method of ['catalog.catalog.list', 'catalog.measure.list', 'catalog.vat.list', 'catalog.product.list'])
      assert.equal(refusal(method, { select, filter: { iblockId: 23 } }), '400 200040300010: Access Denied')
    const fields = { iblockId: 23, name: 'А' }
    assert.equal(refusal('catalog.product.add', { fields }), '400 200040300040: Access Denied')
    assert.equal(refusal('catalog.product.update', { id: 1, fields }), '400 200040300043: Access Denied')
  })
})
