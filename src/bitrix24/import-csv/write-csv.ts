import Papa from 'papaparse'
import type { Sheet } from './sheet.ts'

/** First line of a file, with the byte order mark by which both wizards know UTF-8 (`bitrix24-csv-import.md §2.4`). */
export function headerLine({ headers }: Sheet): string {
  return `\ufeff${csvLines([headers])}`
}

/**
 * Rows as text, each line ended. Every cell stands in quotes with inner quotes doubled: the old reader toggles at any quote,
 * even in the middle of a bare cell (`§2.5`).
 */
export function csvLines(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  return `${Papa.unparse(rows as string[][], { quotes: true, delimiter: ';', newline: '\r\n', header: false, skipEmptyLines: false })}\r\n`
}
