import { type Problem, problem } from '../problems/problem.ts'
import type { MapContext } from './map/map-context.ts'

/** Names in the settings that no record had, and templates that failed: each told once for a set. */
export function fieldProblems(all: Iterable<MapContext>): readonly Problem[] {
  return [...all].flatMap(({ exchange, fields, title, closeDates }) => {
    const dates = [...closeDates].map(([state, source]) => [`closeDates: ${state}`, source] as const)
    return [...fields, ...dates, ...(title === null ? [] : [['title', title] as const])].flatMap(([field, source]) => {
      const name = source.missing()
      const fault = source.fault()
      if (fault !== null) return [problem('exchange.template-failed', { exchange: exchange.name, field, detail: fault })]
      return name === null ? [] : [problem('exchange.field-missing', { field, name })]
    })
  })
}
