import type { Problem } from '../../problems/problem.ts'
import type { ProblemCode } from '../../problems/table.ts'

/** What was reported about a set of files: every problem counted, only the first ones kept, however many rows there are. */
export interface ProblemTally {
  readonly first: readonly Problem[]
  readonly counts: ReadonlyMap<ProblemCode, number>
  add(problems: readonly Problem[]): void
}

export function createProblemTally(keep = 200): ProblemTally {
  const first: Problem[] = []
  const counts = new Map<ProblemCode, number>()
  return {
    first,
    counts,
    add(problems) {
      for (const found of problems) {
        counts.set(found.code, (counts.get(found.code) ?? 0) + 1)
        if (first.length < keep) first.push(found)
      }
    },
  }
}
