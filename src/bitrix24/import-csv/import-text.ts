import type { DraftRows } from './row.ts'
import type { Sheet } from './sheet.ts'
import { csvLines, headerLine } from './write-csv.ts'

export interface ImportTextOptions<D> {
  readonly sheet: Sheet
  /** `(draft, number) => companyRows(draft, number, sheet)`. */
  readonly toRows: (draft: D, number: number) => DraftRows
  /** Called for every draft, written or not, in order. `number` is null for one that was not written. */
  readonly onRecord?: (draft: D, result: DraftRows, number: number | null) => void
}

export interface ImportCounts {
  /** Records in the file. */
  readonly records: number
  /** Rows of the file, the header not counted. */
  readonly rows: number
  /** Drafts that could not be written. */
  readonly leftOut: number
}

/**
 * One import file, piece by piece, ready to be encoded as UTF-8; holds one batch of rows at a time. Numbers the records that are
 * written from 1 without gaps. Returns the counts at the end.
 */
export async function* importText<D>(
  drafts: AsyncIterable<D> | Iterable<D>,
  { sheet, toRows, onRecord }: ImportTextOptions<D>,
): AsyncGenerator<string, ImportCounts> {
  yield headerLine(sheet)
  let batch: (readonly string[])[] = []
  let [records, rows, leftOut] = [0, 0, 0]
  for await (const draft of drafts) {
    const result = toRows(draft, records + 1)
    const written = result.rows.length > 0
    if (written) records += 1
    else leftOut += 1
    onRecord?.(draft, result, written ? records : null)
    rows += result.rows.length
    batch.push(...result.rows)
    if (batch.length < batchRows) continue
    yield csvLines(batch)
    batch = []
  }
  if (batch.length > 0) yield csvLines(batch)
  return { records, rows, leftOut }
}

const batchRows = 500
