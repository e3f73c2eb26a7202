import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RowPlan } from '../../src/exchange/portal/plan/row-plan.ts'
import { rowCountLines, rowPlanJson, rowPlanLines } from '../../src/report/row-plan-report.ts'
import { screen } from './screen.ts'

const row: RowPlan = {
  file: 'zn.csv',
  row: 3,
  kind: 'workOrder',
  id: '3000004878',
  action: 'refuse',
  code: 'exchange.state-unmapped',
  text: 'Состояния «Ожидание» нет в таблице stages.',
}

test('a row that becomes no card is told with its place in the file, its kind and why', () => {
  assert.deepEqual(rowPlanLines(row, { language: 'ru' }), [
    '✗ zn.csv, строка 3: заказ-наряд 3000004878',
    '    Состояния «Ожидание» нет в таблице stages. [exchange.state-unmapped]',
  ])
  assert.equal(rowPlanLines({ ...row, id: '' }, { language: 'en' })[0], '✗ zn.csv, row 3: work order')
  assert.deepEqual(rowPlanJson(row), row)
})

test('such rows are counted by what becomes of them, and not spoken of where there are none', () => {
  const none = { refuse: 0, review: 0, wait: 0, skip: 0 }
  assert.deepEqual(rowCountLines(none, screen().terminal), [])
  assert.deepEqual(rowCountLines({ ...none, refuse: 2, skip: 5 }, screen().terminal), [
    'Строк, которые карточками не станут: 7',
    '  не принято  2',
    '  пропустить  5',
  ])
})
