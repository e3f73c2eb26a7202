import type { DocumentEntity } from '../../../bitrix24/crm/entity.ts'
import { fieldNamed, findField } from '../../../bitrix24/crm/find-field.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { Link } from '../../../ledger/links.ts'
import { agreedSince, sentWords, withoutEcho } from '../../outgoing/echo.ts'
import { notedProcess } from '../process-names.ts'
import { readHeld } from '../read-held.ts'
import type { PortalSession } from '../session.ts'
import type { ToldDocument } from '../told-document.ts'
import type { CardPlan } from './card-plan.ts'
import { heldOfLinks } from './held-of-links.ts'
import type { Look } from './look.ts'
import type { Match } from './match-cards.ts'
import { matchDocuments } from './match-documents.ts'
import { type OpenDocument, openCards } from './open-card.ts'
import type { PlanMoment } from './plan-cards.ts'
import { planDocument } from './plan-document.ts'
import { productsOf } from './products-of.ts'
import { refCardsOf } from './ref-cards.ts'
import { requisiteBook } from './requisite-link.ts'
import { unfinishedOf } from './unfinished.ts'
import { type DocumentGround, type ResolvedDocument, wantedDocument } from './wanted-document.ts'

/** Looks at the portal for cards of deals, of invoices or of one smart process. */
export async function lookAtDocuments(
  session: PortalSession,
  cards: readonly Card[],
  { claims, isLast, trusted = new Set() }: PlanMoment,
): Promise<Look> {
  const entity = cards[0]!.entity as DocumentEntity
  const opened = openCards<OpenDocument>(cards)
  const directories = await session.directories()
  const links = await session.ledger.links.of(
    entity,
    opened.map(({ told }) => told.key),
  )
  const bases = new Map([...links].flatMap(([key, { told }]) => (told === '' ? [] : [[key, JSON.parse(told) as ToldDocument]])))
  const linked = await heldOfLinks(session, entity, opened, links, bases)
  const linkedTo = (key: string) => linked.get(links.get(key)?.portalId ?? 0)
  const loose = opened.filter((each) => linkedTo(each.told.key) === undefined && isLookedFor(each, links, directories.isAdmin))
  const matches = new Map<string, Match>()
  for (const { card, told } of loose) if (trusted.has(card.number)) matches.set(told.key, matchIn(card))
  const sought = loose.filter(({ told }) => !matches.has(told.key))
  if (sought.length > 0) for (const [key, match] of await matchDocuments(session, entity, sought, claims)) matches.set(key, match)
  const foundIds = [...matches.values()].flatMap((match) => (match.kind === 'one' ? [match.id] : []))
  const found = await readHeld(session, entity, foundIds, true)
  for (const each of loose) if (isAnothers(each, matches.get(each.told.key), found)) matches.set(each.told.key, { kind: 'none' })

  const ground: DocumentGround = {
    directories,
    names: await notedProcess(session.ledger, entity, directories, cards[0]!.message),
    refs: await refCardsOf(session, refsOf(opened, bases), cards[0]!.run),
    ...(await productsOf(session, opened)),
  }
  const heldOf = ({ told: { key } }: OpenDocument): HeldCard | null => {
    const match = matches.get(key)
    return linkedTo(key) ?? (match?.kind === 'one' ? found.get(match.id) : undefined) ?? null
  }
  const sent = await sentWords(
    session,
    entity,
    opened.flatMap((each) => heldOf(each)?.id ?? []),
  )
  const wanted = new Map(
    opened.map((each) => {
      const { key } = each.told
      const base = linkedTo(key) === undefined ? null : (bases.get(key) ?? null)
      const { now, before } = wantedOf(session, each, base, heldOf(each), ground)
      const telling = {
        wanted: now.wanted,
        number: each.told.draft.number,
        generated: each.card.generated,
        link: links.get(key) ?? null,
        base: before?.wanted ?? null,
      }
      const words = sent.get(heldOf(each)?.id ?? 0) ?? []
      const said = withoutEcho(telling, words)
      return [key, { base, before, agreed: agreedSince(telling, words), now: { ...now, wanted: said } }]
    }),
  )
  const unfinished = await unfinishedOf(session, entity, matches)
  const isConfirmed = (key: string) => (links.get(key)?.hash ?? '') !== ''
  const requisites = await requisitesOf(session, entity, opened, wanted, { heldOf, isConfirmed })
  return {
    cards: opened,
    heldOf,
    planOf(each: OpenDocument) {
      const { key } = each.told
      const known = {
        link: links.get(key) ?? null,
        match: matches.get(key) ?? ({ kind: 'none' } as const),
        held: heldOf(each),
        isUnfinished: unfinished.has(key),
        isConfirmed: isConfirmed(key),
      }
      return planDocument(session, each, { ...known, ...wanted.get(key)!, ground, requisites, isLast })
    },
  }

  // Numbers that a manager or another program wrote into a deal say whose it is, whoever called from the same phone.
  function isAnothers({ told, rules }: OpenDocument, match: Match | undefined, cards: ReadonlyMap<number, HeldCard>): boolean {
    if (match?.kind !== 'one' || (match.way !== 'phone' && match.way !== 'title') || rules.numberField === '') return false
    const field = findField(directories, entity, rules.numberField)
    const number = field.kind === 'found' ? (cards.get(match.id)?.fields[field.field.name] ?? '') : ''
    return number !== '' && number !== told.draft.number
  }
}

