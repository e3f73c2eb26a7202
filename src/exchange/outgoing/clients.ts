import type { ClientEntity } from '../../bitrix24/crm/entity.ts'
import type { HeldCard } from '../../bitrix24/crm/held-card.ts'
import { readHeld } from '../portal/read-held.ts'
import type { PortalSession } from '../portal/session.ts'
import type { ToldCard } from '../portal/told-card.ts'
import type { Client } from './out-party.ts'

/** The clients of some documents, by the number of the document; one without a client is absent. Throws `PortalStopped`. */
export async function clientsOf(session: PortalSession, documents: readonly HeldCard[]): Promise<ReadonlyMap<number, Client>> {
  const wanted = documents.map((card) => ({ id: card.id, ...clientOf(card) }))
  const found = new Map<string, Client>()
  for (const entity of ['company', 'contact'] as const) {
    const ids = [...new Set(wanted.flatMap((each) => (each.entity === entity ? [each.clientId] : [])))]
    const held = await readHeld(session, entity, ids, true)
    for (const [id, client] of await withTold(session, entity, held)) found.set(`${entity} ${id}`, client)
  }
  return new Map(
    wanted.flatMap(({ id, entity, clientId }) => {
      const client = found.get(`${entity} ${clientId}`)
      return client === undefined ? [] : [[id, client] as const]
    }),
  )
}

/** The company, else the main contact. */
function clientOf({ fields, contactIds }: HeldCard): { readonly entity: ClientEntity; readonly clientId: number } {
  const companyId = Number(fields['companyId'] ?? '')
  if (companyId > 0) return { entity: 'company', clientId: companyId }
  return { entity: 'contact', clientId: contactIds?.[0] ?? 0 }
}

async function withTold(
  { ledger }: PortalSession,
  entity: ClientEntity,
  held: ReadonlyMap<number, HeldCard>,
): Promise<ReadonlyMap<number, Client>> {
  const keys = await ledger.links.owners(entity, [...held.keys()])
  const links = await ledger.links.of(entity, [...keys.values()])
  return new Map(
    [...held].map(([id, card]) => {
      const key = keys.get(id) ?? ''
      const told = links.get(key)?.told ?? ''
      return [id, { card, key, told: told === '' ? null : (JSON.parse(told) as ToldCard).draft }] as const
    }),
  )
}
