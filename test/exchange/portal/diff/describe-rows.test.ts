import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeRows } from '../../../../src/exchange/portal/diff/describe-rows.ts'
import { row } from './documents.ts'

const told = (...given: Parameters<typeof describeRows>) =>
  describeRows(...given).map(({ what, from, to }) => `${what}: ${from} → ${to}`)

test('only rows that differ are told, each with quantity, price, sum, discount and tax', () => {
  const before = [row('Масло', '2', '500'), row('Фильтр', '1', '100'), row('Работа', '1', '900')]
  const rows = [
    row('Масло', '3', '500', { discountSum: '12.5', taxRate: '20' }),
    row('Работа', '1', '900'),
    row('Свеча', '4', '250.5'),
  ]
  assert.deepEqual(told(rows, before, 'ru'), [
    'Товар «Масло»: 2 × 500 = 1000 → 3 × 500 = 1500, скидка 12.5, НДС 20%',
    'Товар «Свеча»:  → 4 × 250.5 = 1002',
    'Товар «Фильтр»: 1 × 100 = 100 → ',
  ])
})

test('the same product in two rows is compared row by row', () => {
  const before = [row('Работа', '1', '100'), row('Работа', '1', '200')]
  assert.deepEqual(told([row('Работа', '1', '100'), row('Работа', '1', '300')], before, 'ru'), [
    'Товар «Работа»: 1 × 200 = 200 → 1 × 300 = 300',
  ])
})

test('rows that only change places, or get linked to the catalogue, are told as a whole', () => {
  const [oil, work] = [row('Масло', '1', '500'), row('Работа', '1', '100')]
  assert.deepEqual(told([work, oil], [oil, work], 'ru'), ['Товары: строк: 2 → строк: 2 (порядок или связь с каталогом)'])
  assert.deepEqual(told([{ ...oil, productId: 7 }], [oil], 'en'), [
    'Products: rows: 1 → rows: 1 (order or link to the catalogue)',
  ])
})