interface Wanted {
  readonly now: ResolvedDocument
  readonly before: ResolvedDocument | null
}

// One marked for deletion is not looked for: a card that the exchange does not know is none of its business.
function isLookedFor({ told, rules }: OpenDocument, links: ReadonlyMap<string, Link>, isAdmin: boolean): boolean {
  if (told.deleted) return false
  return !links.has(told.key) || (rules.vanished === 'create' && isAdmin)
}

function matchIn({ plan }: Card): Match {
  const { portalId, foundBy } = JSON.parse(plan!) as CardPlan
  return portalId === null || foundBy === null ? { kind: 'none' } : { kind: 'one', id: portalId, way: foundBy }
}

function refsOf(documents: readonly OpenDocument[], bases: ReadonlyMap<string, ToldDocument>) {
  return documents.flatMap(({ told }) => [...told.refs, ...(bases.get(told.key)?.refs ?? [])])
}

function wantedOf(
  session: PortalSession,
  { told, rules }: OpenDocument,
  base: ToldDocument | null,
  held: HeldCard | null,
  ground: DocumentGround,
): Wanted {
  const pipeline = held?.fields['categoryId'] ?? ''
  return {
    now: wantedDocument(session, told, rules, pipeline, ground),
    before: base === null ? null : wantedDocument(session, base, { ...rules, missingValues: 'skip' }, pipeline, ground),
  }
}

async function requisitesOf(
  session: PortalSession,
  entity: DocumentEntity,
  documents: readonly OpenDocument[],
  wanted: ReadonlyMap<string, Wanted>,
  { heldOf, isConfirmed }: { heldOf(document: OpenDocument): HeldCard | null; isConfirmed(key: string): boolean },
) {
  const directories = await session.directories()
  if (fieldNamed(directories, entity, 'companyId') === null) return requisiteBook(session, entity, [], [])
  const rebound = documents.filter((each) => {
    const { now, before } = wanted.get(each.told.key)!
    if (each.told.deleted) return false
    if (heldOf(each) === null || before === null || !isConfirmed(each.told.key)) return true
    return bindings.some((name) => now.wanted.card.fields[name] !== before.wanted.card.fields[name])
  })
  const companyIds = rebound.flatMap((each) => {
    const { fields } = wanted.get(each.told.key)!.now.wanted.card
    // Whose requisites it shows so far is only asked to call them by their names.
    return bindings.flatMap((name) => [fields[name], heldOf(each)?.fields[name]].map((id) => Number(id || 0)))
  })
  const ids = rebound.flatMap((each) => heldOf(each)?.id ?? [])
  return requisiteBook(session, entity, companyIds, ids)
}

const bindings = ['companyId', 'mycompanyId'] as const
