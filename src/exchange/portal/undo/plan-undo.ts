import type { Directories } from '../../../bitrix24/crm/directories.ts'
import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { Operation } from '../../../ledger/operations.ts'
import type { CardPlan } from '../plan/card-plan.ts'
import { cardTitle } from '../plan/card-title.ts'
import { comparison } from '../plan/comparison.ts'
import { namedFields } from '../plan/named-fields.ts'
import { readHeld } from '../read-held.ts'
import type { PortalSession } from '../session.ts'
import type { ToldCard } from '../told-card.ts'
import type { UndoOf } from './stage-undo.ts'
import { undoChanges } from './undo-changes.ts'

/** What has to be done with these cards to take back what a run did to them, as far as nobody has touched them since. */
export async function planUndo(session: PortalSession, cards: readonly Card[]) {
  const { ledger } = session
  const sources = new Map(cards.map((card) => [card, JSON.parse(card.rules) as UndoOf]))
  const undoOf = sources.get(cards[0]!)!.run
  const numbers = [...sources.values()].map(({ card }) => card)
  const operations = (await ledger.operations.ofCards(undoOf, numbers)).filter(({ state }) => state === 'done')
  const first = new Map((await ledger.cards.byNumbers(undoOf, numbers)).map((card) => [card.number, card]))
  const doneOf = Map.groupBy(operations, ({ card }) => card)
  const idOf = (card: number) => doneOf.get(card)?.find(({ portalId }) => portalId !== null)?.portalId ?? null
  const entity = cards[0]!.entity as CrmEntity
  const directories = await session.directories()
  const there = await readHeld(
    session,
    entity,
    numbers.flatMap((card) => idOf(card) ?? []),
    true,
  )
  const plans = new Map<number, CardPlan>()
  const held = new Map<number, HeldCard>()
  for (const [card, source] of sources) {
    const portalId = idOf(source.card)
    const now = (portalId === null ? undefined : there.get(portalId)) ?? null
    if (now !== null) held.set(card.number, now)
    const done = doneOf.get(source.card) ?? []
    plans.set(
      card.number,
      planOf(session, directories, { card, portalId, held: now, done, first: first.get(source.card)?.plan ?? null }),
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
}

function planOf({ language }: PortalSession, directories: Directories, { card, portalId, held, done, first }: Undoing): CardPlan {
  const told = JSON.parse(card.told) as ToldCard
  const { entity, key } = told
  const written = directories.fields[entity].filter(({ type }) => writtenTypes.has(type)).map(({ name }) => name)
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
    linkBefore: first === null ? null : (JSON.parse(first) as CardPlan).linkBefore,
  }
}

// Fields in which the portal puts no default of its own: what stands there, somebody wrote (`bitrix24-rest.md §2.7`).
const writtenTypes = new Set(['string', 'text', 'date', 'datetime', 'url', 'address'])
