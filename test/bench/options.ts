import { parseArgs } from 'node:util'

/** What `npm run bench -- …` was asked. */
export interface BenchArguments {
  /** Millions of bytes of the files to read. */
  readonly sizes: readonly number[]
  readonly convertRows: readonly number[]
  /** Counterparties to plan and to bring to a portal. */
  readonly portalRows: readonly number[]
  readonly rounds: number
  readonly only: string
  /** Only a whole bench may change the figures of the docs. */
  readonly writesDocs: boolean
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
    rounds,
    only,
    writesDocs: !quick && only === '',
  }
}
