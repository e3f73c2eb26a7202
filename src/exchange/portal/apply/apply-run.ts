import type { Claims } from '../plan/match-cards.ts'
import { planCards } from '../plan/plan-cards.ts'
import { entitiesOf } from '../plan/plan-run.ts'
import { plansOf } from '../plan/summarise.ts'
import type { PortalSession } from '../session.ts'
import { applyChunk } from './apply-chunk.ts'
import { confirmCard } from './finish-card.ts'
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
  const claims = await claimsOf(session, mark.run)
  let done = 0
  for (const entity of await entitiesOf(ledger, mark.run)) {
    for (;;) {
      const cards = await ledger.cards.inState(mark.run, 'planned', entity, 0, entity === 'file' ? files : chunk)
      if (cards.length === 0) break
      await applyChunk(session, cards, {
        mark,
        plan: (some, trusted) => planCards(session, some, { claims, isLast: true, trusted }),
        freshSince: Math.max(since, timer.now() - maxAge),
        tried,
        confirm: (work) => confirmCard(ledger, work, mark),
      })
      done += cards.length
      progress?.(done)
    }
  }
}

// What some cards were found to be is not free for others, which are looked at once more.
async function claimsOf(session: PortalSession, run: number): Promise<Claims> {
  const claims: Claims = new Map()
  for await (const plans of plansOf(session.ledger, run)) {
    for (const { entity, key, portalId, foundBy } of plans)
      if (portalId !== null && foundBy !== null) claims.set(`${entity}:${portalId}`, key)
  }
  return claims
}

const chunk = 200
// Each is a request of its own, and long; what was cut short is little.
const files = 20
// People go on working while a long plan is carried out: after that time the cards are looked at once more.
const maxAge = 10 * 60_000
