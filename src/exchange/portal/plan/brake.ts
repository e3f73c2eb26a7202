import type { Settings } from '../../../settings/settings.ts'
import type { PlanSummary } from './plan-summary.ts'

/** What the brake weighs. */
export interface BrakeState {
  /** Limits that the plan goes beyond. */
  readonly reasons: readonly ('share' | 'records')[]
  /** Cards that the plan makes and changes. */
  readonly changed: number
  /** Of them, cards that were there before: of the kind whose share is too large, else all. */
  readonly updates: number
  /** Cards that the exchange knows, of that kind or all. */
  readonly known: number
}

/**
 * Does the plan go beyond what a run may do unseen? The share is of the cards of one kind that the exchange knows, so that the
 * contacts of all companies do not hide that all companies change. The number counts new cards too, because a lost ledger or a
 * wrong mark of the base would make all of them once more. Null: it may go on.
 */
export function brakeOf(
  { share, from, records }: Settings['brake'],
  { create, update, updates }: Pick<PlanSummary, 'create' | 'update' | 'updates'>,
  known: Readonly<Record<string, number>>,
): BrakeState | null {
  const changed = create + update
  const kinds = Object.entries(updates).map(([kind, count]) => ({ updates: count, known: known[kind] ?? 0 }))
  const much = kinds.find((kind) => kind.updates >= from && kind.known > 0 && kind.updates / kind.known > share)
  const reasons = [
    ...(much === undefined ? [] : (['share'] as const)),
    ...(records !== null && changed > records ? (['records'] as const) : []),
  ]
  if (reasons.length === 0) return null
  const all = { updates: update, known: Object.values(known).reduce((sum, count) => sum + count, 0) }
  return { reasons, changed, ...(much ?? all) }
}
