import type { CrmEntity } from './entity.ts'
import type { WantedRow } from './wanted-card.ts'

export interface HeldPoint {
  readonly id: number
  readonly typeId: string
  readonly valueType: string
  readonly value: string
}

export interface HeldAddress {
  readonly typeId: number
  readonly fields: Readonly<Record<string, string>>
}

export interface HeldBank {
  readonly id: number
  readonly xmlId: string
  readonly fields: Readonly<Record<string, string>>
}

export interface HeldRequisite {
  readonly id: number
  readonly presetId: number
  readonly xmlId: string
  readonly fields: Readonly<Record<string, string>>
  readonly addresses: readonly HeldAddress[]
  readonly banks: readonly HeldBank[]
}

/** A product row as the portal holds it. */
export interface HeldRow extends WantedRow {
  readonly id: number
}

/** A card as the portal holds it now, in canonical texts: '' for whatever the portal says for nothing (`bitrix24-rest.md §12`). */
export interface HeldCard {
  readonly entity: CrmEntity
  readonly id: number
  /** As the portal gave it; changes with every save of the card. */
  readonly updatedTime: string
  readonly originatorId: string
  readonly originId: string
  readonly fields: Readonly<Record<string, string>>
  readonly points: readonly HeldPoint[]
  /** Companies of a contact, the primary one first; empty for a company. */
  readonly companyIds: readonly number[]
  /** Contacts of a document, the primary one first; its company stands in `fields.companyId`. Absent for companies and contacts. */
  readonly contactIds?: readonly number[]
  /** Product rows of a document in their order; null: they were not asked for, or the portal does not tell them. */
  readonly rows?: readonly HeldRow[] | null
  readonly requisites: readonly HeldRequisite[]
}
