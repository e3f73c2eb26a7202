import { parseDate } from '../../../values/date.ts'
import { isGuid } from '../../../values/reference.ts'

/** What a cell looks like: enough to tell a code from a line of an address. */
export type Shape = 'empty' | 'digits' | 'number' | 'phone' | 'email' | 'date' | 'guid' | 'flag' | 'text'

export function shapeOf(cell: string): Shape {
  const text = cell.trim()
  if (text === '') return 'empty'
  if (/^\d+$/.test(text)) return 'digits'
  if (/^[-+]?\d[\d\s]*(?:[.,]\d+)?$/.test(text)) return 'number'
  if (/^[+(]?\d[\d\s()+,-]{5,}$/.test(text)) return 'phone'
  if (/^\S+@\S+\.\S+$/.test(text)) return 'email'
  if (isGuid(text)) return 'guid'
  if (/^(?:да|нет|true|false|истина|ложь)$/i.test(text)) return 'flag'
  return /^\d/.test(text) && parseDate(text).value !== null ? 'date' : 'text'
}

/** What the columns of a table usually look like, counted over some whole rows. */
export interface Profile {
  readonly rows: number
  readonly columns: readonly ReadonlyMap<Shape, number>[]
}

export function profileOf(rows: readonly (readonly string[])[], columnCount: number): Profile {
  const columns = Array.from({ length: columnCount }, () => new Map<Shape, number>())
  for (const row of rows) {
    columns.forEach((counts, place) => {
      const shape = shapeOf(row[place] ?? '')
      counts.set(shape, (counts.get(shape) ?? 0) + 1)
    })
  }
  return { rows: rows.length, columns }
}

/** Could these cells, taken from the first column on, be a row of the table by the look of most of them? Few rows tell nothing. */
export function looksLikeRow(profile: Profile, cells: readonly string[]): boolean {
  if (profile.rows < 2) return false
  const usual = cells.filter((cell, place) => isUsual(profile, place, cell))
  return isUsual(profile, 0, cells[0] ?? '') && usual.length >= cells.length * 0.8
}

function isUsual(profile: Profile, column: number, cell: string): boolean {
  return (profile.columns[column]?.get(shapeOf(cell)) ?? 0) >= Math.max(1, profile.rows * 0.1)
}

/**
 * Two explanations of a line with too few cells that follows another such line: it goes on with it (a line break stood in a
 * cell), or it is a ragged row of its own. True where its pieces look more like a row from the first column on than like the
 * rest of a text and then the columns behind it. Judged by the whole rows of the profile and by how the row `before` begins.
 */
export function startsOwnRow(profile: Profile, pieces: readonly string[], before: readonly string[]): boolean {
  const known = (column: number, piece: string) => weigh(profile, column, piece, before)
  const asRow = pieces.reduce((total, piece, place) => total + known(place, piece), Math.log(raggedIsRare))
  const asRest = pieces
    .slice(1)
    .reduce((total, piece, place) => total + known(before.length + place, piece), weighRest(pieces[0] ?? ''))
  return asRow > asRest
}

const raggedIsRare = 0.2

/** Logarithm of how likely the cell is in that column; shapes never seen there keep a small chance. */
function weigh(profile: Profile, column: number, cell: string, before: readonly string[]): number {
  const shape = shapeOf(cell)
  const witness = column < before.length - 1 ? 1 : 0
  const alike = witness === 1 && shapeOf(before[column]!) === shape ? 1 : 0
  const counts = profile.columns[column]
  if (counts === undefined) return shape === 'empty' ? 0 : Math.log(0.01)
  return Math.log(((counts.get(shape) ?? 0) + alike + 0.3) / (profile.rows + witness + 2.7))
}

/** The same for the first piece of a line as the rest of a text that began on the line before. */
function weighRest(piece: string): number {
  const shape = shapeOf(piece)
  return Math.log(shape === 'text' ? 0.7 : shape === 'digits' ? 0.1 : 0.04)
}
