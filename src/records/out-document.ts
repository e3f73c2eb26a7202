import type { DateText } from '../values/date.ts'
import type { Decimal } from '../values/decimal.ts'

/**
 * A document of the portal as 1C is told of it: an order, a paid request, an invoice. What the portal does not know is '', null or
 * empty. All rules of `1c-side.md §5` are the writer's; the amounts here are those of the card.
 */
export interface OutDocument {
  readonly kind: 'deal' | 'invoice' | 'process'
  /** Number of the card on the portal. */
  readonly portalId: number
  /** By which 1C knows it: `B24-1045`, or the number that 1C itself gave. At most 11 characters for the typical configurations. */
  readonly number: string
  /** Id of the document in 1C, where 1C told of it. */
  readonly id: string
  readonly title: string
  /** When the card was made, in local time without a zone. */
  readonly date: DateText
  readonly currency: string
  readonly amount: Decimal
  /** `Статус заказа` as the settings map the stage. */
  readonly status: string
  /** Name of the stage on the portal. */
  readonly stage: string
  /** The stage is a lost one. */
  readonly cancelled: boolean
  /** The stage is a won one. */
  readonly completed: boolean
  readonly comment: string
  readonly client: OutParty | null
  readonly rows: readonly OutRow[]
  /** `ЗначенияРеквизитов` by their names, in order: Организация, Склад … */
  readonly requisites: readonly { readonly name: string; readonly value: string }[]
  /** Custom fields that 1C code of its own may want: by the names that the settings give. */
  readonly responsible: string
  /** Portal's time of the last change, local without a zone. */
  readonly changedAt: DateText
}

/** The client of a document. Typical configurations find it by name, or by ИНН and КПП; never by its id (`1c-side.md §5`). */
export interface OutParty {
  readonly legalForm: 'company' | 'soleProprietor' | 'person'
  readonly portalId: number
  /** 1C id, '' where 1C told none. */
  readonly id: string
  /** Has 1C told of this client, by an id or without one? Then it has contacts of its own. */
  readonly isKnown: boolean
  /** Name as 1C calls it where it is known, else the title of the card. Never ''. */
  readonly name: string
  readonly fullName: string
  readonly inn: string
  readonly kpp: string
  readonly ogrn: string
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** In one line. */
  readonly address: string
}

export interface OutRow {
  /** 1C id of the product, `GUID` or `GUID#GUID`; '' where it has none. */
  readonly productId: string
  readonly name: string
  readonly article: string
  readonly service: boolean
  /** ОКЕИ code, `796`. */
  readonly unitCode: string
  readonly unitName: string
  /** Of one unit with all discounts, tax included. */
  readonly price: Decimal
  /** Of one unit before discounts, where people left the row as 1C told it; null: nobody but the portal knows. */
  readonly listPrice: Decimal | null
  readonly quantity: Decimal
  /** Of the whole row. */
  readonly amount: Decimal
  /** Sum of the discount of the whole row; '0' for none. */
  readonly discount: Decimal
  /** Percent; null: without VAT. */
  readonly vat: Decimal | null
}

/** What stands in one file for 1C. `number` grows by one whenever the content changes, and 1C confirms by it. */
export interface OutMessage {
  readonly number: number
  /** Local time with zone. */
  readonly at: string
  readonly documents: readonly OutDocument[]
}
