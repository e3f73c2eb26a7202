import { readCell } from './read-cell.ts'

/** How many cells the rows of a table have. Raw counts include the empty cell that a trailing delimiter makes. */
export interface RowFormat {
  readonly delimiter: string
  /** Columns with a name: what a row is brought to. */
  readonly columnCount: number
  /** Raw cells of the usual row. */
  readonly width: number
  /** Every cell of this file is wrapped in quotes. */
  readonly wrapped: boolean
}

/** A text read as one row. */
export interface Fit {
  /** As many as the table has columns, or null where the text is not one whole row. */
  readonly cells: readonly string[] | null
  /** Pieces between delimiters, quotes not looked at. */
  readonly count: number
  /** 0 clean CSV; the higher, the more was guessed from the column count. */
  readonly oddity: number
  /** Some cell begins with a quote that nothing closes (`open`), or ends in one that nothing opens (`stray`). */
  readonly open: boolean
  readonly stray: boolean
  /** Which of several meanings the quotes have was decided by the column count, not by the quotes. */
  readonly guessed: boolean
  /** Some cell holds a line break that no quotes protect. */
  readonly bareBreak: boolean
}

/** Above this, a row with too many delimiters is not searched for quoted ones: it is not worth the time. */
const mergesTried = 60
const effort = 200_000
/** Cost of a merge that the quotes alone do not prove. */
const guess = 4

/**
 * Reads a text, which may hold line breaks, as one row of the table. What the quotes mean is decided by the column count:
 * where the delimiters are as many as they should be, each is a border whatever the quotes say; where there are more, some
 * stand inside quotes, and the reading that makes the count right with the fewest oddities is taken.
 */
export function fitRow(text: string, format: RowFormat): Fit {
  const pieces = text.split(format.delimiter)
  const plain =
    pieces.length < Math.min(format.width, format.columnCount) ? fail(pieces, format) : readPieces(pieces, pieces.length, format)
  if (pieces.length <= format.columnCount || !text.includes('"') || (plain.cells !== null && plain.oddity === 0)) return plain
  const merged = mergePieces(pieces, format)
  return merged !== null && (plain.cells === null || merged.oddity < plain.oddity) ? merged : plain
}

function fail(pieces: readonly string[], format: RowFormat): Fit {
  const open = pieces.some((piece) => piece.includes('"') && readCell(piece, format.wrapped).flaw === 'open')
  return { cells: null, count: pieces.length, oddity: 0, open, stray: false, guessed: false, bareBreak: false }
}

function readPieces(pieces: readonly string[], count: number, format: RowFormat): Fit {
  if (pieces.length > format.columnCount && !pieces.slice(format.columnCount).every(isNothing)) return fail(pieces, format)
  const cells: string[] = []
  let oddity = 0
  let open = false
  let stray = false
  let bareBreak = false
  for (const piece of pieces.length > format.columnCount ? pieces.slice(0, format.columnCount) : pieces) {
    if (!piece.includes('"')) {
      bareBreak ||= piece.includes('\n')
      cells.push(piece)
      continue
    }
    const inside = insideCleanQuotes(piece)
    if (inside !== null) {
      cells.push(inside)
      continue
    }
    const cell = readCell(piece, format.wrapped)
    cells.push(cell.text)
    oddity += cell.oddity
    open ||= cell.flaw === 'open'
    stray ||= cell.flaw === 'stray'
    bareBreak ||= cell.text === piece && piece.includes('\n')
  }
  while (cells.length < format.columnCount) cells.push('')
  return { cells, count, oddity, open, stray, guessed: open, bareBreak }
}

function isNothing(piece: string): boolean {
  const text = piece.trim()
  return text === '' || text === '""'
}

/** What stands between the two quotes of `"text"`; null for any other piece. The short way of the usual quoted cell. */
function insideCleanQuotes(piece: string): string | null {
  const last = piece.length - 1
  return last > 0 && piece.charCodeAt(0) === 34 && piece.indexOf('"', 1) === last ? piece.slice(1, -1) : null
}

/** Puts pieces together again where a delimiter between them stood in quotes, until the count is right. */
function mergePieces(pieces: readonly string[], format: RowFormat): Fit | null {
  for (const target of new Set([format.width, format.columnCount])) {
    for (let surplus = pieces.length - target; surplus > 0; surplus--) {
      const kept = pieces.slice(0, target + surplus)
      const merged = cheapestMerge(kept, surplus, format)
      const fit = merged === null ? null : readPieces(merged.pieces, pieces.length, format)
      if (merged !== null && fit !== null && fit.cells !== null)
        return { ...fit, oddity: merged.cost, guessed: merged.cost >= guess }
      // A blank last piece may be no cell at all, but a trailing delimiter.
      if (kept.at(-1)!.trim() !== '') break
    }
  }
  return null
}

interface Merge {
  readonly cost: number
  readonly pieces: readonly string[]
}

/** Of all ways to join `merges` borders away, the one with the least cost. */
function cheapestMerge(pieces: readonly string[], merges: number, format: RowFormat): Merge | null {
  if (merges <= 0 || merges > mergesTried || pieces.length * merges * merges > effort) return null
  const quotes = pieces.map((piece) => piece.includes('"'))
  const closes = pieces.map((piece) => piece.trimEnd().endsWith('"'))
  // best[end][used]: the first `end` pieces, with `used` borders joined away.
  const best: (Merge | null)[][] = [[{ cost: 0, pieces: [] }]]
  for (let end = 1; end <= pieces.length; end++) {
    best.push(new Array<Merge | null>(merges + 1).fill(null))
    for (let joined = 0; joined <= Math.min(merges, end - 1); joined++) {
      const start = end - 1 - joined
      if (joined > 0 && !(quotes[start] && closes[end - 1])) continue
      const piece = joined === 0 ? pieces[start]! : pieces.slice(start, end).join(format.delimiter)
      const cost = joined === 0 ? readCell(piece, format.wrapped).oddity : costOfMerge(piece, pieces[start]!, format)
      if (cost === null) continue
      for (let used = joined; used <= merges; used++) {
        const before = best[start]![used - joined]
        const known = best[end]![used]
        if (!before || (known && known.cost <= before.cost + cost)) continue
        best[end]![used] = { cost: before.cost + cost, pieces: [...before.pieces, piece] }
      }
    }
  }
  return best[pieces.length]![merges] ?? null
}

/** Null where no quotes hold the delimiter: then it is a border. */
function costOfMerge(piece: string, head: string, format: RowFormat): number | null {
  const cell = readCell(piece, format.wrapped)
  if (cell.flaw !== null) return null
  if (cell.text !== piece) return cell.oddity === 0 ? 0 : guess
  // `ООО "Рога; копыта"`: quotes inside a bare cell, open in its first piece and closed in its last.
  return hasOddQuotes(head) && !hasOddQuotes(piece) ? guess + 1 : null
}

function hasOddQuotes(text: string): boolean {
  return text.split('"').length % 2 === 0
}
