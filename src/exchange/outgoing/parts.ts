import { sameValue } from '../../bitrix24/crm/canonical.ts'
import { fold } from '../../bitrix24/crm/fold.ts'
import type { HeldCard } from '../../bitrix24/crm/held-card.ts'
import { sameRows } from '../../bitrix24/crm/rows-text.ts'
import type { WantedRow } from '../../bitrix24/crm/wanted-card.ts'
import { parseDecimal, round } from '../../values/decimal.ts'

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

/** Is what 1C tells of a part the word that it was sent? УТ 11 keeps a comment behind words of its own (`1c-side.md §5`). */
export function givesBack(name: string, told: string, sent: string): boolean {
  if (samePart(name, told, sent)) return true
  return name === 'comments' && told.startsWith(commentOfSite) && samePart(name, told.slice(commentOfSite.length), sent)
}

/**
 * Does that show that 1C has loaded the word? An order names one client only, and 1C calls the units and taxes of its rows in its own way;
 * it has quantities of three places.
 */
export function shows(name: string, told: string, sent: string): boolean {
  if (givesBack(name, told, sent)) return true
  if (name === 'contactIds') return told !== '' && told.split(',')[0] === sent.split(',')[0]
  return name === 'rows' && told !== '' && goodsIn(told) === goodsIn(sent)
}

const commentOfSite = 'Комментарий менеджера на сайте: '

function goodsIn(text: string): string {
  const number = (value: string, places: number) => round(parseDecimal(value).value ?? '0', places)
  return JSON.stringify(
    rowsOfPart(text).map(({ productName, price, quantity }) => [fold(productName), number(price, 2), number(quantity, 3)]),
  )
}

function rowsOfPart(text: string): readonly WantedRow[] {
  return text === '' ? [] : (JSON.parse(text) as readonly WantedRow[])
}
