import type { DraftRows } from '../../../src/bitrix24/import-csv/row.ts'
import type { Sheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { csvLines, headerLine } from '../../../src/bitrix24/import-csv/write-csv.ts'

/** Bytes of an import file that holds these rows. */
export function fileOf(sheet: Sheet, ...records: readonly DraftRows[]): Uint8Array {
  return new TextEncoder().encode(headerLine(sheet) + csvLines(records.flatMap(({ rows }) => rows)))
}

/** Cell of a row by column id. */
export function cell(sheet: Sheet, { rows }: DraftRows, id: string, row = 0): string {
  return rows[row]?.[sheet.index.get(id) ?? -1] ?? '(no such cell)'
}

export function codes({ problems }: Pick<DraftRows, 'problems'>): string[] {
  return problems.map(({ code }) => code)
}
