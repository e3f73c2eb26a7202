import type { Row } from '../../state.ts'
import { integerOf } from '../params.ts'
import type { Table } from '../store/table.ts'
import { type Filter, matches } from './filter.ts'
import { type OrderKey, sortRows } from './order.ts'

const pageSize = 50

export interface PageRequest {
  readonly filter: Filter
  readonly order: readonly OrderKey[]
  /** As it was given: -1 turns the count off (`bitrix24-rest.md §1.6`). */
  readonly start: unknown
  readonly zone: number
  /** Rows that this user may not see are absent and not counted. */
  isVisible?(row: Row): boolean
}

export interface Page {
  readonly rows: readonly Row[]
  readonly total?: number
  readonly next?: number
}

/** One page of fifty; `total` and `next` are left out where the count is turned off, `next` on the last page too. */
export function readPage(table: Table, request: PageRequest): Page {
  const isCounted = integerOf(request.start) !== -1
  const start = isCounted ? Math.max(0, integerOf(request.start)) : 0
  const [byId] = request.order
  const isById = byId === undefined || ((byId.column.name === 'id' || byId.column.name === 'ID') && request.order.length === 1)
  const candidates = candidatesOf(table, request.filter)
  const fits = (row: Row) => matches(request.filter, row, request.zone) && request.isVisible?.(row) !== false
  if (isById && !isCounted) return { rows: firstOf(candidates, fits, byId?.direction === 'DESC') }

  const found = candidates.filter(fits)
  const sorted = isById ? (byId?.direction === 'DESC' ? found.reverse() : found) : sortRows(found, request.order, request.zone)
  if (!isCounted) return { rows: sorted.slice(0, pageSize) }
  const next = start + pageSize
  return { rows: sorted.slice(start, next), total: sorted.length, ...(next < sorted.length && { next }) }
}

/** Rows among which all hits are, by id ascending: by an index where the filter allows one, by a stretch of ids, else all. */
function candidatesOf(table: Table, filter: Filter): readonly Row[] {
  const rows = table.rows()
  if (filter.logic === 'OR') return rows
  let best: { readonly count: number; rows(): readonly Row[] } | null = null
  for (const { column, operator, keys } of filter.conditions) {
    if (operator !== '=' || keys.includes('') || column.kind === 'flag' || column.isDerived === true) continue
    const isKey = isId(column.name) && !Array.isArray(table.holder)
    const count = isKey ? keys.length : table.count(column, keys)
    if (count === null || (best !== null && best.count <= count)) continue
    best = { count, rows: () => (isKey ? byIds(table, keys) : (table.find(column, keys) ?? rows)) }
  }
  const stretch = Array.isArray(table.holder) ? rows : stretchOf(table, rows, filter)
  // An index that finds most of them (one source for all cards) is slower than to read on from the last id.
  return best !== null && best.count * 4 < stretch.length ? best.rows() : stretch
}

function firstOf(candidates: readonly Row[], fits: (row: Row) => boolean, isBackward: boolean): readonly Row[] {
  const found: Row[] = []
  const last = candidates.length - 1
  for (let step = 0; step <= last && found.length < pageSize; step++) {
    const row = candidates[isBackward ? last - step : step]!
    if (fits(row)) found.push(row)
  }
  return found
}

function byIds(table: Table, keys: readonly string[]): readonly Row[] {
  const ids = [...new Set(keys.map(Number))].sort((one, other) => one - other)
  return ids.map((id) => table.get(id)).filter((row) => row !== undefined)
}

function stretchOf(table: Table, rows: readonly Row[], filter: Filter): readonly Row[] {
  let from = 0
  let to = rows.length
  for (const { column, operator, keys } of filter.conditions) {
    if (!isId(column.name)) continue
    const id = Number(keys[0])
    if (operator === '>') from = Math.max(from, table.after(id))
    if (operator === '>=') from = Math.max(from, table.after(id - 1))
    if (operator === '<') to = Math.min(to, table.after(id - 1))
    if (operator === '<=') to = Math.min(to, table.after(id))
  }
  return from === 0 && to === rows.length ? rows : rows.slice(from, Math.max(from, to))
}

function isId(name: string): boolean {
  return name === 'id' || name === 'ID'
}
