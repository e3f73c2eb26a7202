import { parseArgs } from 'node:util'
import type { Region } from './region.ts'

/** What `npm run bench -- …` was asked. */
export interface BenchArguments {
  /** Millions of bytes of the files to read. */
  readonly sizes: readonly number[]
  readonly convertRows: readonly number[]
  /** Counterparties to plan and to bring to a portal. */
  readonly portalRows: readonly number[]
  /** Work orders to bring to a portal of many deals. */
  readonly documentRows: readonly number[]
  readonly rounds: number
  readonly only: string
  /** The parts of the docs whose figures are measured anew: only those that the bench goes through whole. */
  readonly writes: readonly Region[]
}

/** `--quick`: 20 MB, one round. `--rounds N`, `--only NAME` (a part of `import.xml` …, `convert` or `portal`). Wrong ones throw. */
export function benchArguments(args: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string' }, only: { type: 'string', default: '' } },
  })
  const { quick, only } = values
  const rounds = Number(values.rounds ?? (quick ? 1 : 5))
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds must be a whole number from 1, not ${values.rounds}`)
  return {
    sizes: quick ? [20] : [20, 200],
    convertRows: quick ? [30_000, 100_000] : [100_000, 300_000, 1_000_000],
    portalRows: quick ? [10_000] : [10_000, 100_000],
    documentRows: quick ? [10_000] : [10_000, 50_000],
    rounds,
    only,
    writes: quick ? [] : only === '' ? ['files', 'portal'] : only === 'portal' ? ['portal'] : [],
  }
}
