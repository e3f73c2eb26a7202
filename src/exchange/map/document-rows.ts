import type { DocumentRowDraft } from '../../bitrix24/drafts/draft.ts'
import type { UnitRef } from '../../records/catalogue.ts'
import type { DocumentRow } from '../../records/document-row.ts'
import type { Discount, Order, OrderRow, Tax } from '../../records/order.ts'
import { compare, type Decimal, divide, multiply, round, sum, toFixed } from '../../values/decimal.ts'
import type { VatRate } from '../../values/vat.ts'
import type { DocumentRecord } from './document-record.ts'
import type { MapContext } from './map-context.ts'
import { measureCode } from './measure-code.ts'

/** A row of a document whichever way it came: its amount is what the whole row costs, with discounts taken off and taxes put on. */
export interface RowFacts {
  readonly productId: string
  readonly name: string
  readonly article: string
  readonly service: boolean
  readonly unit: UnitRef | null
  /** As 1C has it. */
  readonly price: Decimal | null
  readonly quantity: Decimal | null
  readonly amount: Decimal | null
  /** Of the whole row, null where there is none. */
  readonly discount: Decimal | null
  readonly vat: VatRate | null
  readonly vatIncluded: boolean
  readonly extra: Readonly<Record<string, string>>
}

/** The rows that an order has itself, or those that a table of rows told of a document. */
export function rowsOf(record: DocumentRecord, told: readonly DocumentRow[]): readonly RowFacts[] {
  return record.kind === 'order' ? record.rows.map(factsOfOrderRow) : tableRows(told)
}

export function tableRows(told: readonly DocumentRow[]): readonly RowFacts[] {
  return told.map(factsOfTableRow)
}

/**
 * Product rows: the price is what one unit really costs, so that the rows add up to the amount of the document. Where the price of 1C comes
 * to its amount it is that one: of 0.015 of a unit the amount says too little of what a whole one costs.
 */
export function rowDraft(row: RowFacts, context: MapContext): DocumentRowDraft {
  const { price, quantity, amount, discount, vatIncluded } = row
  const paid = comesTo(price, quantity, amount) ? price : (perUnit(amount, quantity) ?? price)
  const written = paid === null ? '' : toFixed(paid, 2)
  return {
    product: row.name,
    price: written,
    quantity: quantity ?? '',
    amount: amount === null ? '' : toFixed(amount, 2),
    productId: row.productId,
    article: row.article,
    measure: row.unit === null ? '' : measureCode(row.unit, context),
    vat: row.vat === null ? '' : (row.vat.percent ?? 'none'),
    vatIncluded: row.vatIncluded,
    discount: discountPerUnit(discount, quantity),
    // With the tax on top it is another price.
    ...(price === null || !vatIncluded || compare(price, written || '0') === 0 ? {} : { listPrice: price }),
  }
}

function factsOfOrderRow(row: OrderRow): RowFacts {
  const { productId, name, article, service, unit, price, quantity, amount, vat, taxes, discounts, extra } = row
  const gross = price === null || quantity === null ? amount : multiply(price, quantity)
  const off = discounts.map((discount) => discountOf(discount, gross))
  return {
    productId,
    name,
    article,
    service,
    unit,
    price,
    quantity,
    amount: amount === null ? null : paidFor(row, amount),
    discount: off.length === 0 ? null : sum(off),
    vat,
    vatIncluded: !taxes.some(({ includedInAmount }) => includedInAmount === false),
    extra,
  }
}

function factsOfTableRow(row: DocumentRow): RowFacts {
  const { productId, name, article, service, unitCode, unit, price, quantity, vat, discountPercent, discountAmount, extra } = row
  const gross = price === null || quantity === null ? null : multiply(price, quantity)
  const percent = discountPercent === null || gross === null ? null : divide(multiply(gross, discountPercent), '100', 2)
  const discount = discountAmount ?? percent
  const reckoned = gross === null ? null : sum([gross, multiply(discount ?? '0', '-1')])
  return {
    productId,
    name,
    article,
    service,
    unit: unitCode === '' && unit === '' ? null : { code: unitCode, name: unit, fullName: '' },
    price,
    quantity,
    amount: row.amount ?? reckoned,
    discount,
    vat,
    vatIncluded: true,
    extra,
  }
}

// Only what the file calls "not included in the amount" changes it (`1c-side.md §3.7`).
function paidFor({ taxes, discounts }: Pick<Order['rows'][number], 'taxes' | 'discounts'>, amount: Decimal): Decimal {
  const onTop = taxes.flatMap((tax) => (tax.includedInAmount === false ? [taxOf(tax, amount)] : []))
  const off = discounts.flatMap((discount) => (discount.includedInAmount === false ? [discountOf(discount, amount)] : []))
  return sum([amount, ...onTop, ...off.map((each) => multiply(each, '-1'))])
}

function taxOf({ amount, rate }: Tax, of: Decimal): Decimal {
  const percent = rate?.percent ?? null
  return amount ?? (percent === null ? '0' : divide(multiply(of, percent), '100', 2))
}

function discountOf({ amount, percent }: Discount, of: Decimal | null): Decimal {
  return amount ?? (percent === null || of === null ? '0' : divide(multiply(of, percent), '100', 2))
}

function comesTo(price: Decimal | null, quantity: Decimal | null, amount: Decimal | null): boolean {
  if (price === null || quantity === null || amount === null) return false
  return compare(round(multiply(price, quantity), 2), round(amount, 2)) === 0
}

function perUnit(amount: Decimal | null, quantity: Decimal | null): Decimal | null {
  return amount === null || quantity === null || quantity === '0' ? null : divide(amount, quantity, 2)
}

function discountPerUnit(discount: Decimal | null, quantity: Decimal | null): string {
  const one = perUnit(discount, quantity)
  return one === null || compare(one, '0') <= 0 ? '' : toFixed(one, 2)
}
