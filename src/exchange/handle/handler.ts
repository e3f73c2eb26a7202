import type { ReadRow } from '../../onec/read/reading.ts'
import type { RowGroups } from '../portal/stage/row-groups.ts'
import type { Outcome } from './outcome.ts'

/** Where rows come from. */
export interface RowSource {
  readonly message: number
  readonly file: string
  /** `ДатаФормирования` of the file, '' where it has none. */
  readonly generated: string
}

/**
 * Works off rows of one kind, some thousands at a time, in the order of the file; gives one outcome per row, in that order. `groups`: rows
 * of the file that are one document.
 */
export interface Handler {
  handle(rows: readonly ReadRow[], source: RowSource, groups?: RowGroups): Promise<readonly Outcome[]>
}
