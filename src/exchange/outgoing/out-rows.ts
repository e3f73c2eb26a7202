import { fold, onlyOne } from '../../bitrix24/crm/fold.ts'
import type { HeldRow } from '../../bitrix24/crm/held-card.ts'
import { resolveRows } from '../../bitrix24/crm/resolve-rows.ts'
import { sameRows } from '../../bitrix24/crm/rows-text.ts'
import type { DocumentRowDraft } from '../../bitrix24/drafts/draft.ts'
import type { OutRow } from '../../records/out-document.ts'
import { compare, divide, multiply, round, sum } from '../../values/decimal.ts'
import { okei } from '../../values/okei.ts'
import type { KnownProduct } from './known-products.ts'

/** What is known of the products of rows. */
export interface KnownGoods {
  /** Products of the portal's catalogue by their numbers. */
  readonly products: ReadonlyMap<number, KnownProduct>
  /** Rows that 1C told of this very document. */
  readonly told: readonly DocumentRowDraft[]
}

/**
 * The product rows of a card as 1C is told of them. A row is of the product that the catalogue says, else of the one that 1C called so. One
 * that nobody has touched goes back with the very numbers that 1C told: the portal keeps the price of a unit in kopecks, and out of that the
 * amount of a fraction cannot be reckoned again.
 */
export function outRows(rows: readonly HeldRow[], goods: KnownGoods): readonly OutRow[] {
  const untouched = untouchedRows(rows, goods.told)
  return rows.map((row, place) => {
    const { productName, taxRate, measureCode } = row
    const same = untouched[place] ?? null
    const told = same ?? toldAs(row, goods.told)
    const product = goods.products.get(row.productId)
    const unitCode = measureCode === '' ? '' : measureCode.padStart(3, '0')
    return {
      productId: product?.code || told?.productId || '',
      name: productName,
      article: told?.article ?? '',
      service: product?.service ?? false,
      unitCode,
      unitName: okei.find(({ code }) => code === unitCode)?.symbol ?? '',
      ...numbersOf(row, same),
      vat: taxRate === '' ? null : taxRate,
    }
  })
}

type Numbers = Pick<OutRow, 'price' | 'listPrice' | 'quantity' | 'amount' | 'discount'>

function numbersOf({ price, quantity, discountSum, taxRate }: HeldRow, told: DocumentRowDraft | null): Numbers {
  const discount = multiply(discountSum || '0', quantity)
  const held: Numbers = {
    price,
    listPrice: null,
    quantity,
    amount: round(multiply(price, quantity), 2),
    // The portal counts the discount without the tax, 1C with it (`bitrix24-rest.md §7`).
    discount: round(taxRate === '' ? discount : multiply(discount, sum(['1', divide(taxRate, '100', 6)])), 2),
  }
  if (told === null) return held
  const numbers = { ...held, price: told.price || price, quantity: told.quantity || quantity, amount: told.amount || held.amount }
  if (told.listPrice === undefined) return numbers
  const off = round(sum([multiply(told.listPrice, numbers.quantity), multiply(numbers.amount, '-1')]), 2)
  return { ...numbers, listPrice: told.listPrice, discount: compare(off, '0') > 0 ? off : '0' }
}

/** For each row the one that 1C told, where the portal still has it as it was written there; null: somebody has changed or added it. */
function untouchedRows(rows: readonly HeldRow[], told: readonly DocumentRowDraft[]): readonly (DocumentRowDraft | null)[] {
  const written = resolveRows(told, new Map())
  const taken = new Set<number>()
  return rows.map((row, place) => {
    const isSame = (at: number) =>
      !taken.has(at) && written[at] !== undefined && sameRows([{ ...row, productId: 0 }], [written[at]])
    const at = isSame(place) ? place : written.findIndex((_row, other) => isSame(other))
    if (at === -1) return null
    taken.add(at)
    return told[at] ?? null
  })
}

// Two products of one name are told apart by nothing: then neither is meant.
function toldAs({ productName }: HeldRow, told: readonly DocumentRowDraft[]): DocumentRowDraft | null {
  const called = told.filter((row) => fold(row.product) === fold(productName))
  const ids = new Set(called.map(({ productId }) => productId))
  return onlyOne([...ids]) === null ? null : (called[0] ?? null)
}
