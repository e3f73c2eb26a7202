import type { Change } from '../../../bitrix24/crm/change.ts'
import type { DocumentEntity } from '../../../bitrix24/crm/entity.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import { cardUrl } from '../../../bitrix24/crm/links-of.ts'
import type { WantedCard } from '../../../bitrix24/crm/wanted-card.ts'
import type { Link } from '../../../ledger/links.ts'
import { entryOf } from '../../../problems/describe.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import { createDocument } from '../diff/create-document.ts'
import type { Names } from '../diff/describe-change.ts'
import { diffDocument } from '../diff/diff-document.ts'
import type { PortalSession } from '../session.ts'
import type { ToldDocument } from '../told-document.ts'
import type { CardPlan } from './card-plan.ts'
import { cardTitle } from './card-title.ts'
import { comparison } from './comparison.ts'
import { waitsOf } from './document-waits.ts'
import type { Match } from './match-cards.ts'
import { namedFields } from './named-fields.ts'
import type { OpenDocument } from './open-card.ts'
import { isOwnUnfinished } from './plan-card.ts'
import type { RequisiteBook } from './requisite-link.ts'
import type { DocumentGround, ResolvedDocument } from './wanted-document.ts'

/** What is known of a document when it is planned. */
export interface DocumentSituation {
  readonly link: Link | null
  readonly match: Match
  /** The card of the portal, by its link or as it was found. */
  readonly held: HeldCard | null
  /** This exchange was making the card found, and does not know yet how far it came. */
  readonly isUnfinished: boolean
  /** Everything that belongs to the card was seen there. */
  readonly isConfirmed: boolean
  /** What 1C told when the portal confirmed it last; null: never. */
  readonly base: ToldDocument | null
  /** What 1C tells in the words of the portal, now and then; null: it need not be known. */
  readonly now: ResolvedDocument
  readonly before: ResolvedDocument | null
  /** What both sides had in common since; null: nothing newer. */
  readonly agreed: Pick<WantedCard, 'fields' | 'rows'> | null
  readonly ground: DocumentGround
  readonly requisites: RequisiteBook
  /** What comes before documents is through: whoever has no card now is not going to get one in this run. */
  readonly isLast: boolean
}

