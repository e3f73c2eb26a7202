import { fileURLToPath } from 'node:url'
import type { Product } from './build.ts'
import type { BenchEncoding, GeneratedFile } from './generate.ts'
import type { Command } from './measure.ts'
import type { Shape } from './shapes/shape.ts'
import type { Tools } from './tools.ts'

export type CandidateId = 'xmllint' | 'read' | 'once' | 'survey' | 'fxp' | 'lxml' | 'dictReader'

/** One way to read a file. */
export interface Candidate {
  readonly id: CandidateId
  readonly command: Command
  /** A slow one need not run in every round. */
  readonly rounds: number
  /** May break on a file that is too large for it. */
  readonly mayFail: boolean
  /** Records that it says it found; null where it does not count. */
  countOf(stdout: string): number | null
}

export interface Subject {
  readonly shape: Shape
  readonly encoding: BenchEncoding
  readonly file: GeneratedFile
}

/** The candidates for one file, the one that all others are compared with first. */
export function candidatesFor(
  { shape, encoding, file: { path } }: Subject,
  tools: Tools,
  product: Product,
): readonly Candidate[] {
  const node = (worker: string, ...args: readonly string[]) => ({
    program: 'node',
    args: [product.worker(worker), path, encoding, ...args],
  })
  const ours = (id: CandidateId, worker: string) => candidate(id, node(worker), (text) => countIn(text, shape.kind))
  const whole = [ours('read', 'read-records'), ours('survey', 'survey')]
  if (shape.element === null) {
    const dictReader =
      tools.python === null ? null : candidate('dictReader', python(tools.python, 'csv-dict-reader.py', path, encoding), Number)
    return [dictReader, ...whole].filter((each) => each !== null)
  }
  const xmllint =
    tools.xmllint === null
      ? null
      : candidate('xmllint', { program: tools.xmllint, args: ['--stream', '--noout', path] }, () => null)
  const lxml =
    tools.lxml === null ? null : candidate('lxml', python(tools.lxml, 'lxml-iterparse.py', path, shape.element), Number)
  const fxp = { ...candidate('fxp', node('full-load', shape.element), Number), rounds: 1, mayFail: true }
  return [xmllint, ...whole, ours('once', 'read-once'), lxml, fxp].filter((each) => each !== null)
}

function candidate(id: CandidateId, command: Command, countOf: Candidate['countOf']): Candidate {
  return { id, command, rounds: Number.POSITIVE_INFINITY, mayFail: false, countOf }
}

function countIn(text: string, kind: string): number {
  return (JSON.parse(text) as Readonly<Record<string, number>>)[kind] ?? 0
}

function python(program: string, script: string, ...args: readonly string[]): Command {
  return { program, args: [fileURLToPath(new URL(`./workers/${script}`, import.meta.url)), ...args] }
}
