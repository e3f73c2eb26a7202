import type { Row } from '../../state.ts'
import { type Column, keysOf } from './column.ts'

/** Up to this size a table is simply read through, so that a hand laid on the state is seen at once. */
const smallTable = 500

/**
 * Rows of one kind in the order of their ids, with indexes by equality that are made on first use. It stands beside the
 * state and never replaces it: whoever changes rows tells it by `added`, `changed` and `removed`.
 */
export class Table {
  readonly holder: Record<number, Row> | Row[]
  readonly #zone: number
  readonly #indexes = new Map<string, Index>()
  /** Rows without an id stand in the order in which they came. */
  readonly #places = new WeakMap<Row, number>()
  #lastPlace = 0
  #rows: Row[]

  constructor(holder: Record<number, Row> | Row[], zone: number) {
    this.holder = holder
    this.#zone = zone
    this.#rows = rowsOf(holder)
  }

  /** All rows, the lowest id first. */
  rows(): readonly Row[] {
    const changedByHand = Array.isArray(this.holder) ? false : this.#rows.length <= smallTable
    if (changedByHand) this.#rows = rowsOf(this.holder)
    return this.#rows
  }

  get(id: number): Row | undefined {
    return Array.isArray(this.holder) ? this.holder.find((row) => idOf(row) === id) : this.holder[id]
  }

  /** Rows that may have one of the keys, in the order of the table; null: too few to be worth an index, look through all. */
  find(column: Column, keys: readonly string[]): readonly Row[] | null {
    if (this.rows().length <= smallTable) return null
    const index = this.#index(column)
    const found = new Set<Row>()
    for (const key of keys) for (const row of index.rowsByKey.get(key) ?? []) if (this.#isHeld(row)) found.add(row)
    return [...found].sort((one, other) => this.#placeOf(one) - this.#placeOf(other))
  }

  /** How many rows `find` would look at; null: it has no index. */
  count(column: Column, keys: readonly string[]): number | null {
    if (this.rows().length <= smallTable) return null
    const { rowsByKey } = this.#index(column)
    return keys.reduce((sum, key) => sum + (rowsByKey.get(key)?.size ?? 0), 0)
  }

  /** How many rows of the order by id stand before the first id that is greater. */
  after(id: number): number {
    let low = 0
    let high = this.#rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (idOf(this.#rows[middle]!) <= id) low = middle + 1
      else high = middle
    }
    return low
  }

  added(row: Row): void {
    if (!Array.isArray(this.holder)) this.#rows.splice(this.after(idOf(row)), 0, row)
    for (const index of this.#indexes.values()) enter(index, row, this.#zone)
  }

  changed(row: Row): void {
    for (const index of this.#indexes.values()) {
      leave(index, row)
      enter(index, row, this.#zone)
    }
  }

  removed(row: Row): void {
    const place = Array.isArray(this.holder) ? -1 : this.after(idOf(row)) - 1
    if (place >= 0 && this.#rows[place] === row) this.#rows.splice(place, 1)
    for (const index of this.#indexes.values()) leave(index, row)
  }

  #index(column: Column): Index {
    const ready = this.#indexes.get(column.name)
    if (ready !== undefined && (!Array.isArray(this.holder) || ready.keysByRow.size === this.holder.length)) return ready
    const index: Index = { column, rowsByKey: new Map(), keysByRow: new Map() }
    for (const row of this.#rows) {
      this.#placeOf(row)
      enter(index, row, this.#zone)
    }
    this.#indexes.set(column.name, index)
    return index
  }

  #placeOf(row: Row): number {
    if (!Array.isArray(this.holder)) return idOf(row)
    const place = this.#places.get(row) ?? ++this.#lastPlace
    this.#places.set(row, place)
    return place
  }

  #isHeld(row: Row): boolean {
    return Array.isArray(this.holder) || this.holder[idOf(row)] === row
  }
}

/** `id` of items, `ID` of the older rows. */
export function idOf(row: Row): number {
  return Number(row['id'] ?? row['ID'] ?? 0)
}

interface Index {
  readonly column: Column
  readonly rowsByKey: Map<string, Set<Row>>
  readonly keysByRow: Map<Row, readonly string[]>
}

function enter(index: Index, row: Row, zone: number): void {
  const keys = keysOf(index.column, row, zone)
  index.keysByRow.set(row, keys)
  for (const key of keys) {
    const rows = index.rowsByKey.get(key)
    if (rows === undefined) index.rowsByKey.set(key, new Set([row]))
    else rows.add(row)
  }
}

function leave(index: Index, row: Row): void {
  for (const key of index.keysByRow.get(row) ?? []) {
    const rows = index.rowsByKey.get(key)
    rows?.delete(row)
    if (rows?.size === 0) index.rowsByKey.delete(key)
  }
  index.keysByRow.delete(row)
}

/** Keys that are whole numbers come in ascending order from any object. */
function rowsOf(holder: Record<number, Row> | Row[]): Row[] {
  return Array.isArray(holder) ? holder : Object.values(holder)
}
