import type { ClientEntity } from '../../../bitrix24/crm/entity.ts'
import { type Candidate, findCards, type Probe } from '../../../bitrix24/crm/find-cards.ts'
import { fold } from '../../../bitrix24/crm/fold.ts'
import { type PortalSession, PortalStopped } from '../session.ts'
import type { CardRules, MatchWay, ToldCard } from '../told-card.ts'
import type { DocumentWay } from '../told-document.ts'
import { cardTitle } from './card-title.ts'
import { freeCandidates } from './owned.ts'
import { probeOf } from './probe.ts'

/** Which card of the portal a 1C id is: one, none, or more than a program may choose from. */
export type Match =
  | { readonly kind: 'one'; readonly id: number; readonly way: Way }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly candidates: readonly Candidate[]; readonly way: Way }
  /** Another 1C id of the same plan was found to be that card. */
  | { readonly kind: 'claimed'; readonly id: number; readonly by: string; readonly way: Way }
  /** The card of another 1C id, which a document names by what is the same of both: a phone, an ИНН (systems.md B11). */
  | { readonly kind: 'alias'; readonly id: number; readonly by: string; readonly way: Way }

type Way = MatchWay | DocumentWay

/** Cards of the portal that 1C ids of this plan were found to be: `entity:id` → key. */
export type Claims = Map<string, string>

/**
 * Looks for the cards of 1C ids that have no link, by the ways of their exchange. The mark of the exchange itself (`origin`)
 * always comes first: it tells what an answer that was lost had made (DESIGN.md §3.1).
 */
export async function matchCards(
  session: PortalSession,
  entity: ClientEntity,
  cards: readonly { readonly told: ToldCard; readonly rules: CardRules }[],
  claims: Claims,
): Promise<ReadonlyMap<string, Match>> {
  const matches = new Map<string, Match>()
  for (const group of groupsByRules(cards)) {
    const { rules } = group[0]!
    const ofDocument = new Map(group.flatMap(({ told }) => (told.by === 'document' ? [[told.key, told]] : [])))
    let open = group.map(({ told }) => probeOf(told))
    for (const way of waysOf(rules)) {
      if (open.length === 0) break
      const { all, free } = await candidatesOf(session, entity, way, open, rules)
      for (const { key } of open) {
        const told = ofDocument.get(key)
        const match = matchOf(key, free.get(key) ?? [], way, `${entity}:`, claims)
        const found = match ?? (told === undefined ? null : await aliasOf(session, told, all.get(key) ?? [], way))
        if (found !== null) matches.set(key, found)
      }
      open = open.filter(({ key }) => !matches.has(key))
    }
  }
  for (const { told } of cards) if (!matches.has(told.key)) matches.set(told.key, { kind: 'none' })
  return matches
}

function waysOf({ match }: CardRules): readonly MatchWay[] {
  return ['origin', ...match.filter((way) => way !== 'origin')]
}

async function candidatesOf(
  session: PortalSession,
  entity: ClientEntity,
  way: MatchWay,
  probes: readonly Probe[],
  rules: CardRules,
): Promise<{ readonly all: Found; readonly free: Found }> {
  const { client, ledger, settings } = session
  const { originator } = settings.portal
  const idField = settings.bitrix24.idFields[entity]
  if (way === 'id-field' && idField === '') return { all: new Map(), free: new Map() }
  if (way === 'inn-in-text' && rules.innFields.length === 0) return { all: new Map(), free: new Map() }
  const directories = await session.directories()
  const found = await findCards(client, entity, way, probes, { originator, idField, innFields: rules.innFields, directories })
  if (found.kind === 'failed') throw new PortalStopped(found.outcome)
  return { all: found.candidates, free: await freeCandidates(found.candidates, { ledger, entity, originator }) }
}

type Found = ReadonlyMap<string, readonly Candidate[]>

function matchOf(key: string, candidates: readonly Candidate[], way: MatchWay, prefix: string, claims: Claims): Match | null {
  const [first, second] = candidates
  if (first === undefined) return null
  if (second !== undefined) return { kind: 'several', candidates, way }
  const by = claims.get(prefix + first.id)
  if (by !== undefined && by !== key) return { kind: 'claimed', id: first.id, by, way }
  claims.set(prefix + first.id, key)
  return { kind: 'one', id: first.id, way }
}

/**
 * The client whom a document names may be known under another 1C id: a phone or an ИНН names the same one (systems.md B11). Of a family
 * that shares a phone it is the one of that name.
 */
async function aliasOf(
  { ledger }: PortalSession,
  told: ToldCard,
  owned: readonly Candidate[],
  way: MatchWay,
): Promise<Match | null> {
  if (owned.length === 0 || (way !== 'phone' && way !== 'inn')) return null
  const named = owned.filter(({ title }) => fold(title) === fold(cardTitle(told)))
  const [only, another] = owned.length === 1 ? owned : named
  if (only === undefined || another !== undefined) return { kind: 'several', candidates: owned, way }
  const owner = (await ledger.links.owners(told.entity, [only.id])).get(only.id)
  return { kind: 'alias', id: only.id, by: owner ?? only.originId, way }
}

function groupsByRules<C extends { readonly rules: CardRules }>(cards: readonly C[]): readonly (readonly C[])[] {
  return [...Map.groupBy(cards, ({ rules }) => JSON.stringify([rules.match, rules.innFields])).values()]
}
