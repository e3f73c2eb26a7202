import type { Ledger } from '../../ledger/ledger.ts'
import type { Problem } from '../../problems/problem.ts'

/** A card whose present state 1C is not told, and why. */
export interface Unsent {
  readonly portalId: number
  /** Number by which 1C would know it. */
  readonly number: string
  readonly problems: readonly Problem[]
}

/** What stands in the way of cards of one way back now, however long it has been known. */
export async function unsentOf({ outgoing }: Pick<Ledger, 'outgoing'>, way: string): Promise<readonly Unsent[]> {
  return (await outgoing.stuck(way)).map(({ portalId, number, problems }) => ({
    portalId,
    number,
    problems: JSON.parse(problems ?? '[]') as Problem[],
  }))
}
