import type { Change } from '../../../bitrix24/crm/change.ts'
import { commentsWithMark } from '../../../bitrix24/crm/comments-with-mark.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { CardPlan } from '../plan/card-plan.ts'
import { cardTitle } from '../plan/card-title.ts'
import type { PlannedCards } from '../plan/plan-cards.ts'
import { type PortalSession, PortalStopped } from '../session.ts'
import type { ToldFile } from '../told-document.ts'
import type { UndoOf } from './stage-undo.ts'

/** Files that a run attached go with their comments; one that somebody has removed since is gone already. */
export async function planUndoFiles(session: PortalSession, cards: readonly Card[]): Promise<PlannedCards> {
  const { ledger } = session
  const plans = new Map<number, CardPlan>()
  for (const card of cards) {
    const { run, card: number } = JSON.parse(card.rules) as UndoOf
    const operations = (await ledger.operations.ofCards(run, [number])).filter(({ state }) => state === 'done')
    const [first] = await ledger.cards.byNumbers(run, [number])
    const changes: Change[] = []
    for (const operation of operations) {
      const change = JSON.parse(operation.change) as Change
      if (change.kind === 'addFile') changes.push(...(await removal(session, change)))
    }
    const portalId = operations.find((each) => each.portalId !== null)?.portalId ?? null
    plans.set(card.number, planOf(card, { changes, portalId, first: first?.plan ?? null }))
  }
  return { plans, held: new Map() }
}

async function removal(
  { client }: PortalSession,
  { entity, id, mark }: Extract<Change, { kind: 'addFile' }>,
): Promise<readonly Change[]> {
  const found = await commentsWithMark(client, entity, id, [mark])
  if (found.kind === 'failed') throw new PortalStopped(found.outcome)
  const commentId = found.comments.get(mark)
  return commentId === undefined ? [] : [{ kind: 'deleteComment', entity, id, commentId }]
}

interface UndoingFile {
  readonly changes: readonly Change[]
  /** The card of its document. */
  readonly portalId: number | null
  /** The plan that the run began with. */
  readonly first: string | null
}

function planOf(card: Card, { changes, portalId, first }: UndoingFile): CardPlan {
  const told = JSON.parse(card.told) as ToldFile
  return {
    entity: 'file',
    key: told.key,
    title: cardTitle(told),
    action: changes.length > 0 ? 'update' : 'nothing',
    portalId,
    foundBy: null,
    changes,
    missing: [],
    leftOut: [],
    waitsFor: [],
    gone: [],
    problems: [],
    linkBefore: first === null ? null : (JSON.parse(first) as CardPlan).linkBefore,
  }
}
