import type { FieldValues } from '../../../bitrix24/crm/change.ts'
import { decide } from './decide.ts'
import { conflictProblem, type FieldsDiff } from './diff-fields.ts'
import type { DiffRules } from './diff-rules.ts'

export interface StageInput {
  readonly now: FieldValues
  /** Null: the portal never confirmed anything of this card. */
  readonly base: FieldValues | null
  readonly held: FieldValues
  readonly isInitial: boolean
  /** Stages at which the pipelines begin: a card stands there of itself, and nobody has chosen it. */
  readonly firstStages: readonly string[]
  readonly rules: DiffRules
}

/**
 * Pipeline and stage of a document, as one value: a stage belongs to its pipeline, and both travel together
 * (`bitrix24-rest.md §2.8`). Where 1C names only the pipeline, the stage is left to the portal.
 */
export function diffStage({ now, base, held, isInitial, firstStages, rules }: StageInput): FieldsDiff {
  // The pipeline of an invoice is not for us to write, and the portal does not tell it as something that is.
  const names = told.filter((name) => (now[name] ?? '') !== '' && held[name] !== undefined)
  const decided = names.includes('stageId') ? 'stageId' : 'categoryId'
  if (names.length === 0) return nothing
  const text = (fields: FieldValues) => names.map((name) => placeOf(name, fields)).join(' ')
  const before = (base?.[decided] ?? '') === '' ? undefined : text(base!)
  const isUntouched = before === undefined && firstStages.includes(held['stageId'] ?? '')
  const sides = {
    now: text(now),
    base: isUntouched ? text(held) : before,
    held: text(held),
    isInitial: isInitial && !isUntouched,
  }
  const decision = decide(sides, 'keep', (a, b) => a === b)
  if (decision === 'leave') return nothing
  const written = {
    fields: Object.fromEntries(names.map((name) => [name, now[name]!])),
    before: Object.fromEntries(names.map((name) => [name, held[name] ?? ''])),
  }
  if (decision === 'set') return { ...written, problems: [], conflicts: [] }
  const conflict = {
    of: 'card',
    field: decided,
    now: now[decided]!,
    base: base?.[decided] ?? null,
    held: held[decided] ?? '',
  } as const
  const found = { problems: [conflictProblem(conflict, rules.conflict)], conflicts: [conflict] }
  return rules.conflict === '1c' ? { ...written, ...found } : { ...nothing, ...found }
}

const told = ['categoryId', 'stageId'] as const
const nothing: FieldsDiff = { fields: {}, before: {}, problems: [], conflicts: [] }

// The main pipeline of deals is number 0, which is also how the portal says "none" (`bitrix24-rest.md §2.8`).
function placeOf(name: string, fields: FieldValues): string {
  return fields[name] || (name === 'categoryId' ? '0' : '')
}
