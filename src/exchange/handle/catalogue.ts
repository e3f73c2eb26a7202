import type { Known } from '../../ledger/known.ts'
import type { ReadRow } from '../../onec/read/reading.ts'
import type { Offer, Product } from '../../records/catalogue.ts'
import type { OnecRecord, RecordKind } from '../../records/record.ts'
import type { ExchangeOf } from '../../settings/settings.ts'
import { squeeze } from '../../values/text.ts'
import { contentHash } from '../content-hash.ts'
import { scopeOf } from '../map/scope.ts'
import { isOlder } from './compare-known.ts'
import type { Handler, RowSource } from './handler.ts'
import { type KnownBatch, openKnownBatch } from './known-batch.ts'
import { tellsNews, withOffer } from './offer-facts.ts'
import { because, type Outcome, outcome } from './outcome.ts'
import { sift } from './sift.ts'
import type { Workshop } from './workshop.ts'

/** Ids of goods whose card must be written at the end of the run, by the exchange that wants them, in the order in which they came. */
export type TouchedGoods = Map<string, ExchangeOf<'catalogue'>>

/** What is remembered of a good besides itself. */
export interface KnownProduct {
  readonly product: Product
}

/** Groups, properties, price types, units and warehouses are kept: later files name them by id only (`1c-side.md §1.1`). */
export function directoryHandler(shop: Workshop, kind: RecordKind): Handler {
  return rememberingHandler(shop, kind, (record) => withoutPlace(record))
}

/** Goods are kept and marked: their cards are written when prices and all else of the run are known. */
export function productHandler(shop: Workshop, touched: TouchedGoods): Handler {
  return rememberingHandler(
    shop,
    'product',
    (record) => ({ product: withoutPlace(record) }),
    (record, exchange) => {
      touched.set(record.id, exchange)
    },
  )
}

/** Offers add what they tell to what is known: an update of prices says nothing of stock, and the other way round. */
export function offerHandler(shop: Workshop, touched: TouchedGoods): Handler {
  return {
    async handle(rows, source) {
      const ids = rows.map(({ id }) => id)
      const offers = await openKnownBatch(shop.ledger, 'offer', ids, source)
      const goods = rows.flatMap(({ id, record }) => [id, record?.kind === 'offer' ? record.productId : ''])
      const products = await shop.ledger.known('product', [...new Set(goods)])
      const outcomes = rows.map((row) => offerOutcome(shop, row, source, offers, products, touched))
      await offers.save()
      return outcomes
    },
  }
}

function offerOutcome(
  shop: Workshop,
  row: ReadRow,
  source: RowSource,
  offers: KnownBatch,
  products: ReadonlyMap<string, Known>,
  touched: TouchedGoods,
): Outcome {
  const { language } = shop
  const exchange = shop.routes.exchangeFor('offer', source.file) as ExchangeOf<'catalogue'> | null
  const sifted = sift(row, exchange, null, language)
  if (sifted !== null || exchange === null) return sifted!
  const record = row.record as Offer
  if (record.id === '') return because('refused', 'exchange.no-id', language)
  const before = offers.get(record.id)
  if (before !== undefined && isOlder(source, before) && !tellsNews(record, source, before)) {
    return because('skipped', 'exchange.older', language, { generated: before.generated })
  }
  const facts = withOffer(record, source, before)
  const { told: _dates, ...content } = facts
  const hash = contentHash({ content, ...settingsOf(shop, exchange) })
  const good = [record.id, record.productId].find((id) => products.has(id))
  if (before?.hash === hash && good !== undefined) {
    offers.same(record.id, facts)
    return because('unchanged', 'exchange.unchanged', language, { message: before.message }, hash)
  }
  offers.put(record.id, hash, facts)
  if (record.variantId !== '' && good !== record.id && exchange.variants === 'skip') {
    return because('skipped', 'exchange.variant', language)
  }
  if (good === undefined) return because('waiting', 'exchange.product-unknown', language, { id: record.productId })
  touched.set(good, exchange)
  return outcome('prepared', record.problems, language, hash)
}

function rememberingHandler<K extends RecordKind>(
  shop: Workshop,
  kind: K,
  keep: (record: Extract<OnecRecord, { kind: K }>) => unknown,
  touch?: (record: Extract<OnecRecord, { kind: K }>, exchange: ExchangeOf<'catalogue'>) => void,
): Handler {
  const { language } = shop
  const outcomeOf = (row: ReadRow, source: RowSource, known: KnownBatch): Outcome => {
    const exchange = shop.routes.exchangeFor(kind, source.file) as ExchangeOf<'catalogue'> | null
    const good = row.record?.kind === 'product' ? row.record : null
    const sifted = sift(row, exchange, good === null ? null : () => scopeOf(row, good), language)
    if (sifted !== null || exchange === null) return sifted!
    const record = row.record as Extract<OnecRecord, { kind: K }>
    if (record.id === '') return because('refused', 'exchange.no-id', language)
    if (isNameless(record)) return because('refused', 'exchange.no-name', language)
    const before = known.get(record.id)
    if (before !== undefined && isOlder(source, before)) {
      return because('skipped', 'exchange.older', language, { generated: before.generated })
    }
    const content = keep(record)
    // Cards of goods are made of what is remembered: other settings make another card of the same good.
    const hash = contentHash(touch === undefined ? content : { content, ...settingsOf(shop, exchange) })
    if (before?.hash === hash) {
      known.same(record.id)
      return because('unchanged', 'exchange.unchanged', language, { message: before.message }, hash)
    }
    known.put(record.id, hash, content)
    touch?.(record, exchange)
    return outcome(touch === undefined ? 'remembered' : 'prepared', record.problems, language, hash)
  }
  return {
    async handle(rows, source) {
      const ids = rows.map(({ id }) => id)
      const known = await openKnownBatch(shop.ledger, kind, ids, source)
      const outcomes = rows.map((row) => outcomeOf(row, source, known))
      await known.save()
      return outcomes
    },
  }
}

function settingsOf(shop: Workshop, exchange: ExchangeOf<'catalogue'>) {
  return { settings: shop.contextOf(exchange).hash }
}

function isNameless(record: OnecRecord): boolean {
  return record.kind === 'product' && squeeze(record.name) === ''
}

// Line numbers move with every export and are no content; problems are told once, in the answer.
function withoutPlace<R extends OnecRecord>(record: R): R {
  return { ...record, origin: { line: 0, row: 0 }, problems: [] }
}
