import type { ProductDraft } from '../../bitrix24/drafts/draft.ts'
import type { Offer, Price, PriceType, Product, UnitRef } from '../../records/catalogue.ts'
import type { ExchangeOf } from '../../settings/settings.ts'
import { compare, type Decimal, divide, sum, toFixed } from '../../values/decimal.ts'
import { compareKey } from '../../values/text.ts'
import { unitSymbol } from '../../values/unit.ts'
import { responsibleOf } from './counterparty-cards.ts'
import { currencyOf } from './currency.ts'
import { fieldValues, ownFields, splitFields } from './custom-fields.ts'
import type { MapContext } from './map-context.ts'
import type { Scope } from './template.ts'
import { foldedTable } from './words.ts'

/** Everything that makes one card of the catalogue: a good, what was told of its price, and where it stands. */
export interface ProductParts {
  readonly product: Product
  /** Null where no offer of this card has come yet. */
  readonly offer: OfferFacts | null
  /** Names of the groups from the top down. */
  readonly sections: readonly string[]
  /** The price type to take; null where none is known. */
  readonly priceType: PriceType | null
}

/** What the offers of one card told so far; null is "not told". */
export interface OfferFacts {
  readonly id: string
  readonly name: string
  readonly variant: Offer['variant']
  readonly prices: readonly Price[] | null
  readonly quantity: string | null
  readonly stock: Offer['stock']
  readonly deleted: boolean
}

/** Card of the product import (`bitrix24-csv-import.md §12`): one price, no stock, `Внешний код` = 1C id. */
export function productDraft(
  parts: ProductParts,
  scope: Scope,
  context: MapContext,
  exchange: ExchangeOf<'catalogue'>,
): ProductDraft {
  const { product, offer } = parts
  const { own, custom } = splitFields(fieldValues(context, scope), ownFields.product)
  const price = priceOf(parts)
  const id = offer?.id ?? product.id
  return {
    kind: 'product',
    key: id,
    originId: id,
    externalId: id,
    name: own['name'] ?? nameOf(parts),
    description: own['description'] ?? product.description,
    active: product.deleted || offer?.deleted === true ? (exchange.deleted === 'deactivate' ? false : null) : true,
    price: price === null ? '' : priceText(price.value),
    currency: price === null ? '' : currencyOf(price.currency, context),
    vat: product.vat === null ? '' : (context.portal.vat[product.vat.percent ?? 'none'] ?? product.vat.text),
    vatIncluded: product.vat === null ? null : (parts.priceType?.vatIncluded ?? null),
    measure: own['measure'] ?? measureOf(product.unit, context),
    sections: parts.sections,
    images: exchange.imagesUrl === '' ? [] : product.images.map((path) => urlOf(exchange.imagesUrl, path)),
    comments: '',
    responsible: responsibleOf(context),
    custom,
  }
}

// Finer prices than kopecks are left to the import files, which say that the portal will round them.
function priceText(value: Decimal): string {
  return /\.\d{3}/.test(value) ? value : toFixed(value, 2)
}

/** Sum of the stock in the wanted warehouses (all where none are named); null where stock was not told. */
export function quantityOf(
  { product, offer }: Pick<ProductParts, 'product' | 'offer'>,
  warehouses: readonly string[],
  nameOfWarehouse: (id: string) => string,
): string | null {
  if (offer === null) return product.quantity
  if (offer.stock === null) return offer.quantity
  const wanted = new Set(warehouses.map(compareKey))
  const counted = offer.stock.filter(
    ({ warehouseId }) =>
      wanted.size === 0 || wanted.has(compareKey(warehouseId)) || wanted.has(compareKey(nameOfWarehouse(warehouseId))),
  )
  return sum(counted.map(({ quantity }) => quantity))
}

// A price may be told for a package of several base units (`1c-side.md §3.3`).
function priceOf({ product, offer, priceType }: ProductParts): { value: string; currency: string } | null {
  const prices = offer?.prices ?? product.prices ?? []
  const found = prices.find(
    ({ priceTypeId, value }) => value !== null && (priceType === null || priceTypeId === '' || priceTypeId === priceType.id),
  )
  if (found === undefined || found.value === null) return null
  const perUnit = compare(found.ratio, '0') === 0 || found.ratio === '1' ? found.value : divide(found.value, found.ratio, 2)
  return { value: perUnit, currency: found.currency || priceType?.currency || '' }
}

function nameOf({ product, offer }: ProductParts): string {
  if (offer === null || offer.id === product.id) return product.name
  if (offer.name !== '' && offer.name !== product.name) return offer.name
  const variant = offer.variant
    .map(({ value }) => value)
    .filter((value) => value !== '')
    .join(', ')
  return variant === '' ? product.name : `${product.name} (${variant})`
}

function measureOf(unit: UnitRef | null, { portal }: MapContext): string {
  if (unit === null) return ''
  const measures = foldedTable(portal.measures)
  const told = [unit.name, unit.code, unit.fullName].filter((text) => text !== '').map((text) => measures.get(compareKey(text)))
  return told.find((symbol) => symbol !== undefined) ?? unitSymbol(unit.code, unit.name || unit.fullName)
}

function urlOf(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/')}`
}
