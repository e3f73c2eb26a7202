import { type Fit, fitRow } from './fit-row.ts'
import type { Layout } from './layout.ts'
import { looksLikeRow, shapeOf, startsOwnRow } from './shapes.ts'

/** How far ahead the end of a broken row is looked for: in lines, and in characters. */
export const mostLinesJoined = 50
const mostCharactersJoined = 65_536
/** The same where one of the lines already looks like the start of another row. */
const fewLinesJoined = 10

/** What stands at a place of the file: one row, made of one or more physical lines. */
export interface Assembled {
  /** Its `cells` are null where no way was found to read it as one whole row; then it is the first line alone. */
  readonly fit: Fit
  readonly linesUsed: number
  /** Nothing of this row seems to be in the line after it: that is a row by itself, blank, or not there. */
  readonly endsClean: boolean
}

/**
 * Reads the row that begins at `lines[at]`, over line breaks inside quoted cells, and inside bare ones where the column count
 * shows them. Two things are never done: a line that is a whole row by itself is not joined to another (so an unclosed quote
 * is taken literally as soon as such a line follows), and no more lines are joined than fill the columns.
 */
export function assembleRow(lines: readonly string[], at: number, layout: Layout): Assembled {
  const first = fitRow(clean(lines[at]!), layout)
  const row = settled(first, layout) && !endsInBareFeed(lines[at]!, layout) ? null : joinLines(first, lines, at, layout)
  const fit = row?.fit ?? first
  const linesUsed = row?.linesUsed ?? 1
  return { fit, linesUsed, endsClean: fit.cells !== null || nothingFollows(lines, at, layout) }
}

/** The line without the `\r` (or several) at its end; a lone one inside is a line break of some cell. */
export function clean(line: string): string {
  const bare = line.endsWith('\r') ? line.replace(/\r+$/, '') : line
  return bare.includes('\r') ? bare.replaceAll(/\r+/g, '\n') : bare
}

/** A whole row, and nothing about it says that more might come. */
function settled(fit: Fit, layout: Layout): boolean {
  return fit.cells === null ? fit.count > layout.columnCount && !fit.open : !fit.open && fit.count >= layout.width
}

function endsInBareFeed(line: string, layout: Layout): boolean {
  return layout.crlf && !line.endsWith('\r')
}

interface Joined {
  readonly fit: Fit
  readonly linesUsed: number
}

function joinLines(first: Fit, lines: readonly string[], at: number, layout: Layout): Joined | null {
  const least = Math.min(layout.width, layout.columnCount)
  let text = clean(lines[at]!)
  let count = first.count
  let best: Joined | null = null
  let bareFeeds = true
  let ownRow = false
  for (let used = 2; used <= (ownRow ? fewLinesJoined : mostLinesJoined) && at + used <= lines.length; used++) {
    const next = clean(lines[at + used - 1]!)
    const bareFeed = endsInBareFeed(lines[at + used - 2]!, layout)
    if (text.length + next.length > mostCharactersJoined || (!bareFeed && standsAlone(next, first, layout))) break
    const pieces = next.split(layout.delimiter)
    bareFeeds &&= bareFeed
    ownRow ||= !bareFeed && next.trim() !== '' && startsOwnRow(layout.profile, pieces, text.split(layout.delimiter))
    text = `${text}\n${next}`
    count += pieces.length - 1
    // Too short yet; or too long, with no quote on this line that could close over its delimiters.
    if (count < least || (count > layout.width && first.open && !next.includes('"'))) continue
    const fit = fitRow(text, layout)
    if (fit.cells === null && settled(fit, layout)) break
    const allowed = !fit.bareBreak || (layout.healLineBreaks && (bareFeeds || !ownRow))
    if (fit.cells === null || !allowed || !improves(fit, best?.fit ?? first, bareFeed, layout)) continue
    best = { fit, linesUsed: used }
    if (settled(fit, layout) && !endsInBareFeed(lines[at + used - 1]!, layout)) break
  }
  return best
}

/**
 * Is the line a whole row by itself? One whose quotes do not meet may be the end of a quoted cell; it is taken for a row where
 * its cells look like those of other rows; if nothing but the start of a first cell stands before it, by more than by being words.
 */
function standsAlone(line: string, before: Fit, layout: Layout): boolean {
  if (line.trim() === '' || (layout.wrapped && !line.trimStart().startsWith('"'))) return false
  const fit = fitRow(line, layout)
  if (fit.cells === null) return false
  if (!fit.open && !fit.stray) return fit.count >= layout.width || !before.open
  const begins = before.cells !== null || before.count > 1 || shapeOf(fit.cells[0]!) !== 'text'
  return layout.width > 1 && begins && looksLikeRow(layout.profile, fit.cells)
}

/** Is the joined text a better row than what was found without its last line? */
function improves(fit: Fit, known: Fit, bareFeed: boolean, layout: Layout): boolean {
  if (known.cells === null) return true
  if (known.open) return !fit.open && fit.oddity < known.oddity
  return fit.count <= layout.width && (bareFeed || (fit.count === layout.width && known.count < layout.width))
}

function nothingFollows(lines: readonly string[], at: number, layout: Layout): boolean {
  const next = at + 1 < lines.length ? clean(lines[at + 1]!) : ''
  if (next.trim() === '') return true
  const fit = fitRow(next, layout)
  if (fit.cells !== null && !fit.stray) return true
  return (
    fit.count <= layout.width &&
    startsOwnRow(layout.profile, next.split(layout.delimiter), clean(lines[at]!).split(layout.delimiter))
  )
}
