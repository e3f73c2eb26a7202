import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import { cardUrl } from '../../../bitrix24/crm/links-of.ts'
import type { Directories } from '../../../bitrix24/crm/load-directories.ts'
import type { Link } from '../../../ledger/links.ts'
import { entryOf } from '../../../problems/describe.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import { createChanges } from '../diff/create-changes.ts'
import { diffCard } from '../diff/diff-card.ts'
import type { PortalSession } from '../session.ts'
import type { ToldCard } from '../told-card.ts'
import type { CardPlan } from './card-plan.ts'
import { cardTitle } from './card-title.ts'
import type { CompanyIds } from './company-ids.ts'
import { comparison } from './comparison.ts'
import type { Match } from './match-cards.ts'
import { namedFields } from './named-fields.ts'
import type { OpenClient } from './open-card.ts'
import { markField, wantedOf } from './wanted.ts'

/** What is known of a card when it is planned. */
export interface Situation {
  readonly link: Link | null
  readonly match: Match
  /** The card of the portal, by its link or as it was found. */
  readonly held: HeldCard | null
  readonly companies: CompanyIds
  /** This exchange was making the card found, and does not know yet how far it came. */
  readonly isUnfinished: boolean
}

/** What is to be done with one card. A doubt never guesses: it goes to a person (DESIGN.md §3.6). */
export function planCard(
  session: PortalSession,
  directories: Directories,
  { told, rules }: OpenClient,
  { link, match, held, companies, isUnfinished }: Situation,
): CardPlan {
  const isLinked = link !== null && held?.id === link.portalId
  const isDead = link !== null && !isLinked
  const start: CardPlan = {
    entity: told.entity,
    key: told.key,
    title: cardTitle(told),
    action: 'nothing',
    portalId: held?.id ?? null,
    foundBy: match.kind === 'none' || isLinked ? null : match.way,
    changes: [],
    missing: [],
    leftOut: [],
    waitsFor: told.companies.filter((key) => companies.waiting.has(key)),
    gone: told.companies.filter((key) => companies.gone.has(key)),
    problems: [],
    linkBefore: link,
  }
  const url = (id: number) => cardUrl(session.client.address, told.entity, id)
  const alias = aliasOf(match, isLinked ? link : null, held)
  if (alias !== null) {
    const problems = [problem('plan.alias', { card: url(alias.id), key: alias.by })]
    return { ...start, portalId: alias.id, alias: alias.by, problems }
  }
  const doubt = doubtOf(match, url)
  if (doubt !== null) return { ...start, action: 'review', problems: [doubt] }
  if (isDead && (rules.vanished === 'review' || !directories.isAdmin)) {
    return { ...start, action: 'review', problems: [problem('plan.vanished', { card: url(link.portalId) })] }
  }
  const healed = isDead ? [problem('plan.healed', { card: url(link.portalId) })] : []
  const base = isLinked && link.told !== '' ? (JSON.parse(link.told) as ToldCard) : null
  const { card: now, problems, missing, leftOut } = wantedOf(session, directories, told, rules, base)
  const found = [...healed, ...problems]
  if (problems.some((each) => entryOf(each).severity === 'error')) return { ...start, action: 'refuse', problems: found }
  const companyIds = told.companies.flatMap((key) => companies.ids.get(key) ?? [])
  const origin = { originatorId: session.settings.portal.originator, originId: told.key }
  const unbound = unknownCompanies(told, companies)
  if (held === null) {
    if (told.deleted) return { ...start, action: 'skip', problems: [problem('exchange.deleted')] }
    if (rules.mode === 'update') return { ...start, action: 'skip', problems: [problem('plan.only-update')] }
    if (isOnlyOf(told, companies.skipped)) return { ...start, action: 'skip', problems: [problem('plan.company-skipped')] }
    if (told.companies.some((key) => companies.blocked.has(key))) {
      return { ...start, action: 'wait', problems: [...found, companyWaits(start)] }
    }
    const changes = createChanges(now, companyIds, origin)
    return { ...start, action: 'create', changes, missing, leftOut, problems: [...found, ...unbound] }
  }
  if (rules.mode === 'create' && !isUnfinished && !isOwnUnfinished(link)) {
    return { ...start, action: 'skip', problems: [problem('plan.only-create', { card: url(held.id) })] }
  }
  const diff = diffCard({
    now,
    base: base === null ? null : wantedOf(session, directories, base, { ...rules, missingValues: 'skip' }).card,
    held,
    rules,
    alwaysCleared: markField(session, directories, told, rules),
    compare: comparison,
    companyIds,
    baseCompanyIds: (base?.companies ?? []).flatMap((key) => companies.ids.get(key) ?? []),
    origin,
  })
  const all = [...found, ...unbound, ...namedFields(diff.problems, told.entity, directories, session.language)]
  if (diff.conflicts.length > 0 && rules.conflict === 'review') return { ...start, action: 'review', problems: all }
  const action = diff.changes.length > 0 || missing.length > 0 ? 'update' : 'nothing'
  return { ...start, action, changes: diff.changes, missing, leftOut, problems: all }
}

/** Whose card it is, where a document names a client who has it under another 1C id. */
function aliasOf(match: Match, link: Link | null, held: HeldCard | null): { readonly id: number; readonly by: string } | null {
  if (match.kind === 'alias') return match
  if (link === null || held === null || !isAlias(link)) return null
  return { id: held.id, by: (JSON.parse(link.told) as ToldCard).alias ?? held.originId }
}

/** Is it the link of a client of documents to a card that another 1C id owns? */
export function isAlias({ told }: Link): boolean {
  return told.includes('"alias":"') && (JSON.parse(told) as ToldCard).alias !== undefined
}

function doubtOf(match: Match, url: (id: number) => string): Problem | null {
  switch (match.kind) {
    case 'several':
      return problem('plan.several', { way: match.way, cards: match.candidates.map(({ id }) => url(id)).join(', ') })
    case 'claimed':
      return problem('plan.claimed', { card: url(match.id), key: match.by })
    default:
      return null
  }
}

// A card that this exchange made and could not finish is finished in any mode.
export function isOwnUnfinished(link: Link | null): boolean {
  return link !== null && link.hash === ''
}

function isOnlyOf({ companies }: ToldCard, keys: ReadonlySet<string>): boolean {
  return companies.length > 0 && companies.every((key) => keys.has(key))
}

/** Said of a contact for as long as one of its companies has no card. */
export function companyWaits({ waitsFor }: Pick<CardPlan, 'waitsFor'>): Problem {
  return problem('plan.company-waits', { company: waitsFor.join(', ') })
}

function unknownCompanies(told: ToldCard, { ids, waiting, skipped, gone }: CompanyIds): readonly Problem[] {
  const unknown = told.companies.filter((key) => !ids.has(key) && !waiting.has(key) && !skipped.has(key))
  return unknown.map((company) => problem(gone.has(company) ? 'plan.company-gone' : 'exchange.company-unknown', { company }))
}
