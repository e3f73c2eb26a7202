import type { WantedRow } from '../../../bitrix24/crm/wanted-card.ts'
import type { Language } from '../../../problems/language.ts'
import { multiply, round } from '../../../values/decimal.ts'
import type { ChangeLine } from './change-line.ts'
import { changeWords } from './change-words.ts'

/** What becomes of the rows of a document, a line for each that differs: `Товар «Масло»: 2 × 500 = 1000 → 3 × 500 = 1500`. */
export function describeRows(
  rows: readonly WantedRow[],
  before: readonly WantedRow[],
  language: Language,
): readonly ChangeLine[] {
  const { row: what, rowsMoved, rows: name, rowCount } = changeWords[language]
  const left = [...before]
  const lines = rows.map((row): ChangeLine => {
    const place = left.findIndex((each) => isSameProduct(each, row))
    const old = place === -1 ? undefined : left.splice(place, 1)[0]
    return { what: what(row.productName), from: old === undefined ? '' : rowText(old, language), to: rowText(row, language) }
  })
  const gone = left.map((row): ChangeLine => ({ what: what(row.productName), from: rowText(row, language), to: '' }))
  const told = [...lines.filter(({ from, to }) => from !== to), ...gone]
  // The same rows in another order, or with another link to the catalogue.
  return told.length > 0 ? told : [{ what: name, from: rowCount(before.length), to: `${rowCount(rows.length)} ${rowsMoved}` }]
}

function isSameProduct(one: WantedRow, other: WantedRow): boolean {
  return one.productId === 0 || other.productId === 0 ? one.productName === other.productName : one.productId === other.productId
}

function rowText({ quantity, price, discountSum, taxRate }: WantedRow, language: Language): string {
  const { discount, vat } = changeWords[language]
  return [
    `${quantity} × ${price} = ${round(multiply(price || '0', quantity || '0'), 2)}`,
    ...(discountSum === '' || discountSum === '0' ? [] : [discount(discountSum)]),
    ...(taxRate === '' ? [] : [vat(taxRate)]),
  ].join(', ')
}
