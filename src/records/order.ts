import type { DateText } from '../values/date.ts'
import type { Decimal } from '../values/decimal.ts'
import type { VatRate } from '../values/vat.ts'
import type { UnitRef, VariantValue } from './catalogue.ts'
import type { RecordBase } from './common.ts'
import type { Counterparty } from './counterparty.ts'

/** Документ «Заказ товара» with its payments and shipments. The key is `number`; `id` may be missing (`1c-side.md §3.7`). */
export interface Order extends RecordBase {
  readonly kind: 'order'
  /** Number of the `Контейнер` (3.1) that holds the order with its payments and shipments; null in the other dialects. */
  readonly container: number | null
  readonly number: string
  readonly date: DateText | null
  /** `ХозОперация`: `Заказ товара`, `Отпуск товара` … */
  readonly operation: string
  readonly role: string
  readonly currency: string
  readonly rate: Decimal | null
  readonly amount: Decimal | null
  readonly dueDate: DateText | null
  readonly comment: string
  readonly number1c: string
  readonly date1c: DateText | null
  readonly counterparties: readonly Counterparty[]
  readonly rows: readonly OrderRow[]
  readonly discounts: readonly Discount[]
  readonly taxes: readonly Tax[]
  readonly warehouseIds: readonly string[]
  /** Requisites in the order of the file, names as written. */
  readonly requisites: readonly Requisite[]
  readonly state: OrderState
  readonly payments: readonly Settlement[]
  readonly shipments: readonly Settlement[]
}

/** What 1C lets one know about the state, over all dialects (`1c-side.md §4`). Null: the file does not say. */
export interface OrderState {
  readonly posted: boolean | null
  readonly paid: boolean | null
  readonly shipped: boolean | null
  readonly cancelled: boolean | null
  /** Status by name, where the configuration has one. */
  readonly status: string
}

/** A payment or a shipment of the order: from requisites (2.x) or from a sub-document (2.10, 3.1). */
export interface Settlement {
  readonly number: string
  readonly date: DateText | null
  readonly amount: Decimal | null
  readonly operation: string
}

export interface OrderRow {
  readonly productId: string
  readonly name: string
  readonly article: string
  readonly service: boolean
  readonly unit: UnitRef | null
  readonly ratio: Decimal
  readonly price: Decimal | null
  readonly quantity: Decimal | null
  readonly amount: Decimal | null
  readonly vat: VatRate | null
  readonly taxes: readonly Tax[]
  readonly discounts: readonly Discount[]
  readonly variant: readonly VariantValue[]
  readonly extra: Readonly<Record<string, string>>
}

export interface Tax {
  readonly name: string
  readonly includedInAmount: boolean | null
  readonly amount: Decimal | null
  readonly rate: VatRate | null
}

export interface Discount {
  readonly name: string
  readonly amount: Decimal | null
  readonly percent: Decimal | null
  readonly includedInAmount: boolean | null
}

export interface Requisite {
  readonly name: string
  readonly value: string
}
