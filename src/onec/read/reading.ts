import type { Problem } from '../../problems/problem.ts'
import type { OnecRecord } from '../../records/record.ts'

/** `file`: it is itself the record, an attachment. `confirmation`: one number, of a message that 1C has taken. */
export type FileFormat = 'commerceml' | 'csv' | 'zip' | 'file' | 'confirmation' | 'unknown'

/** How the bytes of a file say what letters they are. `actual` is what they were read as. */
export interface Encoding {
  readonly declared: string | null
  readonly actual: string
  readonly bom: boolean
}

/** A record, or a row that could not become one (`record` null, `problems` say why). Every row of the file is one of these. */
export interface ReadRow {
  readonly record: OnecRecord | null
  readonly kind: OnecRecord['kind']
  readonly id: string
  readonly line: number
  readonly row: number
  readonly problems: readonly Problem[]
  /** Cells of a table row by column name, bound or not; absent for XML. */
  readonly cells?: Readonly<Record<string, string>>
  /** Elements and requisites of XML that stand there empty, by the names under which `extra` would have them; absent for tables. */
  readonly blanks?: readonly string[]
}

/** A column by its name, and the field that it is; null: none, its cells stand under `extra` by the name of the column. */
export interface TableColumn {
  readonly column: string
  readonly field: string | null
}

/** What a file is and holds: the object that `obmen24 inspect --json` prints. */
export interface FileFacts {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly format: FileFormat
  readonly encoding: Encoding
  readonly schemaVersion: string | null
  readonly namespace: string | null
  readonly generatedAt: string | null
  readonly changesOnly: boolean | null
  readonly counts: Readonly<Record<string, number>>
  readonly warnings: readonly Problem[]
  /** Why the file is refused as a whole; then none of its rows may be used. */
  readonly error: Problem | null
  /** The columns of a table, in their order, and what each is read as. */
  readonly columns?: readonly TableColumn[]
  /** Files inside a zip. */
  readonly entries?: readonly FileFacts[]
}
