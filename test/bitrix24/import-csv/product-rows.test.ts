import assert from 'node:assert/strict'
import { test } from 'node:test'
import { productRows } from '../../../src/bitrix24/import-csv/product-rows.ts'
import { defaultProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { product } from './drafts.ts'
import { cell, codes } from './files.ts'

const sheet = createSheet('product', { ...defaultProfile, productSort: '500' })

test('a product is written with its code, price, rate, unit and sections', () => {
  const draft = product({
    price: '10.50',
    currency: 'RUB',
    vat: '20',
    vatIncluded: true,
    active: true,
    measure: '796',
    sections: ['Крепёж', '', 'Гайки'],
  })
  const result = productRows(draft, 4, sheet)
  assert.deepEqual(result.problems, [])
  const ids = ['ID', 'XML_ID', 'NAME', 'PRICE', 'CURRENCY_ID', 'VAT_ID', 'VAT_INCLUDED', 'ACTIVE', 'MEASURE', 'SORT']
  assert.deepEqual(
    ids.map((id) => cell(sheet, result, id)),
    ['4', 'ext-1', 'Гайка М8', '10.50', 'RUB', 'НДС 20%', 'да', 'да', 'шт', '500'],
  )
  assert.deepEqual(
    [1, 2, 3].map((level) => cell(sheet, result, `SECTION_ID_${level}`)),
    ['Крепёж', 'Гайки', ''],
  )
})

test('a product without a name is not written; one without a code is, with a warning', () => {
  assert.deepEqual(productRows(product({ name: '' }), 1, sheet).rows, [])
  const result = productRows(product({ externalId: '' }), 1, sheet)
  assert.deepEqual([result.rows.length, codes(result)], [1, ['import.code-missing']])
})

test('what is not told stays as the portal has it: the cell is empty', () => {
  const result = productRows(product(), 1, sheet)
  assert.deepEqual(
    ['ACTIVE', 'VAT_INCLUDED', 'PRICE'].map((id) => cell(sheet, result, id)),
    ['', '', ''],
  )
})

test('sections deeper than the file are joined in the last level and told', () => {
  const flat = createSheet('product', { ...defaultProfile, sectionLevels: 2 })
  const result = productRows(product({ sections: ['А', 'Б', 'В', 'Г'] }), 1, flat)
  assert.deepEqual(
    [1, 2].map((level) => cell(flat, result, `SECTION_ID_${level}`)),
    ['А', 'Б / В / Г'],
  )
  assert.deepEqual(result.problems[0]?.args['count'], 4)
})

test('the first picture with a link is written, others and local files are told', () => {
  const images = ['import_files/a.jpg', 'https://example.org/b.jpg', 'https://example.org/c.jpg']
  const result = productRows(product({ images }), 1, sheet)
  assert.equal(cell(sheet, result, 'DETAIL_PICTURE'), 'https://example.org/b.jpg')
  assert.deepEqual(
    result.problems.map(({ args }) => args['value']),
    ['import_files/a.jpg', 'https://example.org/c.jpg'],
  )
})

test('a price finer than kopecks is reported, an unknown unit or rate too, a negative price is refused', () => {
  assert.deepEqual(codes(productRows(product({ price: '1.005' }), 1, sheet)), ['import.price-rounded'])
  assert.deepEqual(codes(productRows(product({ price: '1.500' }), 1, sheet)), [])
  assert.deepEqual(codes(productRows(product({ price: '-1', measure: 'бочка', vat: '18' }), 1, sheet)), [
    'import.number-bad',
    'import.list-value',
    'import.list-value',
  ])
})
