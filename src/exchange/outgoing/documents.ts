import { requisiteLinksOf } from '../../bitrix24/crm/requisite-ids.ts'
import type { OutDocument } from '../../records/out-document.ts'
import { PortalStopped } from '../portal/session.ts'
import { clientsOf } from './clients.ts'
import { knownProducts } from './known-products.ts'
import type { OpenWay } from './open-way.ts'
import { outDocument } from './out-document.ts'
import type { Regarded } from './regard.ts'

/** The documents that cards become, in their order; all that they need besides is read together. Throws `PortalStopped`. */
export async function documentsOf(
  { session, way, entity, directories, requisites }: OpenWay,
  regarded: readonly Regarded[],
): Promise<readonly OutDocument[]> {
  if (regarded.length === 0) return []
  const { client } = session
  const cards = regarded.map(({ card }) => card)
  const clients = await clientsOf(session, cards)
  const linked = await requisiteLinksOf(client, entity, [...clients.keys()])
  if (linked.kind === 'failed') throw new PortalStopped(linked.outcome)
  const products = await knownProducts(
    client,
    cards.flatMap(({ rows }) => (rows ?? []).map(({ productId }) => productId)),
  )
  return regarded.map(({ card, told, number }) =>
    outDocument(card, {
      way,
      directories,
      requisites,
      told: told?.draft ?? null,
      number,
      client: clients.get(card.id) ?? null,
      requisiteId: linked.links.get(card.id)?.requisiteId ?? 0,
      products,
    }),
  )
}
