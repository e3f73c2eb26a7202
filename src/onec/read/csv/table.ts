import type { Problem } from '../../../problems/problem.ts'

/** How a table file is written. What is not set is found out from the file itself. */
export interface TableShape {
  readonly encoding?: string
  readonly delimiter?: string
  /** False: the file has no header row; columns are then named by their number, `1`, `2` … */
  readonly header?: boolean
  /** Join physical lines while a row has fewer cells than the header (line breaks inside a cell). Default true. */
  readonly healLineBreaks?: boolean
}

/** One logical row. `cells` has exactly as many entries as the table has columns. */
export interface TableLine {
  readonly cells: readonly string[]
  /** Physical line of the file on which the row starts, from 1. */
  readonly line: number
  /** Number of the data row, from 1, the header not counted. */
  readonly row: number
  /** Null for a good row. A row with a problem of severity `error` is not to be used; it still counts as a row. */
  readonly problems: readonly Problem[]
}
