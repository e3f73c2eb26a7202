import type { Problem } from '../problems/problem.ts'

/** Where a record stood in its file. `line` counts from 1; `row` is the number of the record of its kind of table. */
export interface Origin {
  readonly line: number
  readonly row: number
}

/**
 * What the model has no field for, under the name that the file used (a requisite, a column, a nested path with dots).
 * Order is that of the file.
 */
export type Extra = Readonly<Record<string, string>>

/** What every record of 1C has. */
export interface RecordBase {
  /** The 1C id as the file gave it: a GUID, `GUID#GUID`, a code. Empty only where the file gave none. */
  readonly id: string
  /** Marked for deletion in 1C (attribute `Статус`, element or requisite `ПометкаУдаления`). */
  readonly deleted: boolean
  readonly extra: Extra
  /** What was odd about this record and yet did not stop it. */
  readonly problems: readonly Problem[]
  readonly origin: Origin
}
