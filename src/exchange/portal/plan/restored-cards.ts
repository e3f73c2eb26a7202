import { isFailed } from '../../../bitrix24/crm/ask.ts'
import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import { findByOrigin } from '../../../bitrix24/crm/find-by-origin.ts'
import { type PortalSession, PortalStopped } from '../session.ts'

/** A card that is no longer where its link leads, with the key of the link. */
interface LostCard {
  readonly entity: CrmEntity
  readonly key: string
}

/**
 * Numbers of cards that are gone under the one that is known and stand there under another: whoever restores a card from the recycle bin
 * gets a new one with the mark of the old (`Bitrix\Crm\Recycling`). The links follow them; of two with one mark none is taken.
 */
export async function restoredCards(
  { client, ledger, settings }: PortalSession,
  lost: readonly LostCard[],
): Promise<(card: LostCard) => number | null> {
  const ids = new Map<string, number>()
  for (const [entity, some] of Map.groupBy(lost, (card) => card.entity)) {
    const probes = some.map(({ key }) => ({ key, originId: key }))
    const found = await findByOrigin(client, entity, probes, settings.portal.originator)
    if (isFailed(found)) throw new PortalStopped(found.outcome)
    const links = await ledger.links.of(
      entity,
      some.map(({ key }) => key),
    )
    for (const [key, [card, second]] of found) {
      const link = links.get(key)
      if (card === undefined || second !== undefined || link === undefined) continue
      ids.set(`${entity} ${key}`, card.id)
      await ledger.links.put([{ ...link, portalId: card.id }])
    }
  }
  return ({ entity, key }) => ids.get(`${entity} ${key}`) ?? null
}
