import type { Ledger } from '../../ledger/ledger.ts'
import type { Problem } from '../../problems/problem.ts'
import type { PriceType } from '../../records/catalogue.ts'
import type { ExchangeOf } from '../../settings/settings.ts'
import { type OfferFacts, productDraft, quantityOf } from '../map/product-card.ts'
import { scopeOf } from '../map/scope.ts'
import type { KnownProduct, TouchedGoods } from './catalogue.ts'
import { type GoodsDirectories, readGoodsDirectories } from './goods-directories.ts'
import type { KnownOffer } from './offer-facts.ts'
import { type Outcome, outcome } from './outcome.ts'
import { choosePriceType } from './price-type-choice.ts'
import type { Workshop } from './workshop.ts'

export interface WrittenGoods {
  /** What no single card can be blamed for. */
  readonly problems: readonly Problem[]
  /** What was found about a card, by the 1C id of the good or of its variant: for the answers of its rows. */
  readonly remarks: ReadonlyMap<string, Remark>
}

export type Remark = Pick<Outcome, 'code' | 'text'>

/**
 * Writes the cards of all goods that the run touched: the good, its price and its section come from different files, some
 * of them taken days ago. The goods are gone through in batches, so memory holds only their ids.
 */
export async function writeGoods(shop: Workshop, touched: TouchedGoods): Promise<WrittenGoods> {
  const remarks = new Map<string, Remark>()
  const problems: Problem[] = []
  if (touched.size === 0) return { problems, remarks }
  const directories = await readGoodsDirectories(shop.ledger)
  const used = await usedPriceTypes(shop.ledger, touched)
  const priceTypes = new Map<ExchangeOf<'catalogue'>, PriceType | null>()
  for (const exchange of new Set(touched.values())) {
    const choice = await choosePriceType(shop.ledger, exchange, directories.priceTypes, used, shop.firstMessage)
    priceTypes.set(exchange, choice.priceType)
    problems.push(...choice.problems)
  }
  for await (const { product, offers } of goodsOf(shop.ledger, touched)) {
    const exchange = touched.get(product.id)!
    for (const offer of cardsOf(product.id, offers, exchange)) {
      const remark = await writeCard(shop, exchange, { product, offer, directories, priceType: priceTypes.get(exchange) ?? null })
      if (remark === null) continue
      remarks.set(remark.id, remark)
      // The row of the good hears of the first of its variants.
      if (!remarks.has(product.id)) remarks.set(product.id, remark)
    }
  }
  return { problems, remarks }
}

interface CardParts {
  readonly product: KnownProduct['product']
  readonly offer: OfferFacts | null
  readonly directories: GoodsDirectories
  readonly priceType: PriceType | null
}

async function writeCard(
  shop: Workshop,
  exchange: ExchangeOf<'catalogue'>,
  { product, offer, directories, priceType }: CardParts,
): Promise<(Remark & { readonly id: string }) | null> {
  const quantity = quantityOf({ product, offer }, exchange.warehouses, directories.warehouseName) ?? ''
  const own = scopeOf({}, product)
  const scope = { ...directories.propertiesOf(product), ...own, quantity, Количество: quantity }
  const whole = { ...product, unit: directories.unitOf(product) }
  const parts = { product: whole, offer, sections: directories.sectionsOf(product), priceType }
  const draft = productDraft(parts, scope, shop.contextOf(exchange), exchange)
  const { problems } = await shop.importSet.add(draft)
  return problems.length === 0 ? null : { id: draft.key, ...outcome('prepared', problems, shop.language) }
}

/** The touched goods with the offers of theirs, in the order in which they came. */
async function* goodsOf(ledger: Ledger, touched: TouchedGoods) {
  for (const ids of batches([...touched.keys()], 500)) {
    const products = await ledger.known('product', ids)
    const offers = await ledger.knownUnder('offer', ids)
    const variants = [...offers.values()].flat().map(({ id }) => id)
    // УТ 11 sends variants as goods of their own, too, each of which has its card then (`1c-side.md §3.1`).
    const apart = await ledger.known('product', variants)
    for (const id of ids) {
      const { product } = products.get(id)!.record as KnownProduct
      const own = (offers.get(id) ?? []).filter((offer) => offer.id === id || !apart.has(offer.id))
      yield { product, offers: own.map(({ record }) => record as KnownOffer) }
    }
  }
}

/** The offers that become cards of one good: its own, and (variants apart) one for each of its variants. */
function cardsOf(id: string, offers: readonly KnownOffer[], exchange: ExchangeOf<'catalogue'>): readonly (OfferFacts | null)[] {
  const wanted = offers.filter((offer) => offer.id === id || exchange.variants === 'separate')
  return wanted.length > 0 ? wanted : [null]
}

/** Price types of the touched goods, the most used first. */
async function usedPriceTypes(ledger: Ledger, touched: TouchedGoods): Promise<readonly string[]> {
  const counts = new Map<string, number>()
  for await (const { offers } of goodsOf(ledger, touched)) {
    for (const price of offers.flatMap(({ prices }) => prices ?? [])) {
      if (price.value !== null) counts.set(price.priceTypeId, (counts.get(price.priceTypeId) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}

function* batches<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size)
}
