import { countCells } from './split-strict.ts'

/** In the order of trust: `;` is the reflex of 1C programmers, a comma is in every second address. */
const candidates = [';', '\t', '|', ',']
const linesLookedAt = 50

/**
 * The delimiter of a table, out of whole lines from its start: what `sep=` says, else the sign whose count is the same on most
 * lines. Every line is counted by itself, so one bad quote spoils one line only. A list of one column has none; `;` then.
 */
export function findDelimiter(sample: string): string {
  const lines = sample.split(/\r*\n|\r+/).filter((line) => line.trim() !== '')
  const said = delimiterSaid(lines[0] ?? '')
  if (said !== null) return said
  const looked = lines.slice(0, linesLookedAt)
  const scores = candidates.map((delimiter) => ({ delimiter, score: score(looked, delimiter) }))
  return scores.reduce((best, next) => (next.score > best.score + 0.1 ? next : best)).delimiter
}

/** The sign that a first line such as `sep=;` names (Excel's custom), or null. */
export function delimiterSaid(line: string): string | null {
  const [, sign] = /^\uFEFF?"?sep=(\t|\\t|[^\s"])"?[;,\t|\r]*$/i.exec(line) ?? []
  return sign === '\\t' ? '\t' : (sign ?? null)
}

/** Share of the lines that have the usual count of cells, or the header's where broken lines outnumber the whole ones. */
function score(lines: readonly string[], delimiter: string): number {
  if (lines.length === 0) return 0
  const counts = lines.map((line) => countCells(line, delimiter))
  const header = counts[0]!
  const usual = mostFrequent(counts)
  const share = (count: number) => counts.filter((other) => other === count).length / counts.length
  if (usual > 1) return header === usual ? share(usual) : share(usual) / 2
  return header > 1 && counts.filter((count) => count === header).length > 1 ? share(header) / 2 : 0
}

/** The value that occurs most often; of two that do, the greater. */
export function mostFrequent(values: readonly number[]): number {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].reduce((best, next) => (next[1] > best[1] || (next[1] === best[1] && next[0] > best[0]) ? next : best))[0]
}
