import type { Row } from '../../state.ts'
import { recordOf } from '../params.ts'
import { type Column, keysOf } from '../store/column.ts'

export interface OrderKey {
  readonly column: Column
  readonly direction: 'ASC' | 'DESC'
}

export interface OrderRules {
  columnOf(name: string): Column | undefined
  readonly unknownName?: (name: string) => Error
  readonly badDirection?: (name: string, direction: string) => Error
}

/** Without rules for a mistake the key is left out, as the older methods do. */
export function readOrder(given: unknown, rules: OrderRules): readonly OrderKey[] {
  const keys: OrderKey[] = []
  for (const [name, value] of Object.entries(recordOf(given) ?? {})) {
    const column = rules.columnOf(name)
    const direction = String(value).toUpperCase()
    if (column === undefined) {
      if (rules.unknownName !== undefined) throw rules.unknownName(name)
    } else if (direction === 'ASC' || direction === 'DESC') keys.push({ column, direction })
    else if (rules.badDirection !== undefined) throw rules.badDirection(name, String(value))
  }
  return keys
}

/** Rows that are equal in every key keep the order in which they came: by id. */
export function sortRows(rows: Row[], order: readonly OrderKey[], zone: number): Row[] {
  const keysByRow = new Map(rows.map((row) => [row, order.map(({ column }) => keysOf(column, row, zone)[0] ?? '')]))
  return rows.sort((one, other) => {
    const left = keysByRow.get(one)!
    const right = keysByRow.get(other)!
    for (const [place, { column, direction }] of order.entries()) {
      const sign = compare(column, left[place]!, right[place]!)
      if (sign !== 0) return direction === 'ASC' ? sign : -sign
    }
    return 0
  })
}

function compare(column: Column, left: string, right: string): number {
  if (left === right) return 0
  if (left === '' || right === '') return left === '' ? -1 : 1
  if (column.kind === 'number') return Number(left) - Number(right)
  return left < right ? -1 : 1
}
