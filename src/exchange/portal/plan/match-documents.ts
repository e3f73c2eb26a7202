import type { Directories } from '../../../bitrix24/crm/directories.ts'
import type { DocumentEntity } from '../../../bitrix24/crm/entity.ts'
import type { Candidate } from '../../../bitrix24/crm/find-cards.ts'
import { type DocumentProbe, findDocuments } from '../../../bitrix24/crm/find-documents.ts'
import { fold } from '../../../bitrix24/crm/fold.ts'
import { type PortalSession, PortalStopped } from '../session.ts'
import type { DocumentRules, DocumentWay, ToldDocument } from '../told-document.ts'
import type { Claims, Match } from './match-cards.ts'
import type { OpenDocument } from './open-card.ts'
import { freeCandidates } from './owned.ts'

/**
 * Looks for the cards of documents that have no link, by the ways of their exchange. As with clients the mark of the exchange itself
 * always comes first (DESIGN.md §3.1). By a phone only cards that are not finished are found, and one that another document of this
 * plan has taken is no longer free: a client may have several orders, each a deal of its own (systems.md B6).
 */
export async function matchDocuments(
  session: PortalSession,
  entity: DocumentEntity,
  documents: readonly OpenDocument[],
  claims: Claims,
): Promise<ReadonlyMap<string, Match>> {
  const matches = new Map<string, Match>()
  const nameOf = (id: number) => `${entity}:${id}`
  for (const group of Map.groupBy(documents, ({ rules }) => rulesKey(rules)).values()) {
    const { rules } = group[0]!
    let open = group.map(({ told }) => probeOf(told, rules))
    for (const way of waysOf(rules)) {
      if (open.length === 0) break
      const found = await candidatesOf(session, entity, way, open, rules)
      for (const { key } of open) {
        const isTaken = ({ id }: Candidate) => (claims.get(nameOf(id)) ?? key) !== key
        const all = found.candidates.get(key) ?? []
        const candidates = one(way === 'phone' ? all.filter((each) => !isTaken(each)) : all, rules, found.finalStageIds)
        const [first, second] = candidates
        if (first === undefined) continue
        if (second !== undefined) matches.set(key, { kind: 'several', candidates, way })
        else if (isTaken(first)) matches.set(key, { kind: 'claimed', id: first.id, by: claims.get(nameOf(first.id))!, way })
        else {
          claims.set(nameOf(first.id), key)
          matches.set(key, { kind: 'one', id: first.id, way })
        }
      }
      open = open.filter(({ key }) => !matches.has(key))
    }
  }
  for (const { told } of documents) if (!matches.has(told.key)) matches.set(told.key, { kind: 'none' })
  return matches
}

function rulesKey({ match, several, finalStages, numberField, numberPrefix }: DocumentRules): string {
  return JSON.stringify([match, several, finalStages, numberField, numberPrefix])
}

function waysOf({ match }: DocumentRules): readonly DocumentWay[] {
  return ['origin', ...match.filter((way) => way !== 'origin')]
}

function probeOf({ key, draft, portalId, phones }: ToldDocument, { numberPrefix }: DocumentRules): DocumentProbe {
  const { number, title } = draft
  return { key, originId: key, portalId, number, idFromNumber: idFromNumber(number, numberPrefix), phones, title }
}

function idFromNumber(number: string, prefix: string): number {
  const digits = number.startsWith(prefix) ? number.slice(prefix.length) : ''
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : 0
}

async function candidatesOf(
  session: PortalSession,
  entity: DocumentEntity,
  way: DocumentWay,
  probes: readonly DocumentProbe[],
  { numberField, finalStages }: DocumentRules,
) {
  const { client, ledger, settings } = session
  const { originator } = settings.portal
  const directories = await session.directories()
  const finalStageIds = finalStageIdsOf(directories, entity, finalStages)
  const found = await findDocuments(client, entity, way, probes, { originator, numberField, finalStageIds, directories })
  if (found.kind === 'failed') throw new PortalStopped(found.outcome)
  return { candidates: await freeCandidates(found.candidates, { ledger, entity, originator }), finalStageIds }
}

/** Won and lost stages are final without being listed. */
function finalStageIdsOf({ pipelines }: Directories, entity: DocumentEntity, words: readonly string[]): readonly string[] {
  const listed = new Set(words.map(fold))
  const isListed = ({ id, name }: { readonly id: string; readonly name: string }) =>
    [name, id, id.slice(id.indexOf(':') + 1)].some((word) => listed.has(fold(word)))
  const stages = (pipelines[entity] ?? []).flatMap((pipeline) => pipeline.stages)
  return stages.filter((stage) => stage.semantics !== '' || isListed(stage)).map(({ id }) => id)
}

/** Out of several the newest that is not finished, where the settings say so. */
function one(
  candidates: readonly Candidate[],
  { several }: DocumentRules,
  finalStageIds: readonly string[],
): readonly Candidate[] {
  if (candidates.length < 2 || several === 'review') return candidates
  const unfinished = candidates.filter(({ stageId = '' }) => !finalStageIds.includes(stageId))
  const newest = unfinished.reduce<Candidate | null>((last, each) => (last === null || each.id > last.id ? each : last), null)
  return newest === null ? candidates : [newest]
}
