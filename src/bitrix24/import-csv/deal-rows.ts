import Big from 'big.js'
import type { DealDraft, DealRowDraft } from '../drafts/draft.ts'
import { cellText } from './cell.ts'
import { longestTitle } from './company-rows.ts'
import type { LinkBook } from './links.ts'
import { listCell } from './list-cell.ts'
import { putCustom } from './put-custom.ts'
import { putLink } from './put-link.ts'
import {
  cellOf,
  type DraftRows,
  put,
  putComment,
  putDate,
  putList,
  putNumber,
  putText,
  putYesNo,
  type Row,
  report,
  startRow,
} from './row.ts'
import type { Sheet } from './sheet.ts'

/**
 * Rows of one deal, one per product (`bitrix24-csv-import.md §6`). The columns of the deal stand on every row: the old wizard
 * keeps those of the last row, the new one those of the first. `number` groups the rows and must be a whole number for the new one.
 */
export function dealRows(draft: DealDraft, number: number, sheet: Sheet, links: LinkBook | null = null): DraftRows {
  const row = startRow(sheet, draft.title || draft.originId)
  put(row, 'ID', { text: String(number), findings: [] })
  putText(row, 'TITLE', draft.title, longestTitle)
  if (cellOf(row, 'TITLE') === '') {
    report(row, 'import.name-missing', 'TITLE')
    return { rows: [], problems: row.problems }
  }
  putDeal(row, draft, links)
  const rows = draft.rows.filter((each) => isNamed(row, each)).map((product) => productRow(row, product))
  if (rows.length === 0) return { rows: [row.cells], problems: row.problems }
  checkSum(row, rows)
  return { rows: rows.map(({ cells }) => cells), problems: row.problems }
}

function isNamed(deal: Row, { product, price, quantity }: DealRowDraft): boolean {
  if (cellText(product) !== '') return true
  if (cellText(price + quantity) !== '') {
    report(deal, 'import.product-nameless', 'PRODUCT_ID', { price: price || '—', quantity: quantity || '—' })
  }
  return false
}

function putDeal(row: Row, draft: DealDraft, links: LinkBook | null): void {
  const { lists, opened, responsible, headers } = row.sheet.profile
  putNumber(row, 'PROBABILITY', draft.probability, 0, 100)
  putLink(row, 'COMPANY_ID', draft.companyTitle, 'company', links)
  putLink(row, 'CONTACT_ID', draft.contactName, 'contact', links)
  putNumber(row, 'OPPORTUNITY', draft.amount)
  putList(row, 'CURRENCY_ID', draft.currency, lists.currency)
  putList(row, 'SOURCE_ID', draft.source, lists.source)
  putList(row, 'CATEGORY_ID', draft.pipeline, lists.pipeline)
  const pipeline = listCell(draft.pipeline, lists.pipeline).text
  put(row, 'STAGE_ID', listCell(draft.stage, lists.stages[pipeline] ?? null, headers))
  putYesNo(row, 'CLOSED', draft.closed)
  putYesNo(row, 'OPENED', opened)
  putList(row, 'TYPE_ID', draft.dealType, lists.dealType)
  putComment(row, draft.comments)
  putDate(row, 'BEGINDATE', draft.beginDate)
  putDate(row, 'CLOSEDATE', draft.closeDate)
  putText(row, 'ASSIGNED_BY_ID', draft.responsible || responsible)
  putCustom(row, draft)
}

function productRow(deal: Row, { product, price, quantity }: DealRowDraft): Row {
  const row: Row = { ...deal, cells: [...deal.cells] }
  putText(row, 'PRODUCT_ID', product, longestTitle)
  putNumber(row, 'PRODUCT_PRICE', price)
  putNumber(row, 'PRODUCT_QUANTITY', quantity)
  const written = cellOf(row, 'PRODUCT_QUANTITY')
  if (/\.0*[1-9]/.test(written)) report(row, 'import.quantity-fraction', 'PRODUCT_QUANTITY', { value: written, product })
  return row
}

/** The portal makes the sum of a deal out of its products. A single product without a price gets the sum as its price (`§6`). */
function checkSum(deal: Row, rows: readonly Row[]): void {
  const amount = cellOf(deal, 'OPPORTUNITY')
  if (amount === '' || !deal.sheet.index.has('PRODUCT_PRICE')) return
  const single = rows.length === 1
  const total = rows.reduce((sum, row) => {
    const price = cellOf(row, 'PRODUCT_PRICE') || (single ? amount : '0')
    return sum.plus(Big(price).times(cellOf(row, 'PRODUCT_QUANTITY') || '1'))
  }, Big(0))
  if (!total.round(2).eq(Big(amount).round(2)))
    report(deal, 'import.deal-sum', 'OPPORTUNITY', { amount, rows: total.round(2).toFixed() })
}
