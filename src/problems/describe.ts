import type { ProblemEntry } from './entry.ts'
import type { Language } from './language.ts'
import type { Place, Problem } from './problem.ts'
import { problemTable } from './table.ts'

export interface Description {
  readonly message: string
  readonly cause: string
  readonly action: string
}

/** The problem in words: what happened, why as a rule, what to do. */
export function describe(problem: Problem, language: Language): Description {
  const entry = entryOf(problem)
  const fill = (text: string) => fillIn(text, problem.args)
  return { message: fill(entry.what[language]), cause: fill(entry.cause[language]), action: fill(entry.action[language]) }
}

export function entryOf(problem: Problem): ProblemEntry {
  return problemTable[problem.code]
}

/** `import.xml, строка 3, столбец 7` — the parts that are known, in the order a person looks for them. */
export function describePlace(place: Place, language: Language): string {
  const words = language === 'ru' ? russianPlace : englishPlace
  const parts = [place.file]
  if (place.row !== undefined) parts.push(`${words.row} ${place.row}`)
  if (place.line !== undefined) parts.push(`${words.line} ${place.line}`)
  if (place.column !== undefined) parts.push(`${words.column} ${place.column}`)
  if (place.field !== undefined) parts.push(`${words.field} «${place.field}»`)
  if (place.setting !== undefined) parts.push(`${words.setting} «${place.setting}»`)
  return parts.filter((part) => part !== undefined).join(', ')
}

const russianPlace = { row: 'запись', line: 'строка', column: 'столбец', field: 'поле', setting: 'настройка' }
const englishPlace = { row: 'row', line: 'line', column: 'column', field: 'field', setting: 'setting' }

function fillIn(text: string, args: Problem['args']): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole))
}
