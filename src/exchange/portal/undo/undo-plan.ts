import type { Change } from '../../../bitrix24/crm/change.ts'
import type { Problem } from '../../../problems/problem.ts'

/** A change of the run that stays, or a part of it, and why. */
export interface UndoLeft {
  readonly change: Change
  readonly problem: Problem
}

/** What takes back the changes of one run to one card. */
export interface UndoPlan {
  /** In the order in which they have to be done. */
  readonly changes: readonly Change[]
  readonly left: readonly UndoLeft[]
  /** The card is no longer on the portal: nothing is left to take back. */
  readonly gone: boolean
}

/** A change that took effect. `result.id`: what it made, null where it made nothing or the portal gives no id. */
export interface DoneChange {
  /** Grows in the order in which the changes were made. */
  readonly number: number
  readonly change: Change
  readonly result: { readonly id: number | null }
}
