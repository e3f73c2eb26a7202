import { type Problem, problem } from '../../../problems/problem.ts'
import { brokenText } from '../../../values/text.ts'
import { type Assembled, assembleRow, clean } from './assemble-row.ts'
import type { Layout } from './layout.ts'
import { longestLine, type PhysicalLines } from './physical-lines.ts'
import { readCell } from './read-cell.ts'
import type { TableLine } from './table.ts'

/** The rows read so far that nobody has been given yet, and what later rows need to know of those before them. */
export interface Rows {
  readonly layout: Layout
  batch: TableLine[]
  /** Number of the last row. */
  row: number
  shortRows: number
  /** Number of the line behind the last row, where that was a good one and only blank lines have come since; else 0. */
  behindGood: number
  /** The last column is a comment, an address … and so may have line breaks. */
  readonly endsInText: boolean
}

export function startRows(layout: Layout): Rows {
  const endsInText = layout.healLineBreaks && layout.width > 1 && freeText.test(layout.columns.at(-1) ?? '')
  return { layout, batch: [], row: 0, shortRows: 0, behindGood: 0, endsInText }
}

const freeText = /коммент|примеч|описан|адрес|содержан|заметк|текст|подробн|comment|note|descr|address|memo|text/i

/** All rows but the last one, whose last cell may turn out to go on. */
export function handOver(rows: Rows): readonly TableLine[] {
  const ready = rows.batch
  rows.batch = ready.splice(-1)
  return ready
}

/** Reads what stands at `source.lines[at]`; returns the number of physical lines that it took. */
export function readRow(rows: Rows, source: PhysicalLines, at: number): number {
  const raw = source.lines[at]!
  const line = source.firstNumber + at
  if (!source.isSuspect(line) && readPlain(rows, raw, line)) return 1
  if (isBlank(raw) || (raw.trim() === dosEndOfFile && source.ended && at === source.lines.length - 1)) {
    if (rows.behindGood === line) rows.behindGood = line + 1
    return 1
  }
  if (raw.length > longestLine) {
    refuse(rows, raw.slice(0, excerpt), line, problem('csv.line-too-long', { limit: longestLine }))
    return 1
  }
  const assembled = assembleRow(source.lines, at, rows.layout)
  readAssembled(rows, assembled, source, at)
  return assembled.linesUsed
}

const dosEndOfFile = '\x1A'
const excerpt = 1000

/** The fast way of the usual row: no quotes, nothing odd, as many cells as there should be. */
function readPlain(rows: Rows, raw: string, line: number): boolean {
  const { layout } = rows
  const ended = raw.endsWith('\r')
  if (raw.length > longestLine || (layout.crlf && !ended) || raw.includes('"')) return false
  const cells = (ended ? raw.replace(/\r+$/, '') : raw).split(layout.delimiter)
  if (cells.length !== layout.width || layout.width < layout.columnCount) return false
  if (isBlank(cells[0]!) && cells.every(isBlank)) return false
  if (layout.width > layout.columnCount && !cells.splice(layout.columnCount).every(isBlank)) return false
  add(rows, cells, line, 1, [])
  return true
}

function readAssembled(rows: Rows, { fit, linesUsed, endsClean }: Assembled, source: PhysicalLines, at: number): void {
  const { layout } = rows
  const line = source.firstNumber + at
  const text = clean(source.lines[at]!)
  const suspect = source.isSuspect(line + linesUsed - 1) || source.isSuspect(line)
  if (fit.cells !== null) {
    if (fit.cells.every(isBlank)) return
    const notices = [
      ...(fit.bareBreak ? [problem('csv.line-break-healed', { lines: linesUsed })] : []),
      ...(fit.guessed ? [problem('csv.quotes-guessed')] : []),
    ]
    add(
      rows,
      fit.cells.map((cell) => (cell.includes('\n') ? cell.trim() : cell)),
      line,
      linesUsed,
      notices,
      suspect,
    )
    return
  }
  const args = { found: fit.count, expected: layout.columnCount }
  if (fit.count > layout.columnCount) refuse(rows, text, line, problem('csv.too-many-cells', args))
  else if (goesOnFromRowBefore(rows, text, line, fit.count)) lengthenLastCell(rows, text, line)
  else if (fit.count < 2 || !endsClean) refuse(rows, text, line, problem('csv.row-broken', args))
  else if (isCut(rows, source, at)) refuse(rows, text, line, problem('csv.row-cut', args))
  else {
    rows.shortRows++
    add(rows, piecesOf(text, layout), line, 1, [problem('csv.too-few-cells', args)], suspect)
  }
}