/** What is to be done with one document: as `planCard`, and never half-linked: it waits for whatever it belongs to. */
export function planDocument(
  session: PortalSession,
  { card, told, rules }: OpenDocument,
  situation: DocumentSituation,
): CardPlan {
  const { link, match, held, base, now, ground } = situation
  const { directories } = ground
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
    waitsFor: [],
    gone: [],
    problems: [],
    linkBefore: link,
    names: ground.names,
  }
  const ends = (action: CardPlan['action'], ...problems: readonly Problem[]): CardPlan => ({ ...start, action, problems })
  const url = (id: number) => cardUrl(session.client.address, told.entity, id)
  if (told.deleted && held === null) {
    // Deleted by this run before it was cut short, or by a person: there is nothing left to be remembered of it.
    const isDeleted = link !== null && rules.deleted === 'delete'
    return isDeleted ? { ...start, portalId: link.portalId } : ends('skip', problem('exchange.deleted'))
  }
  const doubt = doubtOf(match, url)
  if (doubt !== null) return ends('review', doubt)
  if (isDead && (rules.vanished === 'review' || !directories.isAdmin)) {
    return ends('review', problem('plan.vanished', { card: url(link.portalId) }))
  }
  if (held === null && rules.mode === 'update') return ends('skip', problem('plan.only-update'))
  if (held !== null && rules.mode === 'create' && !situation.isUnfinished && !isOwnUnfinished(link)) {
    return ends('skip', problem('plan.only-create', { card: url(held.id) }))
  }
  if (held !== null && told.deleted && rules.deleted === 'delete') {
    const remove: Change = { kind: 'delete', entity: told.entity, id: held.id }
    return { ...start, action: 'update', changes: [remove], problems: [problem('plan.document-deleted', { card: url(held.id) })] }
  }
  const healed = isDead ? [problem('plan.healed', { card: url(link.portalId) })] : []
  const unlinked =
    rules.products !== 'text' && ground.noProducts !== null && told.draft.rows.some(({ productId }) => productId !== '')
  const found = [...healed, ...(unlinked ? [ground.noProducts] : []), ...named(now.problems)]
  if (now.problems.some((each) => entryOf(each).severity === 'error')) return ends('refuse', ...found)
  const { lacking, lacks, comes } = waitsOf({ card, told, rules }, base, ground, situation.isLast)
  if (lacking.length > 0) return { ...ends('wait', ...lacking, ...found), lacks }
  const rest = {
    missing: now.missing,
    leftOut: now.leftOut,
    waitsFor: comes.map(({ key }) => key),
    comes,
  }
  const origin = { originatorId: session.settings.portal.originator, originId: told.key }
  if (held === null) {
    const changes = withRequisites(createDocument(told.entity, now.wanted, origin), null, situation)
    return { ...start, ...rest, action: 'create', changes, names: namesOf(told, changes, situation), problems: found }
  }
  const diff = diffDocument({
    entity: told.entity,
    now: now.wanted,
    base: situation.before?.wanted ?? null,
    agreed: situation.agreed,
    held,
    firstStages: (directories.pipelines[told.entity] ?? []).flatMap(({ stages }) => stages[0]?.id ?? []),
    rules,
    compare: comparison,
    origin,
  })
  const all = [...found, ...named(diff.problems)]
  if (diff.conflicts.length > 0 && rules.conflict === 'review') return { ...start, action: 'review', problems: all }
  const changes = withRequisites(diff.changes, held, situation)
  const action = changes.length > 0 || now.missing.length > 0 || comes.length > 0 ? 'update' : 'nothing'
  return { ...start, ...rest, action, changes, names: namesOf(told, changes, situation), problems: all }

  function named(problems: readonly Problem[]): readonly Problem[] {
    return namedFields(problems, told.entity, directories, session.language)
  }
}

function doubtOf(match: Match, url: (id: number) => string): Problem | null {
  switch (match.kind) {
    case 'several':
      return problem('plan.document-several', { way: match.way, cards: match.candidates.map(({ id }) => url(id)).join(', ') })
    case 'claimed':
      return problem('plan.document-claimed', { card: url(match.id), key: match.by })
    default:
      return null
  }
}

function namesOf(
  { refs: told }: ToldDocument,
  changes: readonly Change[],
  { ground: { names, refs }, requisites }: DocumentSituation,
): Names {
  const clients = told.flatMap((ref) => {
    const state = refs.stateOf(ref)
    return state.kind === 'there' && ref.role !== 'parent' ? [[`${state.entity}:${state.id}`, state.name || ref.name]] : []
  })
  const shown = changes.flatMap((change) => (change.kind === 'linkRequisite' ? Object.entries(requisites.namesIn(change)) : []))
  return { ...names, ...Object.fromEntries([...clients, ...shown]) }
}

/** With the link to the requisites of both sides: of a new card, and of one whose client changes or was never confirmed. */
function withRequisites(
  changes: readonly Change[],
  held: HeldCard | null,
  { now, isConfirmed, requisites }: DocumentSituation,
): readonly Change[] {
  const { card } = now.wanted
  const fields = changes.find((change) => change.kind === 'update')?.fields ?? {}
  const idIn = (name: string) => Number(fields[name] ?? held?.fields[name] ?? card.fields[name] ?? 0)
  const isRebound = fields['companyId'] !== undefined || fields['mycompanyId'] !== undefined
  if (held !== null && isConfirmed && !isRebound) return changes
  const link = requisites.linkOf({
    // A document is of the entity that it was told for.
    entity: card.entity as DocumentEntity,
    id: held?.id ?? null,
    companyId: idIn('companyId'),
    myCompanyId: idIn('mycompanyId'),
  })
  // Of a card just found, what a manager chose stays.
  const isChosen = held !== null && !isRebound && (link?.before ?? null) !== null
  return link === null || isChosen ? changes : [...changes, link]
}
