import type { ClientEntity } from '../../../bitrix24/crm/entity.ts'
import type { Card, NewCard } from '../../../ledger/cards.ts'
import type { PortalSession } from '../session.ts'
import type { CardRules, ToldCard } from '../told-card.ts'
import { type OpenDocument, openCards } from './open-card.ts'
import { refCardsOf } from './ref-cards.ts'

/**
 * Puts clients of documents into the run whose card is no longer on the portal, as 1C told them last: duplicates are merged there, and
 * the ids that are remembered go stale (systems.md E9). They are found anew or made once more, and the documents go to the right card.
 * Tells whether there were any.
 */
export async function reviveClients(session: PortalSession, documents: readonly Card[]): Promise<boolean> {
  const { ledger } = session
  const run = documents[0]!.run
  const fresh = new Map<string, NewCard>()
  const opened = openCards<OpenDocument>(documents).filter(({ told, rules }) => !told.deleted && rules.vanished === 'create')
  const refs = opened.flatMap(({ told, rules }) => told.refs.map((ref) => ({ ref, rules })))
  const cards = await refCardsOf(
    session,
    refs.map(({ ref }) => ref),
    run,
  )
  for (const { ref, rules } of refs) {
    const state = cards.stateOf(ref)
    if (ref.role === 'parent' || state.kind !== 'gone' || state.key === null) continue
    const { key } = state
    const entity = state.entity as ClientEntity
    const link = (await ledger.links.of(entity, [key])).get(key)
    if (link === undefined || link.told === '') continue
    const { hash, generated, message } = link
    const told: ToldCard = JSON.parse(link.told)
    const own = JSON.stringify(rulesOf(entity, rules))
    fresh.set(`${entity} ${key}`, {
      entity,
      key,
      told: JSON.stringify(told),
      hash,
      rules: own,
      generated,
      message,
    })
  }
  if (fresh.size === 0) return false
  const staged = await ledger.cards.stage(run, [...fresh.values()])
  return staged.some(({ state }) => state === 'staged')
}

// What people have made of the card that is found stays: nothing new was told of this client.
function rulesOf(entity: ClientEntity, { exchange, blanks, missingValues, vanished }: OpenDocument['rules']): CardRules {
  const match =
    entity === 'company' ? (['origin', 'id-field', 'inn'] as const) : (['origin', 'id-field', 'inn', 'phone', 'email'] as const)
  return { exchange, match, innFields: [], mode: 'create+update', conflict: 'crm', blanks, missingValues, vanished }
}