function goesOnFromRowBefore(rows: Rows, text: string, line: number, count: number): boolean {
  const last = rows.batch.at(-1)
  return (
    count === 1 &&
    rows.endsInText &&
    rows.behindGood === line &&
    last !== undefined &&
    last.cells.at(-1)!.length + text.length < longestText
  )
}

const longestText = 65_536

/**
 * A line without a single delimiter behind a whole row that ends in a comment or an address is the rest of that text: no row
 * has one cell.
 */
function lengthenLastCell(rows: Rows, text: string, line: number): void {
  const last = rows.batch.pop()!
  const cells = [...last.cells.slice(0, -1), `${last.cells.at(-1)}\n${text.trim()}`]
  const place = { line: last.line, row: last.row }
  const others = last.problems.filter((known) => known.code !== 'csv.line-break-healed')
  const healed = problem('csv.line-break-healed', { lines: line - last.line + 1 }, place)
  rows.batch.push({ ...last, cells, problems: [...others, healed] })
  rows.behindGood = line + 1
}

/** Whole rows that must have come before it, and no short one, to say that a short last row was cut. */
const rowsToTellACut = 20

/** Was the file cut in the middle of this row? Its last line has no end and is too short, as no row before it was. */
function isCut(rows: Rows, source: PhysicalLines, at: number): boolean {
  const isLast = source.ended && at === source.lines.length - 1
  return isLast && !source.endsInBreak && rows.shortRows === 0 && rows.row >= rowsToTellACut
}

function add(
  rows: Rows,
  cells: readonly string[],
  line: number,
  lines: number,
  found: readonly Problem[],
  suspect = false,
): void {
  const row = ++rows.row
  const place = { line, row }
  const problems = [
    ...found.map(({ code, args }) => problem(code, args, place)),
    ...(suspect ? inspect(cells, rows.layout, line, row) : []),
  ]
  rows.batch.push({ cells, line, row, problems })
  rows.behindGood = problems.some(({ code }) => code === 'csv.control-character') ? 0 : line + lines
}

function refuse(rows: Rows, text: string, line: number, found: Problem): void {
  const row = ++rows.row
  rows.batch.push({ cells: piecesOf(text, rows.layout), line, row, problems: [problem(found.code, found.args, { line, row })] })
  rows.behindGood = 0
}

/** As many cells as there are columns, whatever is in them. */
function piecesOf(text: string, layout: Layout): readonly string[] {
  const cells = text.split(layout.delimiter).map((piece) => readCell(piece, layout.wrapped).text)
  return layout.columns.map((_column, place) => cells[place] ?? '')
}

/** What a line that may be damaged is looked at for, cell by cell. */
function inspect(cells: readonly string[], layout: Layout, line: number, row: number): readonly Problem[] {
  return cells.flatMap((cell, place) => {
    const where = { line, row, column: place + 1, field: layout.columns[place]! }
    const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.exec(cell)
    if (control !== null) return [problem('csv.control-character', { sign: hex(control[0]) }, where)]
    const broken = brokenText(cell)
    return broken === null ? [] : [problem(broken, { value: cell }, where)]
  })
}

function hex(sign: string): string {
  return `0x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
