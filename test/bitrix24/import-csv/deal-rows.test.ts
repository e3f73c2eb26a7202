import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dealRows } from '../../../src/bitrix24/import-csv/deal-rows.ts'
import { memoryLinkBook } from '../../../src/bitrix24/import-csv/links.ts'
import { defaultProfile, type ImportProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { deal } from './drafts.ts'
import { cell, codes, fileOf } from './files.ts'
import { dealFields } from './portal-model.ts'
import { readDeals } from './reader-model.ts'

const sheet = createSheet('deal', defaultProfile)
const bolts = { product: 'Болт М8', price: '10.50', quantity: '4' }
const nuts = { product: 'Гайка М8', price: '8', quantity: '1' }

test('the columns of the deal stand on every row of its products', () => {
  const draft = deal({ amount: '50', currency: 'RUB', stage: 'WON', closed: true, rows: [bolts, nuts], beginDate: '2026-01-02' })
  const result = dealRows(draft, 3, sheet)
  for (const row of [0, 1]) {
    assert.deepEqual(
      ['ID', 'TITLE', 'OPPORTUNITY', 'CURRENCY_ID', 'STAGE_ID', 'CLOSED', 'BEGINDATE'].map((id) => cell(sheet, result, id, row)),
      ['3', 'Заказ 15', '50', 'RUB', 'Сделка успешна', 'да', '02.01.2026'],
    )
  }
  assert.deepEqual(result.problems, [])
  const { stored } = readDeals(fileOf(sheet, result), dealFields, 'old')
  assert.deepEqual(stored[0]?.products, [bolts, nuts])
})

test('the product stands before its price and quantity, as the old wizard needs', () => {
  const place = (id: string) => sheet.index.get(id) ?? -1
  assert.ok(place('PRODUCT_ID') < place('PRODUCT_PRICE') && place('PRODUCT_PRICE') < place('PRODUCT_QUANTITY'))
})

test('a deal without a title is not written', () => {
  const result = dealRows(deal({ title: '' }), 1, sheet)
  assert.deepEqual([result.rows, codes(result)], [[], ['import.name-missing']])
})

test('a sum that the products do not make is reported', () => {
  const result = dealRows(deal({ amount: '45.00', rows: [bolts, nuts] }), 1, sheet)
  assert.deepEqual(codes(result), ['import.deal-sum'])
  assert.deepEqual([result.problems[0]?.args['amount'], result.problems[0]?.args['rows']], ['45.00', '50'])
})

test('a single product without a price takes the sum of the deal', () => {
  assert.deepEqual(codes(dealRows(deal({ amount: '45', rows: [{ ...bolts, price: '', quantity: '1' }] }), 1, sheet)), [])
  assert.deepEqual(codes(dealRows(deal({ amount: '45', rows: [{ ...bolts, price: '', quantity: '2' }] }), 1, sheet)), [
    'import.deal-sum',
  ])
  assert.deepEqual(codes(dealRows(deal({ rows: [bolts] }), 1, sheet)), [])
})

test('kopecks add up exactly', () => {
  const rows = Array.from({ length: 3 }, () => ({ product: 'Шайба', price: '0.1', quantity: '1' }))
  assert.deepEqual(codes(dealRows(deal({ amount: '0.30', rows }), 1, sheet)), [])
})

test('a fractional quantity is written and reported, as the new wizard cuts it', () => {
  const result = dealRows(
    deal({
      rows: [
        { ...bolts, quantity: '1.500' },
        { ...nuts, quantity: '2.00' },
      ],
    }),
    1,
    sheet,
  )
  assert.equal(cell(sheet, result, 'PRODUCT_QUANTITY'), '1.500')
  assert.deepEqual(codes(result), ['import.quantity-fraction'])
})

test('a product without a name is reported and left out, an empty row just left out', () => {
  const result = dealRows(
    deal({
      rows: [
        { product: ' ', price: '5', quantity: '' },
        { product: '', price: '', quantity: '' },
      ],
    }),
    1,
    sheet,
  )
  assert.equal(result.rows.length, 1)
  assert.deepEqual(
    result.problems.map(({ code, args }) => [code, args['price'], args['quantity']]),
    [['import.product-nameless', '5', '—']],
  )
})

test('stages are those of the pipeline of the deal', () => {
  const lists = {
    ...defaultProfile.lists,
    pipeline: [{ id: '4', name: 'Сервис' }],
    stages: { ...defaultProfile.lists.stages, Сервис: [{ id: 'C4:NEW', name: 'Заявка' }] },
  }
  const service = createSheet('deal', { ...defaultProfile, lists })
  const known = dealRows(deal({ pipeline: 'сервис', stage: 'заявка' }), 1, service)
  assert.deepEqual([cell(service, known, 'CATEGORY_ID'), cell(service, known, 'STAGE_ID')], ['Сервис', 'Заявка'])
  assert.deepEqual(codes(dealRows(deal({ pipeline: 'Сервис', stage: 'В работе' }), 1, service)), ['import.list-value'])
  const unknown: ImportProfile = { ...defaultProfile, lists: { ...lists, pipeline: null } }
  assert.deepEqual(codes(dealRows(deal({ pipeline: 'Аренда', stage: 'Любая' }), 1, createSheet('deal', unknown))), [])
})

test('probability outside 0–100 and links that no file has are reported', () => {
  const links = memoryLinkBook()
  const draft = deal({ probability: '120', companyTitle: 'ООО Лютик', contactName: 'Вера Осокина' })
  assert.deepEqual(codes(dealRows(draft, 1, sheet, links)), ['import.number-bad', 'import.link-missing', 'import.link-missing'])
})

test('a sum with the non-breaking spaces of 1C is mended', () => {
  const result = dealRows(deal({ amount: '12\u00a0500,00' }), 1, sheet)
  assert.deepEqual([cell(sheet, result, 'OPPORTUNITY'), codes(result)], ['12500.00', ['import.number-mended']])
})
