import type { ClientEntity } from '../../../bitrix24/crm/entity.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { Link } from '../../../ledger/links.ts'
import { readHeld } from '../read-held.ts'
import type { PortalSession } from '../session.ts'
import { companyIdsOf } from './company-ids.ts'
import type { Look } from './look.ts'
import { type Claims, type Match, matchCards } from './match-cards.ts'
import { type OpenCard, type OpenClient, openCards } from './open-card.ts'
import { isAlias, planCard } from './plan-card.ts'
import { unfinishedOf } from './unfinished.ts'

/** Looks at the portal for cards of companies, or for cards of contacts. */
export async function lookAtClients(session: PortalSession, cards: readonly Card[], claims: Claims): Promise<Look> {
  const entity = cards[0]!.entity as ClientEntity
  const opened = openCards<OpenClient>(cards)
  const links = await linksOf(session, entity, opened)
  const withRequisites = opened.some(({ told }) => told.draft.requisites.length > 0)
  const linkedIds = [...links.values()].map(({ portalId }) => portalId)
  const linked = await readHeld(session, entity, linkedIds, withRequisites)
  const linkedTo = (key: string) => linked.get(links.get(key)?.portalId ?? 0)
  const loose = opened.filter(({ told }) => linkedTo(told.key) === undefined)
  const matches = await matchLoose(session, entity, loose, links, claims)
  const found = await readHeld(session, entity, foundIds(matches), withRequisites)
  const companies = await companyIdsOf(
    session,
    opened.map(({ told }) => told),
    cards[0]!.run,
  )
  const unfinished = await unfinishedOf(session, entity, matches)
  const directories = await session.directories()
  const matchOf = (key: string): Match => matches.get(key) ?? { kind: 'none' }
  const heldOf = ({ told: { key } }: Pick<OpenCard, 'told'>) => {
    const match = matchOf(key)
    return linkedTo(key) ?? (match.kind === 'one' ? found.get(match.id) : undefined) ?? null
  }
  return {
    cards: opened,
    heldOf,
    planOf(card: OpenClient) {
      const { key } = card.told
      const [link, isUnfinished] = [links.get(key) ?? null, unfinished.has(key)]
      return planCard(session, directories, card, { link, match: matchOf(key), held: heldOf(card), companies, isUnfinished })
    },
  }
}

// A card whose link is dead and may not be replaced is not looked for either.
async function matchLoose(
  session: PortalSession,
  entity: ClientEntity,
  loose: readonly OpenClient[],
  links: ReadonlyMap<string, Link>,
  claims: Claims,
): Promise<ReadonlyMap<string, Match>> {
  if (loose.length === 0) return new Map()
  const { isAdmin } = await session.directories()
  const replaceable = loose.filter(({ told, rules }) => !links.has(told.key) || (rules.vanished === 'create' && isAdmin))
  return replaceable.length === 0 ? new Map() : matchCards(session, entity, replaceable, claims)
}

function foundIds(matches: ReadonlyMap<string, Match>): readonly number[] {
  return [...matches.values()].flatMap((match) => (match.kind === 'one' ? [match.id] : []))
}

// A client of documents that goes by the card of another 1C id gets one of its own as soon as 1C tells of it by itself.
async function linksOf({ ledger }: PortalSession, entity: ClientEntity, cards: readonly OpenClient[]) {
  const links = await ledger.links.of(
    entity,
    cards.map(({ told }) => told.key),
  )
  const ofDocuments = new Set(cards.flatMap(({ told }) => (told.by === 'document' ? [told.key] : [])))
  return new Map([...links].filter(([key, link]) => ofDocuments.has(key) || !isAlias(link)))
}
