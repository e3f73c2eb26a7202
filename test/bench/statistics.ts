import type { CandidateId } from './candidates.ts'
import type { Measurement } from './measure.ts'
import type { Runs } from './rounds.ts'

export type Measure = 'wallMs' | 'cpuMs' | 'peakBytes'

/** The middle of the values, of an even number the mean of the two; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return null
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!
}

export function medianOf(runs: readonly Pick<Measurement, Measure>[] | undefined, what: Measure): number | null {
  return median((runs ?? []).map((run) => run[what]).filter((value) => value !== null))
}

/** Median of the ratios of each round, not the ratio of the medians: the two of a pair ran next to each other. */
export function ratioOf(runs: Runs, id: CandidateId, base: CandidateId, what: Measure): number | null {
  const bases = runs.get(base) ?? []
  const ratios = (runs.get(id) ?? []).map((run, round) => {
    const [value, against] = [run[what], bases[round]?.[what] ?? null]
    return value === null || against === null || against === 0 ? null : value / against
  })
  return median(ratios.filter((value) => value !== null))
}

/** The largest; null if there is none. */
export function worst(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null)
  return told.length === 0 ? null : Math.max(...told)
}
