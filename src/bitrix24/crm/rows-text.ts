import { compare, multiply, parseDecimal, round, sum } from '../../values/decimal.ts'
import { squeeze } from '../../values/text.ts'
import type { WantedRow } from './wanted-card.ts'

/** Rows as one text: equal texts say equal rows in the same order. Ids of rows do not count. */
export function rowsText(rows: readonly WantedRow[]): string {
  return JSON.stringify(
    rows.map((row) => [
      row.productId,
      nameOf(row),
      rounded(row.price, moneyPlaces),
      rounded(row.quantity, quantityPlaces),
      rounded(row.discountSum, moneyPlaces),
      rounded(row.taxRate, moneyPlaces, ''),
      isTaxIncluded(row),
      row.measureCode,
    ]),
  )
}

/**
 * Do two lists of rows mean the same? What the portal reshapes counts as equal: sums rounded to the kopeck and quantities to
 * four places, discounts that it calculates back (`bitrix24-rest.md §7`), spaces in names, a unit of its own where none was told,
 * «tax included» where there is no tax.
 */
export function sameRows(one: readonly WantedRow[], other: readonly WantedRow[]): boolean {
  return one.length === other.length && one.every((row, index) => isSameRow(row, other[index]!))
}

function isSameRow(one: WantedRow, other: WantedRow): boolean {
  const isSame = (name: 'price' | 'quantity', places: number) => rounded(one[name], places) === rounded(other[name], places)
  return (
    one.productId === other.productId &&
    nameOf(one) === nameOf(other) &&
    isSame('price', moneyPlaces) &&
    isSame('quantity', quantityPlaces) &&
    isNear(one.discountSum, other.discountSum) &&
    rounded(one.taxRate, moneyPlaces, '') === rounded(other.taxRate, moneyPlaces, '') &&
    isTaxIncluded(one) === isTaxIncluded(other) &&
    (one.measureCode === '' || other.measureCode === '' || one.measureCode === other.measureCode)
  )
}

const moneyPlaces = 2
const quantityPlaces = 4
// The portal cuts longer ones off.
const longestName = 255

function nameOf({ productName }: WantedRow): string {
  return squeeze([...squeeze(productName)].slice(0, longestName).join(''))
}

function isTaxIncluded({ taxRate, taxIncluded }: WantedRow): boolean {
  return taxRate !== '' && taxIncluded === 'Y'
}

function rounded(text: string, places: number, nothing = '0'): string {
  const { value } = parseDecimal(text)
  return value === null ? nothing : round(value, places)
}

// One kopeck: every step of the portal's calculation is rounded, and the last figure of it may differ.
function isNear(one: string, other: string): boolean {
  const apart = sum([rounded(one, moneyPlaces), multiply(rounded(other, moneyPlaces), '-1')])
  return compare(apart, '0.01') <= 0 && compare(apart, '-0.01') >= 0
}
