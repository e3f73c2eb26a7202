import type { RecordBase } from './common.ts'

/** A row of a table whose columns nobody has bound to fields yet: everything is under `extra`. */
export interface TableRow extends RecordBase {
  readonly kind: 'row'
}
