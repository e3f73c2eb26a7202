import type { OutDocument, OutRow } from '../../records/out-document.ts'
import { compare, type Decimal, divide, multiply, round, sum } from '../../values/decimal.ts'

/**
 * The rows of a document as 1C counts them. One whose quantity is nought in three places is none: УТ 11 and УНФ skip it, УТ 10.3 does not
 * post an order that has it. Amounts are in kopecks and add up to the amount of the document, where nothing but their rounding is between:
 * the portal rounds the sum, 1C each row (`1c-side.md §5`).
 */
export function countedRows({ rows, amount }: Pick<OutDocument, 'rows' | 'amount'>): readonly OutRow[] {
  const counted = rows.map(asCounted).filter(({ quantity }) => quantity !== '0')
  const kopecks = kopecksBetween(totalOf(counted), amount)
  // A row is off by half a kopeck at most; what is more than that is no rounding.
  if (kopecks === 0 || Math.abs(kopecks) * 2 > counted.length) return counted
  const largest = counted.toSorted((a, b) => compare(b.amount, a.amount)).slice(0, Math.abs(kopecks))
  return counted.map((row) =>
    largest.includes(row) ? { ...row, amount: sum([row.amount, kopecks > 0 ? '0.01' : '-0.01']) } : row,
  )
}

// УТ 11 believes the amount, and takes for a discount what the price comes to besides: of another quantity it is another price.
function asCounted(row: OutRow): OutRow {
  const [quantity, amount] = [round(row.quantity, 3), round(row.amount, 2)]
  const isRounded = quantity !== '0' && compare(quantity, row.quantity) !== 0
  return { ...row, quantity, amount, ...(isRounded ? { price: divide(amount, quantity, 2), listPrice: null } : {}) }
}

export function totalOf(rows: readonly OutRow[]): Decimal {
  return sum(rows.map(({ amount }) => amount))
}

/** 1C finds an item by its GUID and takes anything else for a new one; what stands behind `#` is the characteristic. */
export function isItemId(productId: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:#|$)/i.test(productId) && !/^[0-]{36}/.test(productId)
}

function kopecksBetween(from: Decimal, to: Decimal): number {
  return Number(multiply(sum([round(to, 2), multiply(from, '-1')]), '100'))
}
