import type { CrmEntity } from '../../bitrix24/crm/entity.ts'
import type { HeldCard } from '../../bitrix24/crm/held-card.ts'
import { readCards } from '../../bitrix24/crm/read-cards.ts'
import { type PortalSession, PortalStopped } from './session.ts'

/**
 * Cards of the portal as they are now, by id; one that is gone or hidden is absent. `withParts`: requisites of clients, rows of
 * documents too. Throws `PortalStopped`.
 */
export async function readHeld(
  session: PortalSession,
  entity: CrmEntity,
  ids: readonly number[],
  withParts: boolean,
): Promise<ReadonlyMap<number, HeldCard>> {
  if (ids.length === 0) return new Map()
  const result = await readCards(session.client, entity, ids, await session.directories(), withParts)
  if (result.kind === 'failed') throw new PortalStopped(result.outcome)
  return result.cards
}
