import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Product } from './build.ts'
import { candidatesFor } from './candidates.ts'
import { type BenchEncoding, generate } from './generate.ts'
import type { MeasureOptions } from './measure.ts'
import { type Runs, runRounds } from './rounds.ts'
import { counterparties } from './shapes/counterparties.ts'
import { documents } from './shapes/documents.ts'
import { goods } from './shapes/goods.ts'
import { offers } from './shapes/offers.ts'
import type { Shape } from './shapes/shape.ts'
import { table } from './shapes/table.ts'
import type { Tools } from './tools.ts'

const shapes: readonly Shape[] = [goods, offers, counterparties, documents, table]
const encodings: readonly BenchEncoding[] = ['UTF-8', 'windows-1251']

/** What was measured of one generated file. */
export interface FileResult {
  readonly shape: Pick<Shape, 'name' | 'extension'>
  readonly encoding: BenchEncoding
  /** Asked for, in millions of bytes. */
  readonly megabytes: number
  readonly bytes: number
  readonly records: number
  readonly runs: Runs
}

export interface BenchOptions {
  readonly folder: string
  readonly keepFiles: boolean
  readonly rounds: number
  readonly tools: Tools
  readonly product: Product
  readonly measuring: MeasureOptions
  /** Part of the names of the kinds wanted; empty: all. */
  readonly only: string
  log(text: string): void
}

/** Files of every kind and encoding in one size: written, read by all candidates, removed. */
export async function benchReading(megabytes: number, options: BenchOptions): Promise<readonly FileResult[]> {
  const results: FileResult[] = []
  for (const shape of shapes.filter((each) => nameOf(each).includes(options.only))) {
    for (const encoding of encodings) results.push(await benchFile(shape, encoding, megabytes, options))
  }
  return results
}

async function benchFile(shape: Shape, encoding: BenchEncoding, megabytes: number, options: BenchOptions): Promise<FileResult> {
  const name = `${shape.name}-${encoding}-${megabytes}.${shape.extension}`
  options.log(`reading ${name}`)
  const file = await generate(shape, encoding, { bytes: megabytes * 1e6 }, join(options.folder, name))
  const candidates = candidatesFor({ shape, encoding, file }, options.tools, options.product)
  try {
    const runs = await runRounds(candidates, options.rounds, file.records, options.measuring)
    return { shape, encoding, megabytes, bytes: file.bytes, records: file.records, runs }
  } finally {
    if (!options.keepFiles) await rm(file.path, { force: true })
  }
}

export function nameOf({ name, extension }: Pick<Shape, 'name' | 'extension'>): string {
  return `${name}.${extension}`
}
