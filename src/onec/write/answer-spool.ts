import { createReadStream } from 'node:fs'
import { appendFile, rm, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { AnswerAction, AnswerLine } from './answer.ts'
import { noCounts } from './answer.ts'

/**
 * Lines of an answer on disk while they are being made: totals stand in the head of the answer and are known only after
 * the last line. A million lines never stand in memory. The file is scratch: after a crash it is simply made again.
 */
export interface AnswerSpool {
  readonly counts: Readonly<Record<AnswerAction, number>>
  readonly rows: number
  add(lines: readonly AnswerLine[]): Promise<void>
  /** All lines so far, in order; may be read again for every format. */
  lines(): AsyncGenerator<readonly AnswerLine[]>
  /** Deletes the file. */
  close(): Promise<void>
}

/** `path` is a file in the work folder; what was there is overwritten. Errors of the disk are thrown. */
export async function openAnswerSpool(path: string): Promise<AnswerSpool> {
  await writeFile(path, '')
  const counts = noCounts()
  let rows = 0
  return {
    counts,
    get rows() {
      return rows
    },
    async add(lines) {
      if (lines.length === 0) return
      await append(path, lines)
      for (const line of lines) counts[line.action]++
      rows += lines.length
    },
    lines: () => readBack(path),
    async close() {
      await rm(path, { force: true })
    },
  }
}

const batchSize = 200

// Opened anew for each batch: a first full export may bring thousands of files into one run, and handles are counted.
async function append(path: string, lines: readonly AnswerLine[]): Promise<void> {
  await appendFile(path, lines.map((line) => `${onOneLine(line)}\n`).join(''), 'utf8')
}

/** `readline` also takes U+2028 and U+2029 for ends of lines, and JSON lets them stand. */
function onOneLine(line: AnswerLine): string {
  return JSON.stringify(line).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

async function* readBack(path: string): AsyncGenerator<readonly AnswerLine[]> {
  let batch: AnswerLine[] = []
  for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (batch.push(JSON.parse(text) as AnswerLine) < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
