import type { Claims } from '../plan/match-cards.ts'
import { planCards } from '../plan/plan-cards.ts'
import { entities } from '../plan/plan-run.ts'
import type { PortalSession } from '../session.ts'
import { applyChunk } from './apply-chunk.ts'
import { confirmedLink } from './finish-card.ts'
import type { RunMark } from './send-wave.ts'

export interface ApplyOptions {
  readonly mark: RunMark
  /** Plans from before this moment are made again (milliseconds since 1970): a run that goes on after a fault trusts none. */
  readonly since: number
  readonly progress?: ((cards: number) => void) | undefined
}

/**
 * Carries out the plan of a run, some hundreds of cards at a time, each through all its waves: so no method is called for long
 * (`bitrix24-rest.md §14.3`), and a run that is cut short has finished as much as it could.
 */
export async function applyRun(session: PortalSession, { mark, since, progress }: ApplyOptions): Promise<void> {
  const { ledger, timer } = session
  const tried = new Set<string>()
  let done = 0
  for (const entity of entities) {
    for (;;) {
      const cards = await ledger.cards.inState(mark.run, 'planned', entity, 0, chunk)
      if (cards.length === 0) break
      const claims: Claims = new Map()
      await applyChunk(session, cards, {
        mark,
        plan: (some) => planCards(session, some, claims),
        freshSince: Math.max(since, timer.now() - maxAge),
        tried,
        confirm: (work) => ledger.links.put(confirmedLink(work, mark)),
      })
      done += cards.length
      progress?.(done)
    }
  }
}

const chunk = 200
// People go on working while a long plan is carried out: after that time the cards are looked at once more.
const maxAge = 10 * 60_000
