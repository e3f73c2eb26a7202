import type { TableRow } from '../../../records/row.ts'
import { filledId } from '../../../values/reference.ts'
import { type BoundRow, extraOf, isDeleted, originOf, textOf } from './row-fields.ts'

const own = new Set(['id', 'deleted'])

/** A row of a table that is none of the known kinds: its cells by the names of their columns. */
export function toRow(row: BoundRow): TableRow {
  return {
    kind: 'row',
    id: filledId(textOf(row, 'id')),
    deleted: isDeleted(row),
    extra: extraOf(row, own),
    problems: row.problems,
    origin: originOf(row),
  }
}
