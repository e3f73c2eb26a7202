import { chunks } from '../../../bitrix24/crm/chunks.ts'
import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import type { PortalSession } from '../session.ts'
import type { Claims } from './match-cards.ts'
import { lookAt } from './plan-cards.ts'
import { roomMade } from './room-made.ts'

/** Plans all cards of a run that are not planned yet; companies first, because contacts belong to them. */
export async function planRun(session: PortalSession, run: number, progress?: (cards: number) => void): Promise<void> {
  const { ledger, timer } = session
  const claims: Claims = new Map()
  let done = 0
  for (const entity of entities) {
    for (;;) {
      const cards = await ledger.cards.inState(run, 'staged', entity, 0, chunk)
      if (cards.length === 0) break
      const plannedAt = timer.now()
      const look = await lookAt(session, cards, claims)
      for (const some of chunks(look.cards, slice)) {
        const plans = some.map((each) => ({ number: each.card.number, plan: JSON.stringify(look.planOf(each)), plannedAt }))
        await ledger.cards.planned(run, plans)
        await roomMade()
      }
      done += cards.length
      progress?.(done)
    }
  }
}

export const entities: readonly CrmEntity[] = ['company', 'contact']

// Five commands of 49 for each way of looking. A request could hold fifty, which would spare eight requests in a thousand cards; but
// what is in use while a request is under way is kept by V8 for much longer, and a long plan would take 100 MB more.
const chunk = 245
// So many plans stand in memory.
const slice = 98
