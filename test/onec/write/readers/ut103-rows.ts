import { type Base, isGuid, isSame, newRef, type Row, splitId, stored } from './base.ts'
import type { CmlDocument, CmlRow } from './ut103-cml.ts'

/** Rows of an order, with discounts that the amounts do not include taken off: of a row, and of the document by the amounts. */
export function rowsOf(document: CmlDocument, base: Base, findItem: (row: CmlRow, base: Base) => string): Row[] {
  const rows = document.goods.map((told) => {
    const { quantity, price } = told
    const off = told.discounts.reduce((sum, discount) => (discount.isIncluded ? sum : sum + discount.amount), 0)
    const amount = told.amount - off
    const item = findItem(told, base)
    const { characteristic } = splitId(told.id)
    const known = base.goods.find(({ ref }) => ref === item)?.characteristics.some(({ ref }) => ref === characteristic) ?? false
    return {
      item,
      characteristic: known ? characteristic : '',
      quantity,
      price: price === 0 && quantity > 0 ? amount / quantity : price,
      amount,
      vat: rateOf(told.vat),
    }
  })
  return document.isDiscountIncluded ? rows : spread(rows, document.discount)
}

function spread(rows: Row[], discount: number): Row[] {
  const total = rows.reduce((sum, { amount }) => sum + amount, 0)
  if (discount === 0 || total === 0) return rows
  return rows.map((row) => ({ ...row, amount: row.amount - Math.round((discount * row.amount * 100) / total) / 100 }))
}

/** By the GUID before `#`, else by the name and the kind, else a new one. */
export function itemOf({ id, name, requisites }: CmlRow, base: Base): string {
  const { item } = splitId(id)
  const isService = requisites.some((requisite) => requisite.name === 'ТипНоменклатуры' && requisite.value === 'Услуга')
  const found =
    base.goods.find(({ ref }) => isGuid(item) && ref === item) ??
    base.goods.find((each) => each.isService === isService && isSame(each.name, name))
  if (found !== undefined) return found.ref
  const made = { ref: newRef('item', base), name: stored(name, 100), article: '', isService, characteristics: [] }
  base.goods.push(made)
  return made.ref
}

/** Without a rate in the row it is that of the item, which is not of interest here. */
function rateOf(text: string): number | null {
  return ['10', '18', '20', '22'].includes(text) ? Number(text) : null
}
