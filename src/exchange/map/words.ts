import { compareKey } from '../../values/text.ts'

/** Tables "word of 1C → word of the portal", looked up without case and spaces. */
export interface Words {
  /** The portal's word for a value of that field; the value itself where no table has it. */
  say(field: string, value: string): string
}

export function words(tables: Readonly<Record<string, Readonly<Record<string, string>>>>): Words {
  const byField = new Map(Object.entries(tables).map(([field, table]) => [compareKey(field), foldedTable(table)]))
  return {
    say: (field, value) => byField.get(compareKey(field))?.get(compareKey(value)) ?? value,
  }
}

/** A table of the settings with its keys made comparable. */
export function foldedTable(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const ready = folded.get(table) ?? new Map(Object.entries(table).map(([key, value]) => [compareKey(key), value]))
  folded.set(table, ready)
  return ready
}

// Tables of the settings never change, and are asked for with every card.
const folded = new WeakMap<object, ReadonlyMap<string, string>>()
