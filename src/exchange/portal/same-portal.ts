import { candidatesById } from '../../bitrix24/crm/candidates.ts'
import type { CrmEntity } from '../../bitrix24/crm/entity.ts'
import { problem } from '../../problems/problem.ts'
import { OtherPortal, type PortalSession, PortalStopped } from './session.ts'

/**
 * Links hold for one portal: with the webhook of another one, the same numbers would be the cards of other people. A portal that
 * only goes by a new name is told by its cards, which carry the marks of this exchange. Throws `OtherPortal`.
 */
export async function checkSamePortal({ client, ledger, settings }: PortalSession): Promise<void> {
  const known = await ledger.links.portal()
  if (known === client.address) return
  const links = await ledger.links.newest(sample)
  if (known !== null && links.length > 0) {
    let isMarked = false
    for (const [entity, some] of Map.groupBy(links, (link) => link.entity as CrmEntity)) {
      const keys = new Map(some.map(({ portalId, key }) => [portalId, key]))
      const there = await candidatesById(client, entity, [...keys.keys()])
      if (there.kind === 'failed') throw new PortalStopped(there.outcome)
      for (const { id, originatorId, originId } of there.candidates.values())
        isMarked ||= originatorId === settings.portal.originator && originId === keys.get(id)
    }
    if (!isMarked) throw new OtherPortal(problem('plan.other-portal', { known, address: client.address }))
  }
  await ledger.links.setPortal(client.address)
}

// One page of each kind of card: a few cards with our mark are proof enough.
const sample = 49
