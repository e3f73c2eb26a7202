import { delimiterSaid, findDelimiter, mostFrequent } from './find-delimiter.ts'
import { fitRow, type RowFormat } from './fit-row.ts'
import { columnNames, isHeader } from './header.ts'
import { readCell } from './read-cell.ts'
import { type Profile, profileOf, shapeOf } from './shapes.ts'
import { countCells, splitStrict } from './split-strict.ts'
import type { TableShape } from './table.ts'

/** How a table is written: what the settings say, and the rest found out from the lines at its start. */
export interface Layout extends RowFormat {
  readonly columns: readonly string[]
  readonly header: boolean
  /** Physical lines before the first data row: blank ones, `sep=`, the header. */
  readonly linesBefore: number
  readonly healLineBreaks: boolean
  /** Rows end in CRLF, so that a bare LF is a line break inside a cell (`1c-side.md §7`). */
  readonly crlf: boolean
  readonly profile: Profile
  /** The usual row has fewer cells than the header: found on so many lines, all of this count. */
  readonly rowsAreShorter: boolean
}

/** Lines come as the file has them, a `\r` at the end included. None of them may be cut. */
export function findLayout(lines: readonly string[], shape: TableShape): Layout {
  const start = skipPreamble(lines)
  const rest = lines.slice(start).map(trimEnd)
  const delimiter = shape.delimiter ?? delimiterSaid(lines[start - 1] ?? '') ?? findDelimiter(rest.join('\n'))
  const first = readFirstRow(rest, delimiter)
  const below = rest.slice(first.lines).filter((line) => line.trim() !== '')
  const header =
    shape.header ??
    isHeader(
      first.cells,
      below.map((line) => line.split(delimiter)),
    )
  const data = header ? below : [rest[0] ?? '', ...below]
  const width = header
    ? usualWidth(first.cells.length, data, delimiter)
    : mostFrequent([...data.map((line) => countCells(line, delimiter)), 1])
  const columns = header ? columnNames(namedCells(first.cells, data, delimiter)) : numbered(usedColumns(data, width, delimiter))
  const format = { delimiter, width, columnCount: columns.length, wrapped: isWrapped(data) }
  return {
    ...format,
    columns,
    header,
    linesBefore: start + (header ? first.lines : 0),
    healLineBreaks: shape.healLineBreaks ?? true,
    crlf: (lines[start + first.lines - 1] ?? '').endsWith('\r') && width > 1 && !bareBreaksEndRows(lines.slice(start), format),
    profile: profileOf(wholeRows(data, format), columns.length),
    rowsAreShorter: width < columns.length,
  }
}

/** Blank lines at the top, and the line `sep=;`. */
function skipPreamble(lines: readonly string[]): number {
  let start = 0
  while (start < lines.length && lines[start]!.trim() === '') start++
  return delimiterSaid(trimEnd(lines[start] ?? '')) === null ? start : start + 1
}

function trimEnd(line: string): string {
  return line.replace(/\r+$/, '')
}

const longestHeader = 10

/** The first row and the physical lines that it takes: a header may have line breaks inside quotes. */
function readFirstRow(lines: readonly string[], delimiter: string): { cells: readonly string[]; lines: number } {
  const whole = lines[0] ?? ''
  const pieces = whole.split(delimiter)
  const plain = { cells: pieces.map((piece) => readCell(piece, false).text), lines: 1 }
  const count = readCell(pieces.at(-1)!, false).flaw === 'open' ? longestHeader : 1
  for (let taken = 1; taken <= Math.min(count, lines.length); taken++) {
    const cells = splitStrict(lines.slice(0, taken).join('\n'), delimiter)
    if (cells !== null) return { cells, lines: taken }
  }
  return plain
}

const alikeEnough = 0.8
const linesNeeded = 5

/**
 * Raw cells of the usual row. That of the header, unless nearly all rows agree on another count: one more, for the delimiter
 * at their end; or fewer, if there are enough of them and they all begin alike (else they are halves of broken rows).
 */
function usualWidth(headerWidth: number, data: readonly string[], delimiter: string): number {
  if (data.length === 0) return headerWidth
  const counts = data.map((line) => countCells(line, delimiter))
  const usual = mostFrequent(counts)
  const such = data.filter((_line, place) => counts[place] === usual)
  if (usual === headerWidth || such.length < data.length * alikeEnough) return headerWidth
  const cells = such.map((line) => line.split(delimiter))
  if (usual > headerWidth) return cells.every((row) => row.slice(headerWidth - usual).every(isBlank)) ? usual : headerWidth
  const beginAlike = new Set(cells.map((row) => shapeOf(row[0]!))).size === 1
  return usual > 1 && such.length >= linesNeeded && beginAlike ? usual : headerWidth
}

/** The header without the empty cells at its end, unless rows have something under them. */
function namedCells(cells: readonly string[], data: readonly string[], delimiter: string): readonly string[] {
  let end = cells.length
  while (end > 1 && isBlank(cells[end - 1]!) && !hasDataIn(end - 1, cells.length, data, delimiter)) end--
  return cells.slice(0, end)
}

function hasDataIn(column: number, width: number, data: readonly string[], delimiter: string): boolean {
  const whole = data.map((line) => line.split(delimiter)).filter((row) => row.length === width)
  return whole.length > 0 && whole.filter((row) => !isBlank(row[column]!)).length * 2 > whole.length
}

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_none, place) => String(place + 1))
}

/** Of a table without a header: the usual width, less the empty column that a trailing delimiter makes. */
function usedColumns(data: readonly string[], width: number, delimiter: string): number {
  const whole = data.map((line) => line.split(delimiter)).filter((row) => row.length === width)
  const trailing = width > 1 && whole.length > 0 && whole.every((row) => isBlank(row[width - 1]!))
  return trailing ? width - 1 : width
}

function isWrapped(data: readonly string[]): boolean {
  const wrapped = data.filter((line) => /^\s*".*"[;,\t|\s]*$/.test(line))
  return data.length >= 3 && wrapped.length >= data.length * 0.9
}

/** Does a bare LF part two whole rows somewhere? Then it is the end of a row here, whatever ends the header. */
function bareBreaksEndRows(lines: readonly string[], format: RowFormat): boolean {
  return lines.some((line, place) => {
    const next = lines[place + 1]
    return next !== undefined && !line.endsWith('\r') && isWhole(line, format) && isWhole(trimEnd(next), format)
  })
}

function isWhole(line: string, format: RowFormat): boolean {
  return countCells(line, format.delimiter) === format.width
}

/** Rows that are surely whole: a line that ends a quote counts only behind a line that leaves none open. */
function wholeRows(data: readonly string[], format: RowFormat): readonly (readonly string[])[] {
  const fits = data.map((line) => fitRow(line, format))
  return fits.flatMap(({ cells, stray, count }, place) => {
    const before = fits[place - 1]
    const begins = !stray || before === undefined || (before.cells !== null && !before.open)
    return cells !== null && begins && count >= format.width ? [cells] : []
  })
}

function isBlank(cell: string): boolean {
  return cell.trim() === ''
}
