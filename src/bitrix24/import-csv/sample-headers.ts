import iconv from 'iconv-lite'
import Papa from 'papaparse'

/**
 * Headers of a sample file as the portal gives it: UTF-8 or UTF-16 with a mark, UTF-8 without, else Windows-1251; `;` with one
 * more at the end of the line, quoted or not (`bitrix24-csv-import.md §2.4`). A sample saved again by a spreadsheet may have commas
 * or tabs instead. Empty where there is no header row.
 */
export function sampleHeaders(bytes: Uint8Array): readonly string[] {
  const text = decoded(bytes)
  const tries = [';', ',', '\t'].map((delimiter) => firstRow(text, delimiter))
  const widest = tries.reduce((best, each) => (each.length > best.length ? each : best))
  return isText(text) ? widest : []
}

function firstRow(text: string, delimiter: string): readonly string[] {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 1, skipEmptyLines: 'greedy' })
  return (data[0] ?? []).map((cell) => cell.trim()).filter(Boolean)
}

function decoded(bytes: Uint8Array): string {
  const marked = [
    { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
    { mark: [0xff, 0xfe], encoding: 'utf-16le' },
    { mark: [0xfe, 0xff], encoding: 'utf-16be' },
  ].find(({ mark }) => mark.every((byte, place) => bytes[place] === byte))
  if (marked) return iconv.decode(Buffer.from(bytes), marked.encoding)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(Buffer.from(bytes), 'win1251')
  }
}

/** A workbook (XLSX is a zip) or any other binary file holds control characters in its first bytes. */
function isText(text: string): boolean {
  return !/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 1000))
}
