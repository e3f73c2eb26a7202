import { entryOf } from '../../../problems/describe.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { RecordKind } from '../../../records/record.ts'
import type { ReadRow } from '../reading.ts'
import { bindColumns, type NamedColumns } from './bind-columns.ts'
import { isTableKind, type TableKind } from './fields.ts'
import { guessKind } from './guess-kind.ts'
import { openTable } from './read-table.ts'
import { rowToRecord } from './row-to-record.ts'
import type { TableShape } from './table.ts'

/** What the rows of a table are. A kind that does not come in tables (`order`, `offer` …) is read as `row`. */
export interface TableUse {
  readonly kind?: RecordKind
  /** Where the usual spellings are not enough. */
  readonly columns?: NamedColumns
}

export interface CsvOptions extends TableUse {
  readonly shape?: TableShape
  /** Asked when the columns are known; goes before `kind` and `columns`. */
  readonly use?: (columns: readonly string[]) => TableUse
  /** Whose phone numbers those without a country code are; `RU` if absent. */
  readonly country?: string | undefined
}

/** What a table turned out to be, told when all its rows have been read. */
export interface CsvFacts {
  readonly columns: readonly string[]
  readonly kind: TableKind
  readonly delimiter: string
  readonly header: boolean
  /** About the table as a whole; those of rows are with the rows. */
  readonly problems: readonly Problem[]
  /** Why no row of the table can be used; then none was given. */
  readonly error: Problem | null
  readonly rows: number
}

/** Reads decoded text as a table and its rows as records, in batches; see `openTable`, `bindColumns` and `rowToRecord`. */
export async function* readCsv(
  chunks: AsyncIterable<string>,
  options: CsvOptions = {},
): AsyncGenerator<readonly ReadRow[], CsvFacts> {
  const table = await openTable(chunks, options.shape)
  const { columns, delimiter, header } = table
  const use = options.use?.(columns) ?? options
  const kind = kindOf(use, columns)
  const binding = bindColumns(columns, kind, use.columns)
  const found = [...table.problems, ...binding.problems]
  const error = columns.length === 0 ? problem('csv.empty') : (found.find((each) => entryOf(each).severity === 'error') ?? null)
  const facts = { columns, kind, delimiter, header, problems: found.filter((each) => each !== error), error }
  if (error !== null) {
    await table.close()
    return { ...facts, rows: 0 }
  }
  const toRecord = rowToRecord(columns, kind, binding, options.country)
  let rows = 0
  for await (const batch of table.batches()) {
    rows += batch.length
    yield batch.map(toRecord)
  }
  return { ...facts, rows }
}

function kindOf({ kind }: TableUse, columns: readonly string[]): TableKind {
  if (kind === undefined) return guessKind(columns) ?? 'row'
  return isTableKind(kind) ? kind : 'row'
}
