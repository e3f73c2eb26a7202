import type { Known } from '../../ledger/known.ts'
import type { Offer, Price } from '../../records/catalogue.ts'
import type { OfferFacts } from '../map/product-card.ts'
import { isOlder } from './compare-known.ts'
import type { RowSource } from './handler.ts'

/** What is remembered of an offer: the sum of all that its offers told so far. */
export interface KnownOffer extends OfferFacts {
  readonly productId: string
  /** `ДатаФормирования` of the newest file that told each part: prices and stock come in files of their own. */
  readonly told: Readonly<Record<Part, string>>
}

type Part = 'about' | 'prices' | 'stock'

/**
 * What is known of an offer after one more row. A part that the row does not tell stays as it was, and so does one that a
 * newer file has told. Prices are taken by their type: a file that brings one type says nothing of the others.
 */
export function withOffer(record: Offer, source: RowSource, before: Known | undefined): KnownOffer {
  const old = before?.record as KnownOffer | undefined
  const isNews = (part: Part) => old === undefined || !isOlder(source, { generated: old.told[part] })
  const newest = (part: Part, tells: boolean) => {
    const date = old?.told[part] ?? ''
    return tells && source.generated > date ? source.generated : date
  }
  const about = isNews('about')
  const prices = record.prices !== null && isNews('prices')
  const stock = (record.stock !== null || record.quantity !== null) && isNews('stock')
  return {
    id: record.id,
    productId: record.productId,
    name: (about && record.name) || (old?.name ?? ''),
    variant: about && record.variant.length > 0 ? record.variant : (old?.variant ?? []),
    prices: prices ? mergedPrices(record.prices ?? [], old?.prices ?? []) : (old?.prices ?? null),
    quantity: stock ? (record.quantity ?? null) : (old?.quantity ?? null),
    stock: stock ? record.stock : (old?.stock ?? null),
    deleted: about ? record.deleted : old!.deleted,
    told: { about: newest('about', true), prices: newest('prices', prices), stock: newest('stock', stock) },
  }
}

/** Does an older file tell anything of the offer that no newer one has told? */
export function tellsNews(record: Offer, source: RowSource, before: Known): boolean {
  const { told } = before.record as KnownOffer
  const isNews = (part: Part) => !isOlder(source, { generated: told[part] })
  return (record.prices !== null && isNews('prices')) || ((record.stock !== null || record.quantity !== null) && isNews('stock'))
}

// An empty price tells that 1C has none to tell; what is known stays (DESIGN.md §3.6).
function mergedPrices(told: readonly Price[], known: readonly Price[]): readonly Price[] {
  const filled = told.filter(({ value }) => value !== null)
  const types = new Set(filled.map(({ priceTypeId }) => priceTypeId))
  return [...filled, ...known.filter(({ priceTypeId }) => !types.has(priceTypeId))]
}
