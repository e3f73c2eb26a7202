import type { CrmEntity } from './entity.ts'

/** Kinds of multifields that 1C can tell (`bitrix24-rest.md §2.5`). */
export type PointType = 'PHONE' | 'EMAIL' | 'WEB'

export interface WantedPoint {
  readonly typeId: PointType
  readonly valueType: string
  readonly value: string
}

/** Key of an address is its type within the requisite (`bitrix24-rest.md §4.4`). Fields by their REST names, `ADDRESS_1`. */
export interface WantedAddress {
  readonly typeId: number
  readonly fields: Readonly<Record<string, string>>
}

/** `xmlId`: our mark, stable for one account. Fields by their REST names, `RQ_ACC_NUM`. */
export interface WantedBank {
  readonly xmlId: string
  readonly fields: Readonly<Record<string, string>>
}

export interface WantedRequisite {
  readonly presetId: number
  /** Our mark, stable for one 1C id. */
  readonly xmlId: string
  /** `NAME`, `RQ_INN` …; empty values are left out. */
  readonly fields: Readonly<Record<string, string>>
  readonly addresses: readonly WantedAddress[]
  readonly banks: readonly WantedBank[]
}

/** What 1C says of one card, in the words of this portal: field names, ids of directories and users. All values are canonical texts. */
export interface WantedCard {
  readonly entity: CrmEntity
  /** By the names that `crm.item.*` has with `useOriginalUfNames: "Y"`: `title`, `typeId`, `assignedById`, `UF_CRM_…`. '' : 1C says it is empty. */
  readonly fields: Readonly<Record<string, string>>
  /** Fields of `fields` that are only defaults of the settings: written when the card is made, or where the portal has nothing. */
  readonly initial: readonly string[]
  readonly points: readonly WantedPoint[]
  readonly requisite: WantedRequisite | null
  /** Rows of a document; null: 1C says nothing of them, and those of the portal stay. Absent for companies and contacts. */
  readonly rows?: readonly WantedRow[] | null
}

/** A product row in the words of the portal, canonical texts with a point and no needless zeros (`bitrix24-rest.md §7`). */
export interface WantedRow {
  /** Product of the portal's catalogue; 0: a row of free text. */
  readonly productId: number
  readonly productName: string
  /** Of one unit, discount and tax included. */
  readonly price: string
  readonly quantity: string
  /** Of one unit, without tax as the portal counts it; '' for none. */
  readonly discountSum: string
  /** Percent; '' : without VAT. */
  readonly taxRate: string
  readonly taxIncluded: 'Y' | 'N'
  /** ОКЕИ code; '' : that of the portal by default. */
  readonly measureCode: string
}

/** Ids of requisites and bank details of both sides; 0: none. */
export interface RequisiteLink {
  readonly requisiteId: number
  readonly bankId: number
  readonly myRequisiteId: number
  readonly myBankId: number
}

/** A file that lies in the archive until it is sent. */
export interface StoredFile {
  readonly name: string
  /** Number of the message that brought it: where its bytes are kept is known by that. */
  readonly message: number
  readonly sha256: string
  readonly bytes: number
}
