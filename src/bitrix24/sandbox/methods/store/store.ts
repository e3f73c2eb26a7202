import type { PortalState, Row } from '../../state.ts'
import { idOf, Table } from './table.ts'

/** `item:4` and the like are the items of one type. */
export type TableName = `item:${number}` | 'requisite' | 'bankDetail' | 'address' | 'requisiteLink' | 'comment'

const tables = new WeakMap<PortalState, Map<TableName, Table>>()

/**
 * The only way by which methods read and write the bulky parts of the state. Tables of up to 500 rows are always read
 * afresh; who changes a bigger one by hand calls `forgetIndexes`.
 */
export function tableOf(state: PortalState, name: TableName): Table {
  const known = tables.get(state) ?? new Map<TableName, Table>()
  tables.set(state, known)
  const holder = holderOf(state, name)
  if (holder === undefined) return new Table({}, state.zone)
  const ready = known.get(name)
  if (ready !== undefined && ready.holder === holder) return ready
  const table = new Table(holder, state.zone)
  known.set(name, table)
  return table
}

/** Indexes are made anew from the state at the next call. */
export function forgetIndexes(state: PortalState): void {
  tables.delete(state)
}

export function insertRow(state: PortalState, name: TableName, row: Row): void {
  if (name.startsWith('item:')) state.items[typeIdOf(name)] ??= {}
  const table = tableOf(state, name)
  if (Array.isArray(table.holder)) table.holder.push(row)
  else table.holder[idOf(row)] = row
  table.added(row)
}

/** Values of a row are replaced in place: the row stays the same object, which the indexes hold. */
export function changeRow(state: PortalState, name: TableName, row: Row, values: Row): void {
  const table = tableOf(state, name)
  Object.assign(row, values)
  table.changed(row)
}

export function removeRow(state: PortalState, name: TableName, row: Row): void {
  const table = tableOf(state, name)
  table.removed(row)
  if (!Array.isArray(table.holder)) delete table.holder[idOf(row)]
  else if (table.holder.includes(row)) table.holder.splice(table.holder.indexOf(row), 1)
}

/** A new id, never one that was given out before. */
export function nextId(state: PortalState, kind: string): number {
  const last = Math.max(state.lastIds[kind] ?? highestId(state, kind), highestRowId(state, kind))
  state.lastIds[kind] = last + 1
  return last + 1
}

/** Undefined: there was no item of that type yet. */
function holderOf(state: PortalState, name: TableName): Record<number, Row> | Row[] | undefined {
  if (name === 'requisite') return state.requisites
  if (name === 'bankDetail') return state.bankDetails
  if (name === 'address') return state.addresses
  if (name === 'requisiteLink') return state.requisiteLinks
  if (name === 'comment') return state.comments
  return state.items[typeIdOf(name)]
}

function typeIdOf(name: TableName): number {
  return Number(name.slice('item:'.length))
}

/** The last row has the highest id; rows that a test laid in by hand count too. */
function highestRowId(state: PortalState, kind: string): number {
  if (kind !== 'requisite' && kind !== 'bankDetail' && !kind.startsWith('item:')) return 0
  const last = tableOf(state, kind as TableName)
    .rows()
    .at(-1)
  return last === undefined ? 0 : idOf(last)
}

/** Kinds whose rows are few or spread over other rows are counted once, then by `lastIds`. */
function highestId(state: PortalState, kind: string): number {
  const highest = (ids: Iterable<unknown>) => [...ids].reduce<number>((high, id) => Math.max(high, Number(id) || 0), 0)
  switch (kind) {
    case 'multifield':
      return highest(
        Object.values(state.items).flatMap((items) => Object.values(items).flatMap(({ fm }) => fm.map(({ id }) => id))),
      )
    case 'status':
      return highest(state.statuses.map((row) => row['ID']))
    case 'userField':
      return highest(state.userFields.map(({ id }) => id))
    case 'enumValue':
      return highest(state.userFields.flatMap(({ list }) => list.map(({ id }) => id)))
    case 'productRow':
      return highest(Object.values(state.productRows).flatMap((rows) => rows.map((row) => row['id'])))
    case 'comment':
      return highest(state.comments.map((row) => row['ID']))
    case 'process':
      return highest((state.types ?? []).map((row) => row['id']))
    case 'category':
      return highest(state.categories.map((row) => row['id']))
    case 'product':
      return highest(Object.keys(state.catalog?.products ?? {}))
    default:
      return 0
  }
}
