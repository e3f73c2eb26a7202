import type { Candidate, CandidateId } from './candidates.ts'
import { type Measurement, type MeasureOptions, measure } from './measure.ts'

/** The runs of each candidate, by round. One that broke has none. */
export type Runs = ReadonlyMap<CandidateId, readonly Measurement[]>

/**
 * Runs the candidates in turn, round after round, so that a busy moment of the machine falls on all of them alike. Throws if
 * one finds another number of records than there are: a reader that loses some is not fast.
 */
export async function runRounds(
  candidates: readonly Candidate[],
  rounds: number,
  records: number,
  options: MeasureOptions,
): Promise<Runs> {
  const runs = new Map<CandidateId, Measurement[]>()
  for (let round = 0; round < rounds; round++) {
    for (const each of candidates.filter((one) => round < one.rounds)) {
      const run = await measure(each.command, options)
      if (run.code === 0) {
        checkCount(each, run, records)
        runs.set(each.id, [...(runs.get(each.id) ?? []), run])
      } else if (!each.mayFail) {
        throw new Error(`${each.id} failed (${run.code}): ${run.stderr.slice(-2000)}`)
      }
    }
  }
  return runs
}

function checkCount({ id, countOf }: Candidate, { stdout }: Measurement, records: number): void {
  const count = countOf(stdout)
  if (count !== null && count !== records) throw new Error(`${id} found ${count} records of ${records}`)
}
