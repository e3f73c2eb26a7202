import { type Problem, problem } from '../../../problems/problem.ts'
import { mostLinesJoined } from './assemble-row.ts'
import { findLayout, type Layout } from './layout.ts'
import { PhysicalLines } from './physical-lines.ts'
import { handOver, readRow, startRows } from './read-row.ts'
import type { TableLine, TableShape } from './table.ts'

/** A table whose writing has been found out; its rows are read once. */
export interface Table {
  readonly delimiter: string
  readonly header: boolean
  /** Names of the columns, all different; numbers where there is no header. Empty only for a file without any text. */
  readonly columns: readonly string[]
  /** What is odd about the table as a whole. */
  readonly problems: readonly Problem[]
  /** The rows in the order of the file, in batches of about a thousand. Blank lines and rows of empty cells are none. */
  batches(): AsyncGenerator<readonly TableLine[], void>
  /** Lets go of the chunks where the rows are not read. */
  close(): Promise<void>
}

/**
 * Opens a table of decoded text (`1c-side.md §7`), in chunks of any size. Memory does not grow with the file. No row is lost:
 * one that cannot be read has a problem of severity `error`, stands in its place and spoils none of its neighbours.
 */
export async function openTable(chunks: AsyncIterable<string>, shape: TableShape = {}): Promise<Table> {
  const source = new PhysicalLines(chunks)
  const sample = await source.sample()
  const layout = findLayout(sample, shape)
  const short = problem('csv.rows-shorter-than-header', { found: layout.width, expected: layout.columnCount })
  return {
    delimiter: layout.delimiter,
    header: layout.header,
    columns: sample.every((line) => line.trim() === '') ? [] : layout.columns,
    problems: layout.rowsAreShorter ? [short] : [],
    batches: () => readBatches(source, layout),
    close: () => source.close(),
  }
}

const batchSize = 100

async function* readBatches(source: PhysicalLines, layout: Layout): AsyncGenerator<readonly TableLine[], void> {
  const rows = startRows(layout)
  try {
    source.take(layout.linesBefore)
    do {
      // The end of a broken row is looked for further down, so the last lines at hand wait for more.
      await source.fill(mostLinesJoined)
      const ready = source.ended ? source.lines.length : source.lines.length - mostLinesJoined
      let at = 0
      while (at < ready) {
        at += readRow(rows, source, at)
        if (rows.batch.length > batchSize) yield handOver(rows)
      }
      source.take(at)
    } while (!source.ended || source.lines.length > 0)
    if (rows.batch.length > 0) yield rows.batch
  } finally {
    await source.close()
  }
}
