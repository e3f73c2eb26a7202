/** What one piece of a row, cut out between two delimiters, means as a cell. */
export interface CellReading {
  readonly text: string
  /** How far the piece is from clean CSV: 0 clean, 1 read by the lenient rule, 2 its quotes do not meet. */
  readonly oddity: 0 | 1 | 2
  /**
   * `open`: it begins with a quote that nothing in it closes, so the cell may go on behind the next delimiter or line break.
   * `stray`: it ends in a quote that nothing in it seems to open, so the cell may have begun before it.
   */
  readonly flaw: 'open' | 'stray' | null
}

/**
 * Reads the quotes of one piece by the lenient rule (`1c-side.md §7`): a quote is special only where a cell begins and where
 * it ends. `"a ""b"""` is clean CSV; `"ООО "Ромашка""` is a wrapper put around without doubling; `"Ромашка" и "Лютик"` and
 * `Чай "Ahmad"` are no wrappers at all. `wrapped`: every cell of this file is known to be wrapped, so the outer quotes always go.
 */
export function readCell(piece: string, wrapped: boolean): CellReading {
  if (!piece.includes('"')) return { text: piece, oddity: 0, flaw: null }
  const text = piece.trim()
  if (!text.startsWith('"'))
    return isStray(text) ? { text: piece, oddity: 1, flaw: 'stray' } : { text: piece, oddity: 0, flaw: null }
  const runs = quoteRuns(text)
  if (runs[0]!.length === text.length) return readQuotesOnly(text)
  return endsInQuote(text) ? readClosed(piece, text, runs, wrapped) : readUnclosed(piece, text, runs)
}

interface QuoteRun {
  readonly start: number
  readonly length: number
}

function quoteRuns(text: string): readonly QuoteRun[] {
  return Array.from(text.matchAll(/"+/g), (found) => ({ start: found.index, length: found[0].length }))
}

function isStray(text: string): boolean {
  return endsInQuote(text) && quoteRuns(text).reduce((total, run) => total + run.length, 0) % 2 === 1
}

function endsInQuote(text: string): boolean {
  return text.endsWith('"')
}

function readQuotesOnly(text: string): CellReading {
  if (text.length % 2 === 1) return { text, oddity: 2, flaw: 'open' }
  return { text: text.slice(1, -1).replaceAll('""', '"'), oddity: 0, flaw: null }
}

function readClosed(piece: string, text: string, runs: readonly QuoteRun[], wrapped: boolean): CellReading {
  const first = runs[0]!.length
  const last = runs.at(-1)!.length
  const inner = runs.slice(1, -1)
  const doubled = isOdd(first) && inner.every((run) => !isOdd(run.length))
  if (doubled && isOdd(last)) return { text: text.slice(1, -1).replaceAll('""', '"'), oddity: 0, flaw: null }
  // Every quote is doubled, the last pair too: clean CSV whose closing quote has not come yet.
  if (doubled && (inner.length > 0 || first > 1)) return { text: piece, oddity: 2, flaw: 'open' }
  if (!wrapped && first === 1 && last === 1 && isRowOfQuotedWords(text, runs)) return { text: piece, oddity: 1, flaw: null }
  // One that begins with a doubled quote may as well be the end of a clean cell that began on another line.
  return { text: text.slice(1, -1), oddity: 1, flaw: !isOdd(first) && isStray(text) ? 'stray' : null }
}

function readUnclosed(piece: string, text: string, runs: readonly QuoteRun[]): CellReading {
  return depthAtEnd(text, runs) > 0 ? { text: piece, oddity: 2, flaw: 'open' } : { text: piece, oddity: 1, flaw: null }
}

/** `"Ромашка" и "Лютик"`: what opens is closed before the next one opens, from the first quote to the last. */
function isRowOfQuotedWords(text: string, runs: readonly QuoteRun[]): boolean {
  return runs.every((run, place) => run.length === 1 && opens(text, run.start) === (place % 2 === 0)) && runs.length % 2 === 0
}

/** How many quotes are still open at the end. A doubled quote inside opens and closes nothing. */
function depthAtEnd(text: string, runs: readonly QuoteRun[]): number {
  let depth = isOdd(runs[0]!.length) ? 1 : 2
  for (const run of runs.slice(1)) {
    if (isOdd(run.length)) depth = opens(text, run.start) ? depth + 1 : Math.max(0, depth - 1)
  }
  return depth
}

function opens(text: string, at: number): boolean {
  return at === 0 || /[\s([{«/-]/.test(text[at - 1]!)
}

function isOdd(count: number): boolean {
  return count % 2 === 1
}
