import type { CrmEntity, DocumentEntity } from './entity.ts'
import type { HeldPoint } from './held-card.ts'
import type { RequisiteLink, StoredFile, WantedPoint, WantedRow } from './wanted-card.ts'

/** Values by the names of the portal, as canonical texts. */
export type FieldValues = Readonly<Record<string, string>>

/** A multifield is changed by its id, added without one, and removed by its id (`bitrix24-rest.md §2.5`). */
export type PointChange =
  | { readonly kind: 'add'; readonly point: WantedPoint }
  | { readonly kind: 'set'; readonly before: HeldPoint; readonly point: WantedPoint }
  | { readonly kind: 'remove'; readonly before: HeldPoint }

/**
 * One thing to be done to a card, plain JSON for the journal. `before`: what the portal held for the same names, so that it
 * can be told and taken back. An id that does not exist yet is `null`: it is filled in from what was made before it.
 */
export type Change =
  | {
      readonly kind: 'create'
      readonly entity: CrmEntity
      readonly originatorId: string
      readonly originId: string
      readonly fields: FieldValues
      readonly points: readonly WantedPoint[]
      readonly companyIds: readonly number[]
      /** Contacts of a document, the first one primary. */
      readonly contactIds?: readonly number[]
    }
  | {
      readonly kind: 'update'
      readonly entity: CrmEntity
      readonly id: number
      /**
       * Only what changes; may hold `originatorId` and `originId` when a card is adopted. Where they are one field of the portal
       * (invoices, smart processes), either needs the other here or in `before`.
       */
      readonly fields: FieldValues
      readonly before: FieldValues
      readonly points: readonly PointChange[]
      /** The whole new set (the portal replaces it, `bitrix24-rest.md §2.7`), or null: not touched. */
      readonly companyIds: readonly number[] | null
      readonly companyIdsBefore: readonly number[]
      /** The same of the contacts of a document. */
      readonly contactIds?: readonly number[] | null
      readonly contactIdsBefore?: readonly number[]
      /** Pipeline in which a card of a smart process stands, told with every update (`bitrix24-rest.md §2.7`). */
      readonly categoryId?: number
    }
  // All rows of a document in one call (`bitrix24-rest.md §7`). `id` null: the document that this same card makes.
  | {
      readonly kind: 'setRows'
      readonly entity: DocumentEntity
      readonly id: number | null
      readonly rows: readonly WantedRow[]
      readonly before: readonly WantedRow[]
    }
  // Which requisites of the client and of the own company a document shows (`bitrix24-rest.md §4.5`); 0: none.
  | {
      readonly kind: 'linkRequisite'
      readonly entity: DocumentEntity
      readonly id: number | null
      readonly link: RequisiteLink
      readonly before: RequisiteLink | null
    }
  // A comment in the timeline of a document with a file. `mark` stands in its text and finds it again after a lost answer.
  | {
      readonly kind: 'addFile'
      readonly entity: DocumentEntity
      readonly id: number
      readonly file: StoredFile
      readonly comment: string
      readonly mark: string
    }
  | { readonly kind: 'deleteComment'; readonly entity: DocumentEntity; readonly id: number; readonly commentId: number }
  | { readonly kind: 'addRequisite'; readonly presetId: number; readonly xmlId: string; readonly fields: FieldValues }
  | { readonly kind: 'setRequisite'; readonly id: number; readonly fields: FieldValues; readonly before: FieldValues }
  | {
      readonly kind: 'addAddress'
      /** Null: the requisite that this same card adds. */
      readonly requisiteId: number | null
      readonly typeId: number
      readonly fields: FieldValues
    }
  | {
      readonly kind: 'setAddress'
      readonly requisiteId: number
      readonly typeId: number
      readonly fields: FieldValues
      /** Every part as it is to be: the docs do not agree on whether a part that is not sent stays (`bitrix24-rest.md §4.4`). */
      readonly whole: FieldValues
      readonly before: FieldValues
    }
  | { readonly kind: 'addBank'; readonly requisiteId: number | null; readonly xmlId: string; readonly fields: FieldValues }
  | { readonly kind: 'setBank'; readonly id: number; readonly fields: FieldValues; readonly before: FieldValues }
  // Only an undo takes something away.
  | { readonly kind: 'delete'; readonly entity: CrmEntity; readonly id: number }
  | { readonly kind: 'deleteRequisite'; readonly id: number }
  | { readonly kind: 'deleteAddress'; readonly requisiteId: number; readonly typeId: number }
  | { readonly kind: 'deleteBank'; readonly id: number }
