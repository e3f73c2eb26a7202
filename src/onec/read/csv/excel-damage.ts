import { type Problem, problem } from '../../../problems/problem.ts'
import type { Binding } from './bind-columns.ts'
import { fields, type TableKind } from './fields.ts'
import type { TableLine } from './table.ts'

/** `7,70E+11` as Excel writes a long number: one figure, a few places, `E+`. An article such as `12E5` is none. */
const rounded = /^[+-]?\d(?:[.,]\d{1,14})?E\+\d{2,3}$/i
/** What Excel shows, and saves as text, where a column was too narrow. */
const hashes = /^#{4,}$/

/** Finds cells that Excel spoilt beyond repair (`1c-side.md §7`), in the columns where digits count. */
export function excelInspector(
  columns: readonly string[],
  kind: TableKind,
  binding: Binding,
): (line: TableLine) => readonly Problem[] {
  const places = fields[kind].filter((field) => field.digits === true).flatMap((field) => binding.fields[field.name] ?? [])
  const all = [...new Set([...places, ...figures.flatMap((name) => binding.fields[name] ?? [])])]
  const digits = new Set(places)
  return (line) => {
    const found: Problem[] = []
    for (const place of all) {
      const cell = line.cells[place]!
      // Two looks at a letter spare two expressions a cell.
      const code =
        cell.includes('#') && hashes.test(cell.trim())
          ? 'csv.excel-hashes'
          : cell.includes('+') && digits.has(place) && rounded.test(cell.trim())
            ? 'csv.excel-number'
            : null
      if (code !== null)
        found.push(problem(code, { value: cell.trim() }, { line: line.line, row: line.row, field: columns[place]! }))
    }
    return found
  }
}

/** Dates and sums that Excel may have turned into `########`. */
const figures = ['date', 'beginDate', 'endDate', 'amount', 'price', 'quantity', 'discountPercent', 'discountAmount']
