/** One column of an import file. */
export interface Column {
  /** Field id, `TITLE`, `PHONE_WORK`, `RQ_RQ_INN|1`: the old wizard takes it as a header in every language. */
  readonly id: string
  /** Russian title of the old wizard; the new one knows most of them as aliases (`bitrix24-csv-import.md §3`). */
  readonly title: string
  readonly group: ColumnGroup
  /** The wizard refuses the file, or the row, without it. */
  readonly required: boolean
  /** Other titles that portals are known to use for the same field. */
  readonly aliases: readonly string[]
}

export type ColumnGroup = 'card' | 'point' | 'custom' | 'requisite' | 'address' | 'bank'

export function column(group: ColumnGroup, id: string, title: string, ...aliases: string[]): Column {
  return Object.freeze({ id, title, group, required: false, aliases })
}

export function requiredColumn(group: ColumnGroup, id: string, title: string, ...aliases: string[]): Column {
  return Object.freeze({ id, title, group, required: true, aliases })
}
