import { chunks } from '../../../bitrix24/crm/chunks.ts'
import { isDocument } from '../../../bitrix24/crm/entity.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { PortalSession } from '../session.ts'
import { passOverIdleClients } from './idle-clients.ts'
import type { Claims } from './match-cards.ts'
import { type CardEntity, inOrder, isCrm } from './open-card.ts'
import { lookAt } from './plan-cards.ts'
import { reviveClients } from './revive-clients.ts'
import { roomMade } from './room-made.ts'

/** Plans all cards of a run that are not planned yet; companies first, because contacts belong to them, and documents to both. */
export async function planRun(session: PortalSession, run: number, progress?: (cards: number) => void): Promise<void> {
  const { ledger, timer } = session
  const claims: Claims = new Map()
  let done = 0
  const planEntity = async (entity: CardEntity) => {
    for (;;) {
      const cards = await ledger.cards.inState(run, 'staged', entity, 0, chunk)
      if (cards.length === 0) break
      if (isCrm(entity) && isDocument(entity) && (await reviveClients(session, cards))) {
        for (const client of ['company', 'contact'] as const) await planEntity(client)
      }
      const plannedAt = timer.now()
      const look = await lookAt(session, cards, { claims, isLast: false })
      for (const some of chunks(look.cards, slice)) {
        const plans = some.map((each) => ({ number: each.card.number, plan: JSON.stringify(look.planOf(each)), plannedAt }))
        await ledger.cards.planned(run, plans)
        await roomMade()
      }
      done += cards.length
      progress?.(done)
    }
  }
  const entities = await entitiesOf(ledger, run)
  for (const entity of entities) await planEntity(entity)
  await passOverIdleClients(session, run, entities)
}

/** The entities that a run has cards of, in the order in which they are made; clients may still join (`revive-clients.ts`). */
export async function entitiesOf(ledger: Ledger, run: number): Promise<readonly CardEntity[]> {
  return inOrder(['company', 'contact', ...((await ledger.cards.entities(run)) as CardEntity[])])
}

// Five commands of 49 for each way of looking. A request could hold fifty, which would spare eight requests in a thousand cards; but
// what is in use while a request is under way is kept by V8 for much longer, and a long plan would take 100 MB more.
const chunk = 245
// So many plans stand in memory.
const slice = 98
