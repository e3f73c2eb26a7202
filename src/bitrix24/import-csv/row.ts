import { type Problem, problem } from '../../problems/problem.ts'
import type { ProblemCode } from '../../problems/table.ts'
import { type Cell, commentCell, dateCell, numberCell, textCell, yesNoCell } from './cell.ts'
import { listCell } from './list-cell.ts'
import type { ListItems } from './lists.ts'
import type { Sheet } from './sheet.ts'

/** What one draft became. No rows: it cannot be imported, and `problems` says why. */
export interface DraftRows {
  readonly rows: readonly (readonly string[])[]
  readonly problems: readonly Problem[]
}

/** One row being filled. `problems` is shared by all rows of a record. */
export interface Row {
  readonly sheet: Sheet
  readonly cells: string[]
  readonly record: string
  readonly problems: Problem[]
}

export function startRow(sheet: Sheet, record: string, problems: Problem[] = []): Row {
  return { sheet, cells: new Array<string>(sheet.columns.length).fill(''), record, problems }
}

/** A row that continues the record: the same shape, nothing in it yet. */
export function nextRow(row: Row): Row {
  return startRow(row.sheet, row.record, row.problems)
}

/** Puts a cell into the column `id`. A column that the profile leaves out takes nothing and reports nothing. */
export function put(row: Row, id: string, cell: Cell): void {
  const place = row.sheet.index.get(id)
  if (place === undefined) return
  row.cells[place] = cell.text
  for (const { code, args } of cell.findings) report(row, code, id, args)
}

export function putText(row: Row, id: string, value: string, max?: number): void {
  put(row, id, textCell(value, max))
}

export function putComment(row: Row, value: string, id = 'COMMENTS'): void {
  put(row, id, commentCell(value))
}

export function putNumber(row: Row, id: string, value: string, least?: number, most?: number): void {
  put(row, id, numberCell(value, least, most))
}

export function putDate(row: Row, id: string, value: string): void {
  put(row, id, dateCell(value))
}

export function putYesNo(row: Row, id: string, value: boolean | null): void {
  put(row, id, yesNoCell(value, row.sheet.profile.headers))
}

/** A list whose items the old wizard takes by id too. */
export function putList(row: Row, id: string, value: string, list: ListItems): void {
  put(row, id, listCell(value, list, row.sheet.profile.headers))
}

export function report(row: Row, code: ProblemCode, id: string, args: Problem['args'] = {}): void {
  const place = row.sheet.index.get(id)
  const field = (place === undefined ? undefined : row.sheet.headers[place]) ?? id
  row.problems.push(problem(code, { record: row.record, field, ...args }, { field }))
}

/** Text of a cell already put. */
export function cellOf(row: Row, id: string): string {
  return row.cells[row.sheet.index.get(id) ?? -1] ?? ''
}
