import type { ReadRow } from '../onec/read/reading.ts'
import { describe } from '../problems/describe.ts'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'

/** A record as one JSON object, `{kind, id, …}`; a row that could not become one says so and why. */
export function recordJson({ record, kind, id, line, row, problems }: ReadRow, language: Language): unknown {
  const told = problems.map((found) => problemText(found, language))
  if (record === null) return { kind, id, refused: true, line, row, problems: told }
  return { ...record, problems: told }
}

function problemText(found: Problem, language: Language) {
  return { code: found.code, field: found.place.field ?? null, message: describe(found, language).message }
}
