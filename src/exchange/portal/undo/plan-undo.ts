import { childrenOf } from '../../../bitrix24/crm/children-of.ts'
import type { Directories } from '../../../bitrix24/crm/directories.ts'
import { type CrmEntity, isDocument } from '../../../bitrix24/crm/entity.ts'
import { fieldsOf } from '../../../bitrix24/crm/fields-of.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { Operation } from '../../../ledger/operations.ts'
import type { CardPlan } from '../plan/card-plan.ts'
import { cardTitle } from '../plan/card-title.ts'
import { comparison } from '../plan/comparison.ts'
import { namedFields } from '../plan/named-fields.ts'
import { type CardEntity, isCrm } from '../plan/open-card.ts'
import type { PlannedCards } from '../plan/plan-cards.ts'
import { readHeld } from '../read-held.ts'
import { type PortalSession, PortalStopped } from '../session.ts'
import type { ToldCard } from '../told-card.ts'
import type { ToldDocument, ToldFile } from '../told-document.ts'
import { planUndoFiles } from './plan-undo-files.ts'
import type { UndoOf } from './stage-undo.ts'
import { undoChanges } from './undo-changes.ts'

/** What has to be done with these cards to take back what a run did to them, as far as nobody has touched them since. */
export async function planUndo(session: PortalSession, cards: readonly Card[]): Promise<PlannedCards> {
  const { ledger } = session
  const entity = cards[0]!.entity as CardEntity
  if (!isCrm(entity)) return planUndoFiles(session, cards)
  const sources = new Map(cards.map((card) => [card, JSON.parse(card.rules) as UndoOf]))
  const undoOf = sources.get(cards[0]!)!.run
  const numbers = [...sources.values()].map(({ card }) => card)
  const operations = (await ledger.operations.ofCards(undoOf, numbers)).filter(({ state }) => state === 'done')
  const first = new Map((await ledger.cards.byNumbers(undoOf, numbers)).map((card) => [card.number, card]))
  const doneOf = Map.groupBy(operations, ({ card }) => card)
  const idOf = (card: number) => doneOf.get(card)?.find(({ portalId }) => portalId !== null)?.portalId ?? null
  const directories = await session.directories()
  const ids = numbers.flatMap((card) => idOf(card) ?? [])
  const there = await readHeld(session, entity, ids, true)
  const children = await childrenIn(session, entity, ids)
  const plans = new Map<number, CardPlan>()
  const held = new Map<number, HeldCard>()
  for (const [card, source] of sources) {
    const portalId = idOf(source.card)
    const now = (portalId === null ? undefined : there.get(portalId)) ?? null
    if (now !== null) held.set(card.number, now)
    const done = doneOf.get(source.card) ?? []
    plans.set(
      card.number,
      planOf(session, directories, {
        card,
        portalId,
        held: now,
        done,
        first: first.get(source.card)?.plan ?? null,
        children: children(portalId ?? 0),
      }),
    )
  }
  return { plans, held }
}

interface Undoing {
  readonly card: Card
  readonly portalId: number | null
  readonly held: HeldCard | null
  /** What the run did to it. */
  readonly done: readonly Operation[]
  /** The plan that the run began with. */
  readonly first: string | null
  /** What was made for it since, in words. */
  readonly children: readonly string[]
}

function planOf(
  { language }: PortalSession,
  directories: Directories,
  { card, portalId, held, done, first, children }: Undoing,
): CardPlan {
  const told = JSON.parse(card.told) as ToldCard | ToldDocument
  const { entity, key } = told
  const written = fieldsOf(directories, entity)
    .filter(({ type, name }) => writtenTypes.has(type) && !(isDocument(entity) && filledByPortal.has(name)))
    .map(({ name }) => name)
  const begun = first === null ? null : (JSON.parse(first) as CardPlan)
  const { changes, left } = undoChanges({
    done: done.map(({ number, change, result }) => ({
      number,
      change: JSON.parse(change),
      result: result === null ? { id: null } : JSON.parse(result),
    })),
    held,
    compare: comparison,
    portalId,
    isWritten: (field) => written.includes(field),
    firstStages: (directories.pipelines[entity] ?? []).flatMap(({ stages }) => stages[0]?.id ?? []),
    children,
  })
  return {
    entity,
    key,
    title: cardTitle(told),
    action: changes.length > 0 ? 'update' : left.length > 0 ? 'skip' : 'nothing',
    portalId,
    foundBy: null,
    changes,
    missing: [],
    leftOut: [],
    waitsFor: [],
    gone: [],
    problems: namedFields(
      left.map(({ problem }) => problem),
      entity,
      directories,
      language,
    ),
    linkBefore: begun?.linkBefore ?? null,
    names: begun?.names ?? {},
  }
}

/** What hangs on documents and would go with them, or lose them: invoices of deals, files that another run has attached. */
async function childrenIn({ client, ledger }: PortalSession, entity: CrmEntity, ids: readonly number[]) {
  const names = new Map<number, readonly string[]>()
  if (!isDocument(entity) || ids.length === 0) return () => []
  for (const [id, key] of await ledger.links.owners('file', ids)) {
    const file = (await ledger.links.of('file', [key])).get(key)
    const {
      documents,
      file: { name },
    } = JSON.parse(file!.told) as ToldFile
    const links = (await Promise.all(documents.map((document) => ledger.links.of(entity, [document])))).flatMap((each) => [
      ...each.values(),
    ])
    if (links.some(({ portalId }) => portalId === id)) names.set(id, [name])
  }
  if (entity === 'deal') {
    const found = await childrenOf(client, 'invoice', entity, ids)
    if (found.kind === 'failed') throw new PortalStopped(found.outcome)
    for (const [id, invoices] of found.children) names.set(id, [...(names.get(id) ?? []), ...invoices.map((each) => `№ ${each}`)])
  }
  return (id: number) => names.get(id) ?? []
}

/** Of a document the portal fills these in itself (`bitrix24-rest.md §2.7, §8`), and the mark has a place of its own. */
const filledByPortal = new Set(['begindate', 'closedate', 'accountNumber', 'xmlId'])

// Fields in which the portal puts no default of its own: what stands there, somebody wrote (`bitrix24-rest.md §2.7`).
const writtenTypes = new Set(['string', 'text', 'date', 'datetime', 'url', 'address'])
