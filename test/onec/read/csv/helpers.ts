import { type CsvFacts, type CsvOptions, readCsv } from '../../../../src/onec/read/csv/read-csv.ts'
import { openTable, type Table } from '../../../../src/onec/read/csv/read-table.ts'
import type { TableLine, TableShape } from '../../../../src/onec/read/csv/table.ts'
import type { ReadRow } from '../../../../src/onec/read/reading.ts'
import type { OnecRecord } from '../../../../src/records/record.ts'

/** The text in chunks of so many characters. */
export async function* chunksOf(text: string, size = text.length || 1): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

export interface WholeTable extends Pick<Table, 'columns' | 'delimiter' | 'header' | 'problems'> {
  readonly lines: readonly TableLine[]
  readonly cells: readonly (readonly string[])[]
  /** Codes of the problems of each row. */
  readonly codes: readonly (readonly string[])[]
}

export async function readWhole(text: string, shape: TableShape = {}, size?: number): Promise<WholeTable> {
  const table = await openTable(chunksOf(text, size), shape)
  const lines: TableLine[] = []
  for await (const batch of table.batches()) lines.push(...batch)
  const { columns, delimiter, header, problems } = table
  return {
    ...{ columns, delimiter, header, problems, lines },
    cells: lines.map((line) => line.cells),
    codes: lines.map((line) => line.problems.map(({ code }) => code)),
  }
}

export async function readRecords(
  text: string,
  options: CsvOptions = {},
): Promise<{ rows: readonly ReadRow[]; facts: CsvFacts }> {
  const reading = readCsv(chunksOf(text), options)
  const rows: ReadRow[] = []
  for (;;) {
    const step = await reading.next()
    if (step.done) return { rows, facts: step.value }
    rows.push(...step.value)
  }
}

/** The record of the only row, which must be of that kind. */
export async function readOne<K extends OnecRecord['kind']>(kind: K, text: string, options: CsvOptions = {}) {
  const { rows } = await readRecords(text, options)
  const record = rows[0]?.record
  if (rows.length !== 1 || record?.kind !== kind) throw new Error(`not one ${kind}: ${JSON.stringify(rows)}`)
  return record as Extract<OnecRecord, { kind: K }>
}
