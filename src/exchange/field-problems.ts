import type { ReadRow } from '../onec/read/reading.ts'
import { type Problem, problem } from '../problems/problem.ts'
import { compareKey } from '../values/text.ts'
import type { MapContext } from './map/map-context.ts'

/**
 * Names in the settings that no record had, and templates that failed: each told once for a set. `blanks`: names that the files of the set
 * have, and leave empty.
 */
export function fieldProblems(all: Iterable<MapContext>, blanks: ReadonlySet<string>): readonly Problem[] {
  const empty = new Set([...blanks].map(compareKey))
  return [...all].flatMap(({ exchange, fields, title, closeDates }) => {
    const dates = [...closeDates].map(([state, source]) => [`closeDates: ${state}`, source] as const)
    return [...fields, ...dates, ...(title === null ? [] : [['title', title] as const])].flatMap(([field, source]) => {
      const name = source.missing()
      const fault = source.fault()
      if (fault !== null) return [problem('exchange.template-failed', { exchange: exchange.name, field, detail: fault })]
      return name === null || empty.has(compareKey(name)) ? [] : [problem('exchange.field-missing', { field, name })]
    })
  })
}

/** Notes the names that stand in these rows without a value. */
export function noteBlanks(rows: readonly ReadRow[], blanks: Set<string>): void {
  for (const row of rows) for (const name of row.blanks ?? []) blanks.add(name)
}
