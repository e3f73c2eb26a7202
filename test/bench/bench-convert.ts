import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BenchOptions } from './bench-reading.ts'
import { generate } from './generate.ts'
import { type Measurement, measure } from './measure.ts'
import { table } from './shapes/table.ts'

/** `convert` of a table of that many rows. */
export interface ConvertResult {
  readonly rows: number
  readonly bytes: number
  readonly run: Measurement
}

/** Counterparties in windows-1251 to the files of the import, once in each of growing sizes: memory must not grow with them. */
export async function benchConvert(sizes: readonly number[], options: BenchOptions): Promise<readonly ConvertResult[]> {
  const results: ConvertResult[] = []
  for (const rows of sizes) {
    options.log(`convert of ${rows} rows`)
    const file = await generate(table, 'windows-1251', { records: rows }, join(options.folder, `convert-${rows}.csv`))
    const out = join(options.folder, `convert-${rows}`)
    const args = [options.product.cli, 'convert', file.path, '--out', out, '--json']
    const run = await measure({ program: 'node', args }, options.measuring)
    checkAnswer(run, rows)
    await rm(out, { recursive: true, force: true })
    if (!options.keepFiles) await rm(file.path, { force: true })
    results.push({ rows, bytes: file.bytes, run })
  }
  return results
}

// Every row must have become a card.
function checkAnswer({ code, stdout, stderr }: Measurement, rows: number): void {
  if (code !== 0) throw new Error(`convert failed (${code}): ${stderr.slice(-2000)}`)
  const { answers } = JSON.parse(stdout) as { answers: readonly { counts: Readonly<Record<string, number>> }[] }
  const prepared = answers[0]?.counts['prepared']
  if (prepared !== rows) throw new Error(`convert prepared ${prepared} cards of ${rows}`)
}
