import type { Problem } from '../../../problems/problem.ts'

/** A value that 1C changed and that the portal does not hold as 1C told it before: the rules decide whose it is. */
export interface FieldConflict {
  readonly of: 'card' | 'requisite' | 'address' | 'bank'
  readonly field: string
  readonly now: string
  /** Null: the portal never confirmed this field. */
  readonly base: string | null
  readonly held: string
}

/** What a comparison has to say beside its changes. */
export interface Findings {
  readonly problems: readonly Problem[]
  readonly conflicts: readonly FieldConflict[]
}

export function joinFindings(all: readonly Findings[]): Findings {
  return {
    problems: all.flatMap(({ problems }) => problems),
    conflicts: all.flatMap(({ conflicts }) => conflicts),
  }
}
