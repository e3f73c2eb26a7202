import type { CrmEntity } from './entity.ts'
import type { HeldPoint } from './held-card.ts'
import type { WantedPoint } from './wanted-card.ts'

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
    }
  | {
      readonly kind: 'update'
      readonly entity: CrmEntity
      readonly id: number
      /** Only what changes; may hold `originatorId` and `originId` when a card is adopted. */
      readonly fields: FieldValues
      readonly before: FieldValues
      readonly points: readonly PointChange[]
      /** The whole new set (the portal replaces it, `bitrix24-rest.md §2.7`), or null: not touched. */
      readonly companyIds: readonly number[] | null
      readonly companyIdsBefore: readonly number[]
    }
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
