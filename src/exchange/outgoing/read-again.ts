import { ask, rowsOfPages } from '../../bitrix24/crm/ask.ts'
import { chunks } from '../../bitrix24/crm/chunks.ts'
import { entityTypeId } from '../../bitrix24/crm/entity.ts'
import type { ChangedCard } from '../../bitrix24/crm/read-changed.ts'
import { idOf, textOf } from '../../bitrix24/crm/rest-value.ts'
import { readHeld } from '../portal/read-held.ts'
import { PortalStopped } from '../portal/session.ts'
import type { OpenWay } from './open-way.ts'

/** Cards by their ids, as `readChanged` gives them; those that are gone or hidden are absent. Throws `PortalStopped`. */
export async function readAgain({ session, entity }: OpenWay, ids: readonly number[]): Promise<readonly ChangedCard[]> {
  const held = await readHeld(session, entity, ids, true)
  if (held.size === 0) return []
  const answer = await ask(
    session.client,
    chunks([...held.keys()], 50).map((part) => ({
      method: 'crm.item.list',
      params: {
        entityTypeId: entityTypeId(entity),
        filter: { '@id': part },
        select: ['id', 'createdTime', 'updatedBy'],
        start: -1,
      },
      paging: 'none' as const,
    })),
  )
  if (answer.kind === 'failed') throw new PortalStopped(answer.outcome)
  const facts = new Map(answer.pages.flatMap(rowsOfPages).map((row) => [idOf(row['id']), row]))
  return [...held.values()].map((card) => {
    const row = facts.get(card.id) ?? {}
    return { ...card, updatedBy: idOf(row['updatedBy']), createdTime: textOf(row['createdTime']) || card.updatedTime }
  })
}
