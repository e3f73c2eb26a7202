import { saysCompany } from '../../../values/legal-form.ts'
import { oneLine } from '../../../values/text.ts'
import { columnKey } from './column-key.ts'
import { isKnownSpelling } from './fields.ts'
import { shapeOf } from './shapes.ts'

/**
 * Is the first row of a table its header? Two usual names of 1C fields, or a cell that ends in `:`, say yes. A cell that comes
 * again below it in its column says no. Else it is one if all its cells are words, all different, and none is the name of a
 * firm. A table of nothing but words is therefore taken to have a header: settings can say otherwise.
 */
export function isHeader(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  const names = first.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (names.length === 0) return false
  if (names.filter(isKnownSpelling).length >= 2 || names.some((name) => /\p{L}\s*:$/u.test(name))) return true
  if (first.some((cell, place) => cell.trim() !== '' && below.some((row) => row[place]?.trim() === cell.trim()))) return false
  const different = new Set(names.map(columnKey)).size === names.length
  return different && names.every(isWord) && !names.some((name) => saysCompany(name) || name.includes('"'))
}

function isWord(name: string): boolean {
  return shapeOf(name) === 'text' && /\p{L}/u.test(name) && !/^\d/.test(name) && name.length <= 100
}

/**
 * Names of columns out of the cells of a header: in one line, without the `:` that some programs put at the end; a cell without
 * a name is called by its number; the second `Телефон` is `Телефон (2)`.
 */
export function columnNames(cells: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return cells.map((cell, place) => {
    const name = oneLine(cell).replace(/[\s:]+$/, '') || String(place + 1)
    const free = firstFree(name, taken)
    taken.add(free)
    return free
  })
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let time = 2; taken.has(free); time++) free = `${name} (${time})`
  return free
}
