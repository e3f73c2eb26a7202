import { fold, onlyOne } from '../../bitrix24/crm/fold.ts'
import type { HeldRow } from '../../bitrix24/crm/held-card.ts'
import type { DocumentRowDraft } from '../../bitrix24/drafts/draft.ts'
import type { OutRow } from '../../records/out-document.ts'
import { divide, multiply, round, sum } from '../../values/decimal.ts'
import { okei } from '../../values/okei.ts'
import type { KnownProduct } from './known-products.ts'

/** What is known of the products of rows. */
export interface KnownGoods {
  /** Products of the portal's catalogue by their numbers. */
  readonly products: ReadonlyMap<number, KnownProduct>
  /** Rows that 1C told of this very document. */
  readonly told: readonly DocumentRowDraft[]
}

/** The product rows of a card as 1C is told of them. A row is of the product that the catalogue says, else of the one that 1C called so. */
export function outRows(rows: readonly HeldRow[], goods: KnownGoods): readonly OutRow[] {
  return rows.map((row) => {
    const { productName, price, quantity, discountSum, taxRate, measureCode } = row
    const told = toldAs(row, goods.told)
    const product = goods.products.get(row.productId)
    const unitCode = measureCode === '' ? '' : measureCode.padStart(3, '0')
    const discount = multiply(discountSum || '0', quantity)
    return {
      productId: product?.code || told?.productId || '',
      name: productName,
      article: told?.article ?? '',
      service: product?.service ?? false,
      unitCode,
      unitName: okei.find(({ code }) => code === unitCode)?.symbol ?? '',
      price,
      quantity,
      amount: round(multiply(price, quantity), 2),
      // The portal counts the discount without the tax, 1C with it (`bitrix24-rest.md §7`).
      discount: round(taxRate === '' ? discount : multiply(discount, sum(['1', divide(taxRate, '100', 6)])), 2),
      vat: taxRate === '' ? null : taxRate,
    }
  })
}

// Two products of one name are told apart by nothing: then neither is meant.
function toldAs({ productName }: HeldRow, told: readonly DocumentRowDraft[]): DocumentRowDraft | null {
  const called = told.filter((row) => fold(row.product) === fold(productName))
  const ids = new Set(called.map(({ productId }) => productId))
  return onlyOne([...ids]) === null ? null : (called[0] ?? null)
}
