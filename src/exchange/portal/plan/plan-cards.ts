import type { Change } from '../../../bitrix24/crm/change.ts'
import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { Link } from '../../../ledger/links.ts'
import { readHeld } from '../read-held.ts'
import type { PortalSession } from '../session.ts'
import type { CardRules, ToldCard } from '../told-card.ts'
import type { CardPlan } from './card-plan.ts'
import { companyIdsOf } from './company-ids.ts'
import { type Claims, type Match, matchCards } from './match-cards.ts'
import { planCard } from './plan-card.ts'

/** A card with what it holds unpacked. */
export interface OpenCard {
  readonly card: Card
  readonly told: ToldCard
  readonly rules: CardRules
}

export interface PlannedCards {
  /** By the number of the card. */
  readonly plans: ReadonlyMap<number, CardPlan>
  /** What the portal holds for it now, where it has one. */
  readonly held: ReadonlyMap<number, HeldCard>
}

/** What a look at the portal has told of some cards. */
export interface Look {
  readonly cards: readonly OpenCard[]
  planOf(card: OpenCard): CardPlan
  /** What the portal holds for it now, where it has one. */
  heldOf(card: OpenCard): HeldCard | null
}

/**
 * Looks at the portal for cards of one kind, some hundreds at a time, and says what is to be done with each. Planning again
 * is always safe, and is what happens after any fault: what is there already is found and is not done twice.
 */
export async function planCards(session: PortalSession, cards: readonly Card[], claims: Claims): Promise<PlannedCards> {
  const look = await lookAt(session, cards, claims)
  const plans = new Map<number, CardPlan>()
  const held = new Map<number, HeldCard>()
  for (const each of look.cards) {
    plans.set(each.card.number, look.planOf(each))
    const there = look.heldOf(each)
    if (there !== null) held.set(each.card.number, there)
  }
  return { plans, held }
}

/** The same in two steps: the plans of many cards at once would take more memory than all that was read for them. */
export async function lookAt(session: PortalSession, cards: readonly Card[], claims: Claims): Promise<Look> {
  const entity = cards[0]!.entity as CrmEntity
  const opened = openCards(cards)
  const links = await session.ledger.links.of(
    entity,
    opened.map(({ told }) => told.key),
  )
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
  const heldOf = ({ told: { key } }: OpenCard) => {
    const match = matchOf(key)
    return linkedTo(key) ?? (match.kind === 'one' ? found.get(match.id) : undefined) ?? null
  }
  return {
    cards: opened,
    heldOf,
    planOf(card) {
      const { key } = card.told
      const [link, isUnfinished] = [links.get(key) ?? null, unfinished.has(key)]
      return planCard(session, directories, card, { link, match: matchOf(key), held: heldOf(card), companies, isUnfinished })
    },
  }
}

export function openCard(card: Card): OpenCard {
  return { card, told: JSON.parse(card.told), rules: JSON.parse(card.rules) }
}

// The cards of a file have the same few rules.
function openCards(cards: readonly Card[]): readonly OpenCard[] {
  const known = new Map<string, CardRules>()
  return cards.map((card) => {
    const rules = known.get(card.rules) ?? (JSON.parse(card.rules) as CardRules)
    known.set(card.rules, rules)
    return { card, told: JSON.parse(card.told), rules }
  })
}

// A card whose link is dead and may not be replaced is not looked for either.
async function matchLoose(
  session: PortalSession,
  entity: CrmEntity,
  loose: readonly OpenCard[],
  links: ReadonlyMap<string, Link>,
  claims: Claims,
): Promise<ReadonlyMap<string, Match>> {
  if (loose.length === 0) return new Map()
  const { isAdmin } = await session.directories()
  const replaceable = loose.filter(({ told, rules }) => !links.has(told.key) || (rules.vanished === 'create' && isAdmin))
  return replaceable.length === 0 ? new Map() : matchCards(session, entity, replaceable, claims)
}

// A card found by the mark of the exchange that the journal says was being made: the answer was lost, or the process killed.
async function unfinishedOf(
  { ledger }: PortalSession,
  entity: CrmEntity,
  matches: ReadonlyMap<string, Match>,
): Promise<ReadonlySet<string>> {
  const unfinished = new Set<string>()
  for (const [key, match] of matches) {
    if (match.kind !== 'one' || match.way !== 'origin') continue
    const operations = (await ledger.operations.byKey(key, 50)).filter((each) => each.entity === entity)
    const mayHaveRun = operations.filter(({ state }) => state !== 'refused' && state !== 'undone')
    if (mayHaveRun.some(({ change }) => (JSON.parse(change) as Change).kind === 'create')) unfinished.add(key)
  }
  return unfinished
}

function foundIds(matches: ReadonlyMap<string, Match>): readonly number[] {
  return [...matches.values()].flatMap((match) => (match.kind === 'one' ? [match.id] : []))
}
