import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsText, sameRows } from '../../../src/bitrix24/crm/rows-text.ts'
import type { WantedRow } from '../../../src/bitrix24/crm/wanted-card.ts'

const row: WantedRow = {
  productId: 0,
  productName: 'Фильтр масляный',
  price: '950.5',
  quantity: '2',
  discountSum: '41.66',
  taxRate: '20',
  taxIncluded: 'Y',
  measureCode: '796',
}

const isSame = (more: Partial<WantedRow>, base: WantedRow = row) => sameRows([base], [{ ...base, ...more }])

test('what the portal reshapes is the same row', () => {
  assert.ok(isSame({ price: '950.50', quantity: '2.0000', taxRate: '20.00' }))
  assert.ok(isSame({ discountSum: '41.66666667' }))
  assert.ok(isSame({ discountSum: '41.67' }))
  assert.ok(isSame({ productName: ' Фильтр  масляный' }))
  assert.ok(isSame({ measureCode: '' }))
  assert.ok(isSame({ taxIncluded: 'N' }, { ...row, taxRate: '' }))
  assert.ok(isSame({ quantity: '0.33333' }, { ...row, quantity: '0.3333' }))
  const long = { ...row, productName: 'Ы'.repeat(300) }
  assert.ok(isSame({ productName: 'Ы'.repeat(255) }, long))
})

test('whatever says something else is another row', () => {
  for (const more of [
    { productId: 7 },
    { productName: 'Фильтр воздушный' },
    { price: '950.51' },
    { quantity: '2.001' },
    { discountSum: '' },
    { discountSum: '41.68' },
    { taxRate: '22' },
    { taxRate: '' },
    { taxIncluded: 'N' as const },
    { measureCode: '112' },
  ])
    assert.ok(!isSame(more), JSON.stringify(more))
  assert.ok(!isSame({ taxRate: '0' }, { ...row, taxRate: '' }), 'a rate of nought is not "without tax"')
})

test('rows count in their order, and one more or fewer is a difference', () => {
  const other = { ...row, productName: 'Работа' }
  assert.ok(sameRows([row, other], [row, other]))
  assert.ok(!sameRows([row, other], [other, row]))
  assert.ok(!sameRows([row], []))
  assert.ok(sameRows([], []))
})

test('rows have one text for each way to write them, and ids of rows are no part of it', () => {
  const held = { ...row, id: 17, price: '950.50', quantity: '2.0' }
  assert.equal(rowsText([held]), rowsText([row]))
  assert.notEqual(rowsText([row]), rowsText([{ ...row, quantity: '3' }]))
  assert.notEqual(rowsText([row]), rowsText([row, row]))
  assert.deepEqual(JSON.parse(rowsText([row])), [[0, 'Фильтр масляный', '950.5', '2', '41.66', '20', true, '796']])
})
