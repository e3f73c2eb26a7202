import { sameValue } from '../../bitrix24/crm/canonical.ts'
import type { HeldCard } from '../../bitrix24/crm/held-card.ts'
import { sameRows } from '../../bitrix24/crm/rows-text.ts'
import type { WantedRow } from '../../bitrix24/crm/wanted-card.ts'

/**
 * What 1C may be told of a card, part by part: fields by the names of the portal in canonical texts, `contactIds`, `rows`; '' for
 * nothing. A part that is not there is one that nothing is known of.
 */
export type Parts = Readonly<Record<string, string>>

/** Fields of every document. Its title, its responsible and its own dates are not told as changes: the portal writes them itself. */
const usualFields: readonly string[] = ['stageId', 'opportunity', 'currencyId', 'companyId', 'comments']

/** The parts of a card as the portal holds it; `fields`: those that the settings name besides. */
export function partsOf({ fields, contactIds, rows }: HeldCard, named: readonly string[]): Parts {
  return {
    ...Object.fromEntries([...usualFields, ...named].map((name) => [name, fields[name] ?? ''])),
    contactIds: contactsPart(contactIds ?? []),
    rows: rowsPart(rows ?? []),
  }
}

export function contactsPart(ids: readonly number[]): string {
  return ids.join(',')
}

/** Which product of the portal a row is of, is no part of what 1C is told. */
export function rowsPart(rows: readonly WantedRow[]): string {
  if (rows.length === 0) return ''
  return JSON.stringify(
    rows.map(({ productName, price, quantity, discountSum, taxRate, taxIncluded, measureCode }) => ({
      productId: 0,
      ...{ productName, price, quantity, discountSum, taxRate, taxIncluded, measureCode },
    })),
  )
}

/** Do both texts of that part say the same? The portal reshapes what it stores. */
export function samePart(name: string, one: string, other: string): boolean {
  if (one === other) return true
  if (name !== 'rows') return sameValue(name, one, other)
  return sameRows(rowsOfPart(one), rowsOfPart(other))
}

function rowsOfPart(text: string): readonly WantedRow[] {
  return text === '' ? [] : (JSON.parse(text) as readonly WantedRow[])
}
