import { candidatesById } from '../../../bitrix24/crm/candidates.ts'
import { type CrmEntity, isDocument } from '../../../bitrix24/crm/entity.ts'
import type { Link } from '../../../ledger/links.ts'
import { type PortalSession, PortalStopped } from '../session.ts'
import type { DocumentRef } from '../told-document.ts'
import { cardTitle } from './card-title.ts'
import { fateOf } from './fate.ts'
import { type CardEntity, isCrm, type Told } from './open-card.ts'
import { restoredCards } from './restored-cards.ts'

/** Where a card stands that a document belongs to. */
export type RefState =
  /** `name`: where 1C named no more of it than its id, how its card is called; else ''. */
  | { readonly kind: 'there'; readonly entity: CrmEntity; readonly id: number; readonly name: string }
  /** This run is going to make it, or to link it to the card that it found. `name`: '' where it is not planned yet. */
  | { readonly kind: 'coming'; readonly key: string; readonly name: string; readonly id: number | null }
  /** It was linked to a card that is no longer on the portal, or 1C named it by the number of such a card (`key` null). */
  | { readonly kind: 'gone'; readonly entity: CrmEntity; readonly key: string | null; readonly id: number }
  /** 1C never told of it, or it was refused, passed over, waits itself. */
  | { readonly kind: 'missing' }

export interface RefCards {
  stateOf(ref: DocumentRef): RefState
}

/** Looks up the cards that documents belong to; one that this run itself has just seen there is not looked for once more. */
export async function refCardsOf(session: PortalSession, refs: readonly DocumentRef[], run: number): Promise<RefCards> {
  const found = new Map<string, Found | RefState>()
  for (const ref of refs) if (!found.has(nameOf(ref))) found.set(nameOf(ref), await lookUp(session, ref, run))
  const there = await existing(session, [...found.values()].filter(isDoubtful))
  const lost: LostRef[] = []
  for (const [name, state] of found) {
    if (!isDoubtful(state) || state.key === null || there.has(cardName(state))) continue
    // Its card may be made once more, or found anew, in this run.
    const fate = await fateOf(session.ledger, state.key, (entity) => entity === state.entity)
    if (fate.kind === 'coming') found.set(name, { kind: 'coming', key: state.key, name: fate.title, id: fate.id })
    else lost.push({ ...state, key: state.key, of: name })
  }
  const restoredAs = await restoredCards(session, lost)
  for (const each of lost) {
    const id = restoredAs(each)
    if (id !== null) found.set(each.of, { kind: 'there', entity: each.entity, id, name: each.name })
  }
  return {
    stateOf(ref) {
      const state = found.get(nameOf(ref)) ?? { kind: 'missing' }
      if (state.kind !== 'linked') return state
      const { entity, id, key, name, isSure } = state
      if (isSure || there.has(cardName(state))) return { kind: 'there', entity, id, name }
      return { kind: 'gone', entity, key, id }
    },
  }
}

/** A card that the ledger knows. `key` null: 1C named it by the number that the portal gave. */
interface Found {
  readonly kind: 'linked'
  readonly entity: CrmEntity
  readonly id: number
  readonly key: string | null
  readonly name: string
  readonly isSure: boolean
}

/** A card whose link leads nowhere; `of`: the name of who refers to it. */
interface LostRef extends Found {
  readonly key: string
  readonly of: string
}

async function lookUp({ ledger }: PortalSession, ref: DocumentRef, run: number): Promise<Found | RefState> {
  for (const key of ref.keys) {
    const link = (await ledger.links.byKey(key)).find(({ entity }) => mayBe(ref, entity as CardEntity))
    if (link === undefined) continue
    const name = ref.keys.includes(ref.name) ? titleOf(link) : ''
    return { kind: 'linked', entity: link.entity as CrmEntity, id: link.portalId, key, name, isSure: link.run === run }
  }
  const { portalId = 0 } = ref
  if (portalId !== 0) return { kind: 'linked', entity: entityOf(ref), id: portalId, key: null, name: '', isSure: false }
  for (const key of ref.keys) {
    const fate = await fateOf(ledger, key, (entity) => mayBe(ref, entity as CardEntity))
    if (fate.kind === 'there')
      return { kind: 'linked', entity: fate.entity as CrmEntity, id: fate.id, key, name: '', isSure: false }
    if (fate.kind === 'coming') return { kind: 'coming', key, name: fate.title, id: fate.id }
  }
  return { kind: 'missing' }
}

function titleOf({ told }: Link): string {
  return told === '' ? '' : cardTitle(JSON.parse(told) as Told)
}

/** Where it is not sure what a card will be, its link decides. */
export function mayBe({ role, entity }: DocumentRef, given: CardEntity): given is CrmEntity {
  if (entity !== '') return given === entity
  return isCrm(given) && (role === 'parent') === isDocument(given)
}

// The portal numbers the orders that it gives to 1C by their deals.
function entityOf({ entity }: DocumentRef): CrmEntity {
  return entity === '' ? 'deal' : (entity as CrmEntity)
}

async function existing({ client }: PortalSession, cards: readonly Found[]): Promise<ReadonlySet<string>> {
  const names = new Set<string>()
  for (const [entity, some] of Map.groupBy(cards, (card) => card.entity)) {
    const answer = await candidatesById(
      client,
      entity,
      some.map(({ id }) => id),
    )
    if (answer.kind === 'failed') throw new PortalStopped(answer.outcome)
    for (const id of answer.candidates.keys()) names.add(cardName({ entity, id }))
  }
  return names
}

function isDoubtful(state: Found | RefState): state is Found {
  return state.kind === 'linked' && !state.isSure
}

function cardName({ entity, id }: Pick<Found, 'entity' | 'id'>): string {
  return `${entity} ${id}`
}

function nameOf({ role, entity, keys, portalId }: DocumentRef): string {
  return JSON.stringify([role, entity, keys, portalId])
}
