import type { ContactPoint } from './contact-points.ts'
import type { RequisiteDraft } from './requisite.ts'

/** What every card to be written has. */
interface DraftBase {
  /** Key inside one file set; the same 1C id gives the same key in every file of the set. */
  readonly key: string
  /** 1C id, for the custom field or the external code. */
  readonly originId: string
  /** Value by field of the portal: `UF_CRM_…` id or the column title of a custom field. */
  readonly custom: Readonly<Record<string, string>>
  readonly comments: string
  readonly responsible: string
}

export interface CompanyDraft extends DraftBase {
  readonly kind: 'company'
  readonly title: string
  readonly companyType: string
  readonly industry: string
  readonly phones: readonly ContactPoint[]
  readonly emails: readonly ContactPoint[]
  readonly sites: readonly ContactPoint[]
  readonly requisites: readonly RequisiteDraft[]
}

export interface ContactDraft extends DraftBase {
  readonly kind: 'contact'
  readonly lastName: string
  readonly firstName: string
  readonly secondName: string
  readonly salutation: string
  /** ISO date or ''. */
  readonly birthDate: string
  readonly post: string
  readonly contactType: string
  readonly source: string
  /** Title of its company, exactly as the company file has it, or ''. */
  readonly companyTitle: string
  readonly phones: readonly ContactPoint[]
  readonly emails: readonly ContactPoint[]
  readonly sites: readonly ContactPoint[]
  readonly requisites: readonly RequisiteDraft[]
}

export interface DealDraft extends DraftBase {
  readonly kind: 'deal'
  readonly title: string
  readonly pipeline: string
  readonly stage: string
  readonly closed: boolean | null
  readonly dealType: string
  readonly source: string
  /** `1234.56` or ''. */
  readonly amount: string
  /** ISO code. */
  readonly currency: string
  /** 0–100 or ''. */
  readonly probability: string
  readonly companyTitle: string
  /** `Имя Фамилия` of the contact, as Bitrix24 builds it. */
  readonly contactName: string
  /** ISO dates or ''. */
  readonly beginDate: string
  readonly closeDate: string
  readonly rows: readonly DealRowDraft[]
}

export interface DealRowDraft {
  readonly product: string
  readonly price: string
  readonly quantity: string
}

/**
 * A document for the portal: a deal, an invoice, or an item of a smart process (a contract, a request). One that is a deal is a
 * `DealDraft` too.
 */
export interface DocumentDraft extends Omit<DealDraft, 'kind' | 'rows'> {
  readonly kind: 'deal' | 'invoice' | 'process'
  /** Number in 1C, for the number field, or the number of an invoice. */
  readonly number: string
  /** Title of the portal's own company that issues it, or ''. */
  readonly myCompany: string
  readonly rows: readonly DocumentRowDraft[]
}

/** A row of goods or works with all that a portal takes (`bitrix24-rest.md §7`). Numbers are texts with a point; '' where 1C does not say. */
export interface DocumentRowDraft extends DealRowDraft {
  /** What the whole row costs, as 1C has it: rows of the portal are checked against it. */
  readonly amount: string
  /** 1C id of the product, `GUID` or `GUID#GUID`. */
  readonly productId: string
  readonly article: string
  /** ОКЕИ code, `796`. */
  readonly measure: string
  /** Percent, `20`; `none`: without VAT; '': untold. */
  readonly vat: string
  /** Does 1C count the tax as part of the price? */
  readonly vatIncluded: boolean
  /** Discount of one unit as a sum, '' for none. */
  readonly discount: string
  /** Price of one unit before discounts and in full, as 1C has it; absent: it is `price`. */
  readonly listPrice?: string
}

export interface ProductDraft extends DraftBase {
  readonly kind: 'product'
  /** `Внешний код`: the only key by which the import updates (`bitrix24-csv-import.md §12`). */
  readonly externalId: string
  readonly name: string
  readonly description: string
  /** Null: leave as it is on the portal. */
  readonly active: boolean | null
  readonly price: string
  readonly currency: string
  /** Name of the rate on the portal, `НДС 20%`, or ''. */
  readonly vat: string
  readonly vatIncluded: boolean | null
  /** Symbol of the unit, `шт`. */
  readonly measure: string
  /** From the top level down. */
  readonly sections: readonly string[]
  readonly images: readonly string[]
}

export type Draft = CompanyDraft | ContactDraft | DealDraft | ProductDraft
