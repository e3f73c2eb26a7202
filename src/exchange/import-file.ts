import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sheet } from '../bitrix24/import-csv/sheet.ts'
import { csvLines, headerLine } from '../bitrix24/import-csv/write-csv.ts'

/** One import file being written. Text is gathered into pieces, so that a million rows do not mean a million writes. */
export interface ImportFile {
  readonly sheet: Sheet
  readonly cards: number
  readonly rows: number
  /** The rows of one card. */
  add(rows: readonly (readonly string[])[]): Promise<void>
  /** Finishes the file, or removes it where no card came. */
  close(): Promise<void>
}

/** Errors of the disk are thrown. */
export async function openImportFile(folder: string, name: string, sheet: Sheet): Promise<ImportFile> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  const file = await open(path, 'w')
  let waiting: (readonly string[])[] = []
  let cards = 0
  let rows = 0
  await file.appendFile(headerLine(sheet), 'utf8')
  const flush = async () => {
    const text = csvLines(waiting)
    waiting = []
    if (text !== '') await file.appendFile(text, 'utf8')
  }
  return {
    sheet,
    get cards() {
      return cards
    },
    get rows() {
      return rows
    },
    async add(made) {
      waiting.push(...made)
      cards += 1
      rows += made.length
      if (waiting.length >= pieceRows) await flush()
    },
    async close() {
      await flush()
      await file.close()
      if (cards === 0) await rm(path, { force: true })
    },
  }
}

const pieceRows = 200
