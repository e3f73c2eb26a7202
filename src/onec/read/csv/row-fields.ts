import { type Problem, problem } from '../../../problems/problem.ts'
import type { ProblemCode } from '../../../problems/table.ts'
import type { Extra, Origin } from '../../../records/common.ts'
import { parseBoolean } from '../../../values/boolean.ts'
import type { Parsed } from '../../../values/parsed.ts'
import { filledId } from '../../../values/reference.ts'
import { tidy } from '../../../values/text.ts'
import type { Binding } from './bind-columns.ts'
import { documentNumber } from './document-number.ts'
import type { TableLine } from './table.ts'

/** One row on its way to a record: its cells, which field each belongs to, and what was found odd about them so far. */
export interface BoundRow {
  readonly line: TableLine
  readonly columns: readonly string[]
  readonly binding: Binding
  readonly problems: Problem[]
  /** Whose phone numbers those without a country code are: `RU`. */
  readonly country: string
}

/** The cell of a field, without padding; empty where the table has no such column. */
export function textOf(row: BoundRow, field: string): string {
  const place = row.binding.fields[field]?.[0]
  return place === undefined ? '' : tidy(row.line.cells[place]!)
}

/** The filled cells of a field that may have several columns, with the name of the column of each. */
export function textsOf(row: BoundRow, field: string): readonly { readonly text: string; readonly column: string }[] {
  const places = row.binding.fields[field]
  if (places === undefined) return []
  return places
    .map((place) => ({ text: tidy(row.line.cells[place]!), column: row.columns[place]! }))
    .filter(({ text }) => text !== '')
}

/** What the file calls the column of a field; empty where the table has no such column. */
export function headingOf(row: BoundRow, field: string): string {
  const place = row.binding.fields[field]?.[0]
  return place === undefined ? '' : row.columns[place]!
}

/** The value of a field, or null; what is wrong with it is told of. */
export function readField<T>(row: BoundRow, field: string, parse: (text: string) => Parsed<T>): T | null {
  const text = textOf(row, field)
  return text === '' ? null : accept(row, field, parse(text), text)
}

/** The value, with its flaw noted against the column of the field. */
export function accept<T>(row: BoundRow, field: string, parsed: Parsed<T>, text: string): T | null {
  if (parsed.code !== null) flag(row, field, parsed.code, text)
  return parsed.value
}

/** `where` is a field, or the name of a column. */
export function flag(row: BoundRow, where: string, code: ProblemCode, value: string): void {
  const place = row.binding.fields[where]?.[0]
  const field = place === undefined ? where : row.columns[place]!
  row.problems.push(problem(code, { value }, { line: row.line.line, row: row.line.row, field }))
}

/** Id of the object in 1C: the column of ids, else that of codes; of a document, else its number; of a row of one, the document. */
export function idOf(row: BoundRow): string {
  return filledId(textOf(row, 'id')) || textOf(row, 'code') || documentNumber(textOf(row, 'number') || textOf(row, 'document'))
}

export function isDeleted(row: BoundRow): boolean {
  const text = textOf(row, 'deleted')
  if (/^(?:удал[её]н[ао]?|помечен[ао]?|x|х|v|✓|☑|\*)$/i.test(text)) return true
  return text === '' ? false : (accept(row, 'deleted', parseBoolean(text), text) ?? false)
}

/** The filled cells that no field of the record holds, by the names of their columns. */
export function extraOf(row: BoundRow, own: ReadonlySet<string>): Extra {
  const pairs: [string, string][] = []
  for (const place of row.binding.unbound) {
    const text = tidy(row.line.cells[place]!)
    if (text !== '') pairs.push([row.columns[place]!, text])
  }
  for (const [field, [place]] of Object.entries(row.binding.fields)) {
    if (own.has(field) || place === undefined) continue
    const text = tidy(row.line.cells[place]!)
    if (text !== '') pairs.push([field, text])
  }
  return Object.fromEntries(pairs)
}

export function originOf(row: BoundRow): Origin {
  return { line: row.line.line, row: row.line.row }
}
