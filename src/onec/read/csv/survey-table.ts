import { entryOf } from '../../../problems/describe.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { TableColumn } from '../reading.ts'
import { type Binding, bindColumns } from './bind-columns.ts'
import { isTableKind } from './fields.ts'
import type { TableUse } from './read-csv.ts'
import { openTable } from './read-table.ts'
import type { TableShape } from './table.ts'

export interface TableSurvey {
  readonly columns: readonly TableColumn[]
  /** Rows by the kind of record they are meant to be; rows that cannot be read count too. */
  readonly counts: Readonly<Record<string, number>>
  readonly problems: readonly Problem[]
  /** Why no row of the table can be used. */
  readonly error: Problem | null
}

export interface TableSurveyOptions {
  readonly shape: TableShape
  readonly use: (columns: readonly string[]) => TableUse
}

/** Reads a table once for what it is and how many rows it has; no cell is parsed for it. */
export async function surveyTable(chunks: AsyncIterable<string>, options: TableSurveyOptions): Promise<TableSurvey> {
  const table = await openTable(chunks, options.shape)
  const use = options.use(table.columns)
  const kind = use.kind !== undefined && isTableKind(use.kind) ? use.kind : 'row'
  const binding = bindColumns(table.columns, kind, use.columns)
  const columns = columnsOf(table.columns, binding)
  const found = [...table.problems, ...binding.problems]
  const error =
    table.columns.length === 0 ? problem('csv.empty') : (found.find((each) => entryOf(each).severity === 'error') ?? null)
  const problems = found.filter((each) => each !== error)
  if (error !== null) {
    await table.close()
    return { columns, counts: {}, problems, error }
  }
  let rows = 0
  for await (const batch of table.batches()) rows += batch.length
  return { columns, counts: rows === 0 ? {} : { [kind]: rows }, problems, error: null }
}

function columnsOf(names: readonly string[], { fields }: Binding): readonly TableColumn[] {
  const bound = Object.entries(fields)
  return names.map((column, place) => ({ column, field: bound.find(([, places]) => places.includes(place))?.[0] ?? null }))
}
