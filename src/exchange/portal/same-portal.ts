import { candidatesById } from '../../bitrix24/crm/candidates.ts'
import type { CrmEntity } from '../../bitrix24/crm/entity.ts'
import type { Link } from '../../ledger/links.ts'
import { problem } from '../../problems/problem.ts'
import { type CardEntity, cardKind } from './plan/open-card.ts'
import { OtherPortal, type PortalSession, PortalStopped } from './session.ts'

/**
 * Links hold for one portal: with the webhook of another one, the same numbers would be the cards of other people. A portal that
 * only goes by a new name is told by its cards, which carry the marks of this exchange. Throws `OtherPortal`.
 */
export async function checkSamePortal({ client, ledger, settings }: PortalSession): Promise<void> {
  const known = await ledger.links.portal()
  if (known === client.address) return
  const links = (await ledger.links.newest(sample)).filter(isTelling)
  if (known !== null && links.length > 0) {
    let isMarked = false
    for (const [entity, some] of Map.groupBy(links, (link) => link.entity as CrmEntity)) {
      const keys = Map.groupBy(some, ({ portalId }) => portalId)
      const there = await candidatesById(client, entity, [...keys.keys()])
      if (there.kind === 'failed') throw new PortalStopped(there.outcome)
      for (const { id, originatorId, originId } of there.candidates.values())
        isMarked ||= originatorId === settings.portal.originator && keys.get(id)!.some(({ key }) => key === originId)
    }
    if (!isMarked) throw new OtherPortal(problem('plan.other-portal', { known, address: client.address }))
  }
  await ledger.links.setPortal(client.address)
}

// A file is no card, and a smart process that is gone could not even be asked.
function isTelling({ entity }: Link): boolean {
  const kind = cardKind(entity as CardEntity)
  return kind !== 'file' && kind !== 'process'
}

// One page of each kind of card: a few cards with our mark are proof enough.
const sample = 49
