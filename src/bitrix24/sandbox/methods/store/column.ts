import type { Row } from '../../state.ts'
import { isEmpty } from '../params.ts'
import { momentKey } from '../portal-time.ts'

/**
 * What a list can be filtered and ordered by. `flag`: a custom boolean, which filters know as 1 and 0 only
 * (`bitrix24-rest.md §2.3`).
 */
export interface Column {
  readonly name: string
  readonly kind: 'text' | 'number' | 'time' | 'flag'
  /** Read out of other rows: no index can follow it. */
  readonly isDerived?: boolean
  read(row: Row): unknown
}

/** Values of one row in a form in which equal ones are the same text, and times stand in the order of texts; '' is nothing. Several for a multiple field. */
export function keysOf(column: Column, row: Row, zone: number): readonly string[] {
  const value = column.read(row)
  if (!Array.isArray(value)) return [keyOf(column, value, zone)]
  return value.length === 0 ? [''] : value.map((one) => keyOf(column, one, zone))
}

function keyOf(column: Column, value: unknown, zone: number): string {
  switch (column.kind) {
    case 'flag':
      return value === 'Y' ? '1' : '0'
    case 'number':
      return isEmpty(value) ? '' : String(Number(value))
    case 'time':
      return isEmpty(value) ? '' : momentKey(String(value), zone)
    case 'text':
      return isEmpty(value) ? '' : String(value)
  }
}
