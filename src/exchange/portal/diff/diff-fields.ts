import type { FieldValues } from '../../../bitrix24/crm/change.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { Comparison } from './comparison.ts'
import { decide } from './decide.ts'
import type { DiffRules } from './diff-rules.ts'
import type { FieldConflict, Findings } from './findings.ts'

export interface FieldsInput {
  readonly of: FieldConflict['of']
  /** A field that is absent is untold and left alone. */
  readonly now: FieldValues
  /** Null: the portal never confirmed anything of this. */
  readonly base: FieldValues | null
  readonly held: (field: string) => string
  readonly initial?: readonly string[]
  /** Fields that are emptied even where a blank erases nothing. */
  readonly alwaysCleared?: readonly string[]
  /** Does the portal take an empty value for it? */
  readonly canBeCleared: (field: string) => boolean
  readonly rules: DiffRules
  readonly compare: Comparison
}

export interface FieldsDiff extends Findings {
  readonly fields: FieldValues
  readonly before: FieldValues
}

/** What is to be written of these fields. With `conflict: review` a conflict is only told: the card decides as a whole. */
export function diffFields(input: FieldsInput): FieldsDiff {
  const { of, now, base, held, initial = [], alwaysCleared = [], canBeCleared, rules, compare } = input
  const fields: Record<string, string> = {}
  const before: Record<string, string> = {}
  const problems: Problem[] = []
  const conflicts: FieldConflict[] = []
  for (const [field, value] of Object.entries(now)) {
    const sides = { now: value, base: base?.[field], held: held(field), isInitial: initial.includes(field) }
    const blanks = alwaysCleared.includes(field) ? 'clear' : rules.blanks
    const decision = decide(sides, blanks, (a, b) => compare.value(field, a, b))
    if (decision === 'leave') continue
    if (value === '' && !canBeCleared(field)) {
      problems.push(problem('apply.not-cleared', { field, portal: sides.held }))
      continue
    }
    if (decision === 'conflict') {
      const conflict = { of, field, now: value, base: sides.base ?? null, held: sides.held }
      conflicts.push(conflict)
      problems.push(conflictProblem(conflict, rules.conflict))
      if (rules.conflict !== '1c') continue
    }
    fields[field] = value
    before[field] = sides.held
  }
  return { fields, before, problems, conflicts }
}

/** How a conflict is told, by what the settings make of it. */
export function conflictProblem({ field, now, held }: FieldConflict, rule: DiffRules['conflict']): Problem {
  return problem(codes[rule], { field, onec: now, portal: held })
}

const codes = { '1c': 'apply.conflict-onec', crm: 'apply.conflict-crm', review: 'apply.conflict' } as const
