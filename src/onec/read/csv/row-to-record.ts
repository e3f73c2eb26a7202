import { entryOf } from '../../../problems/describe.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { OnecRecord } from '../../../records/record.ts'
import { isGuid } from '../../../values/reference.ts'
import type { ReadRow } from '../reading.ts'
import type { Binding } from './bind-columns.ts'
import { excelInspector } from './excel-damage.ts'
import { fields, type TableKind } from './fields.ts'
import { type BoundRow, idOf, textOf } from './row-fields.ts'
import type { TableLine } from './table.ts'
import { toContactPerson } from './to-contact-person.ts'
import { toCounterparty } from './to-counterparty.ts'
import { toDocumentRow } from './to-document-row.ts'
import { toProduct } from './to-product.ts'
import { toRow } from './to-row.ts'
import { toTableDocument } from './to-table-document.ts'

const makers: Readonly<Record<TableKind, (row: BoundRow) => OnecRecord>> = {
  counterparty: toCounterparty,
  contactPerson: toContactPerson,
  workOrder: (row) => toTableDocument('workOrder', row),
  booking: (row) => toTableDocument('booking', row),
  contract: (row) => toTableDocument('contract', row),
  invoice: (row) => toTableDocument('invoice', row),
  documentRow: toDocumentRow,
  product: toProduct,
  row: toRow,
}

/**
 * What turns the lines of one table into records. A line is refused (`record` null) if the table reader refused it, Excel
 * spoilt one of its numbers, or what must be filled is not; every problem has the row, the line and the column.
 */
export function rowToRecord(
  columns: readonly string[],
  kind: TableKind,
  binding: Binding,
  country = 'RU',
): (line: TableLine) => ReadRow {
  const inspect = excelInspector(columns, kind, binding)
  return (line) => {
    const problems = [...line.problems]
    const row: BoundRow = { line, columns, binding, problems, country }
    if (isRefused(problems)) return refusal(row, kind, surestId(row))
    problems.push(...inspect(line), ...unfilled(row, kind))
    const record = problems.length > 0 && isRefused(problems) ? null : makers[kind](row)
    if (record !== null && isShifted(problems)) problems.push(problem('csv.row-shifted', {}, { line: line.line, row: line.row }))
    if (record === null || isRefused(problems)) return refusal(row, kind, idOf(row))
    return { record, kind, id: record.id, line: line.line, row: line.row, problems, cells: cellsOf(row) }
  }
}

// Borders of cells were guessed, and two cells of a known form do not hold: the cells have moved, and the guess was wrong.
function isShifted(problems: readonly Problem[]): boolean {
  const isGuessed = problems.some(({ code }) => code === 'csv.quotes-guessed')
  return isGuessed && problems.filter(({ code }) => ofKnownForm.test(code)).length >= 2
}

const ofKnownForm = /^(?:inn|kpp|ogrn|account|bik|email|date|number|boolean)\.|^csv\.(?:day-unread|portal-id)$/

function isRefused(problems: readonly Problem[]): boolean {
  return problems.some((found) => entryOf(found).severity === 'error')
}

function refusal(row: BoundRow, kind: TableKind, id: string): ReadRow {
  const { line, problems } = row
  return { record: null, kind, id, line: line.line, row: line.row, problems, cells: cellsOf(row) }
}

function cellsOf({ line, columns }: BoundRow): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((column, place) => [column, line.cells[place]!]))
}

/** Of a broken row only a GUID, or what stands in the first column, is surely the id: other cells may have moved. */
function surestId(row: BoundRow): string {
  const id = idOf(row)
  const place = (row.binding.fields['id'] ?? row.binding.fields['code'])?.[0]
  return isGuid(id) || place === 0 ? id : ''
}

function unfilled(row: BoundRow, kind: TableKind): readonly Problem[] {
  const place = { line: row.line.line, row: row.line.row }
  return fields[kind].flatMap((field) => {
    if (field.requiredUnless === undefined) return []
    const names = [field.name, ...field.requiredUnless]
    if (names.some((name) => textOf(row, name) !== '')) return []
    const column =
      row.columns[row.binding.fields[names.find((name) => name in row.binding.fields) ?? '']?.[0] ?? -1] ?? field.name
    return [problem('csv.value-missing', { column }, { ...place, field: column })]
  })
}
