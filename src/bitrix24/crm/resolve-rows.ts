import { compare, type Decimal, divide, multiply, parseDecimal, round, sum } from '../../values/decimal.ts'
import { squeeze } from '../../values/text.ts'
import type { DocumentDraft, DocumentRowDraft } from '../drafts/draft.ts'
import type { WantedRow } from './wanted-card.ts'

/** Rows of a document in the words of the portal. `productIds`: products of its catalogue by their 1C ids. */
export function resolveRows(rows: readonly DocumentRowDraft[], productIds: ReadonlyMap<string, number>): readonly WantedRow[] {
  return rows.map((row) => {
    const taxRate = row.vat === 'none' ? '' : (parseDecimal(row.vat).value ?? '')
    const price = priceOf(row)
    return {
      productId: productIds.get(row.productId) ?? 0,
      productName: nameOf(row),
      price,
      quantity: parseDecimal(row.quantity).value ?? '1',
      discountSum: discountOf(row, price, taxRate),
      taxRate,
      taxIncluded: taxRate !== '' && row.vatIncluded ? 'Y' : 'N',
      measureCode: /^\d+$/.test(row.measure) ? row.measure.replace(/^0+(?=\d)/, '') : '',
    }
  })
}

/** The amount of a document as 1C has it: told, or what its rows cost; null where 1C tells neither. */
export function amountOf({ amount, rows }: Pick<DocumentDraft, 'amount' | 'rows'>): Decimal | null {
  const told = parseDecimal(amount).value
  if (told !== null || rows.length === 0) return told
  const amounts = rows.map((row) => parseDecimal(row.amount).value)
  return amounts.every((each) => each !== null) ? sum(amounts) : null
}

/**
 * Will the portal, which counts an amount out of the rows, come to this one to the kopeck? It is not documented whether it rounds
 * every row or only their sum, so both have to.
 */
export function addUpTo(rows: readonly WantedRow[], amount: Decimal): boolean {
  const costs = rows.map(({ price, quantity }) => multiply(round(price, 2), quantity))
  const [ofRounded, ofExact] = [sum(costs.map((cost) => round(cost, 2))), round(sum(costs), 2)]
  return compare(ofRounded, amount) === 0 && compare(ofExact, amount) === 0
}

function nameOf({ product, article, productId }: DocumentRowDraft): string {
  return squeeze(product) || squeeze(article) || productId || '—'
}

// A row that tells no price of one unit tells mostly what it costs as a whole.
function priceOf(row: DocumentRowDraft): Decimal {
  const price = parseDecimal(row.price).value
  if (price !== null) return round(price, 2)
  const [amount, quantity] = [parseDecimal(row.amount).value, parseDecimal(row.quantity).value ?? '1']
  return amount === null || compare(quantity, '0') === 0 ? '0' : divide(amount, quantity, 2)
}

/**
 * Discount of one unit as the portal counts it: the price without tax before discount, less that after it, each rounded to the
 * kopeck (`bitrix24-rest.md §7`). 1C tells it with the tax in it where its prices have the tax in them.
 */
function discountOf({ discount, vatIncluded }: DocumentRowDraft, price: Decimal, taxRate: string): string {
  const told = parseDecimal(discount).value
  if (told === null || compare(told, '0') <= 0) return ''
  if (taxRate === '' || !vatIncluded) return filled(round(told, 2))
  const withTax = sum(['1', divide(taxRate, '100', 6)])
  const before = divide(sum([price, told]), withTax, 2)
  return filled(sum([before, multiply(divide(price, withTax, 2), '-1')]))
}

function filled(amount: Decimal): string {
  return amount === '0' ? '' : amount
}
