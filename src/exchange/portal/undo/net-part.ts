import type { Change, FieldValues } from '../../../bitrix24/crm/change.ts'
import { problem } from '../../../problems/problem.ts'
import type { Comparison } from '../diff/comparison.ts'
import type { UndoLeft } from './undo-plan.ts'

/** A value from before the run and as the run left it. */
export interface NetValue {
  readonly before: string
  readonly wrote: string
  /** The newest change that wrote it. */
  readonly by: Change
}

/** What a run made of one thing of the portal: a card, a requisite, an address, an account. */
export interface NetPart {
  /** The change that made it, or null: it was there before. */
  readonly added: Change | null
  readonly values: ReadonlyMap<string, NetValue>
}

/**
 * The part with one more change, which comes after those that it has. What a person wrote between two changes of one run is
 * where the way back ends: the older one stays.
 */
export function withWritten(
  part: NetPart,
  by: Change,
  { fields, before }: { readonly fields: FieldValues; readonly before: FieldValues },
  compare: Comparison,
): { readonly part: NetPart; readonly left: readonly UndoLeft[] } {
  const values = new Map(part.values)
  const left: UndoLeft[] = []
  for (const [field, wrote] of Object.entries(fields)) {
    const was = before[field] ?? ''
    const older = values.get(field)
    const isChain = older === undefined || compare.value(field, older.wrote, was)
    if (older !== undefined && !isChain) left.push(touched(older, field, was))
    values.set(field, { before: older !== undefined && isChain ? older.before : was, wrote, by })
  }
  return { part: { ...part, values }, left }
}

/** The fields that can go back: those that the portal still holds as the run left them. */
export function restore(
  { values }: NetPart,
  heldOf: (field: string) => string,
  compare: Comparison,
): { readonly fields: FieldValues; readonly before: FieldValues; readonly left: readonly UndoLeft[] } {
  const fields: Record<string, string> = {}
  const before: Record<string, string> = {}
  const left: UndoLeft[] = []
  for (const [field, value] of values) {
    const held = heldOf(field)
    if (compare.value(field, held, value.before)) continue
    if (compare.value(field, held, value.wrote)) {
      fields[field] = value.before
      before[field] = held
    } else left.push(touched(value, field, held))
  }
  return { fields, before, left }
}

/** Values that are no longer as the run left them. */
export function touchedValues({ values }: NetPart, heldOf: (field: string) => string, compare: Comparison): readonly UndoLeft[] {
  const isTouched = ([field, { wrote }]: readonly [string, NetValue]) => !compare.value(field, heldOf(field), wrote)
  return [...values].filter(isTouched).map(([field, value]) => touched(value, field, heldOf(field)))
}

function touched({ by, wrote }: NetValue, field: string, portal: string): UndoLeft {
  return { change: by, problem: problem('apply.undo-touched', { field, wrote, portal }) }
}
