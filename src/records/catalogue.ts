import type { Decimal } from '../values/decimal.ts'
import type { VatRate } from '../values/vat.ts'
import type { RecordBase } from './common.ts'

/** Группа номенклатуры. */
export interface Group extends RecordBase {
  readonly kind: 'group'
  readonly name: string
  /** Empty for a group at the top. */
  readonly parentId: string
}

/** Свойство of goods or offers. */
export interface Property extends RecordBase {
  readonly kind: 'property'
  readonly name: string
  readonly valueType: string
  /** Variant id → text, for `Справочник` properties. */
  readonly variants: Readonly<Record<string, string>>
}

export interface PriceType extends RecordBase {
  readonly kind: 'priceType'
  readonly name: string
  /** ISO code where the text was understood (`руб` → `RUB`), else the text. */
  readonly currency: string
  readonly vatIncluded: boolean | null
}

/** Единица измерения. `id` is the trimmed code (`796`), or the short name where there is no code. */
export interface Unit extends RecordBase {
  readonly kind: 'unit'
  readonly code: string
  readonly name: string
  readonly fullName: string
  readonly international: string
}

export interface Warehouse extends RecordBase {
  readonly kind: 'warehouse'
  readonly name: string
  readonly address: string
}

/** Товар or услуга of a catalogue. `id` may be `GUID#GUID` where 1C keeps variants (характеристики). */
export interface Product extends RecordBase {
  readonly kind: 'product'
  readonly service: boolean
  readonly name: string
  readonly fullName: string
  readonly article: string
  /** `Код` of the 1C item, leading zeros kept. */
  readonly code: string
  readonly barcode: string
  readonly description: string
  readonly groupIds: readonly string[]
  /** Names from the top down, where the file names groups instead of giving their ids. */
  readonly groupNames: readonly string[]
  readonly unit: UnitRef | null
  readonly vat: VatRate | null
  readonly manufacturer: string
  /** Paths below the catalogue's folder, main picture first. */
  readonly images: readonly string[]
  readonly properties: readonly PropertyValue[]
  readonly variant: readonly VariantValue[]
  /** Where the file tells them with the good itself (a table, some 2.x files); else they come with its offers. */
  readonly prices: readonly Price[] | null
  readonly quantity: Decimal | null
  readonly catalogueId: string
}

/** A unit as a good or an offer names it; whatever of the three the file gave. */
export interface UnitRef {
  readonly code: string
  readonly name: string
  readonly fullName: string
}

export interface PropertyValue {
  readonly propertyId: string
  /** A text, a number as written, or the id of a variant. */
  readonly value: string
}

/** Характеристика: what tells two variants of one good apart. */
export interface VariantValue {
  readonly id: string
  readonly name: string
  readonly value: string
}

/** Предложение: prices and stock of a good or of one of its variants. Any part may be absent: `null` means "not told". */
export interface Offer extends RecordBase {
  readonly kind: 'offer'
  readonly productId: string
  /** Part after `#`, or `ИдХарактеристики`; empty without variants. */
  readonly variantId: string
  readonly name: string
  readonly article: string
  readonly barcode: string
  readonly unit: UnitRef | null
  readonly variant: readonly VariantValue[]
  readonly prices: readonly Price[] | null
  /** `Количество` of the offer: the sum over the exported warehouses. */
  readonly quantity: Decimal | null
  readonly stock: readonly Stock[] | null
  readonly catalogueId: string
}

export interface Price {
  readonly priceTypeId: string
  /** Null where the file has an empty price. */
  readonly value: Decimal | null
  readonly currency: string
  readonly unit: string
  /** How many base units the price is for. */
  readonly ratio: Decimal
}

export interface Stock {
  readonly warehouseId: string
  readonly quantity: Decimal
}
