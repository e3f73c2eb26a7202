import type { Ledger } from '../../../ledger/ledger.ts'
import { applyChunk } from '../apply/apply-chunk.ts'
import type { RunMark } from '../apply/send-wave.ts'
import type { CardWork } from '../apply/work.ts'
import { entitiesOf } from '../plan/plan-run.ts'
import type { PortalSession } from '../session.ts'
import { planUndo } from './plan-undo.ts'
import type { UndoOf } from './stage-undo.ts'

/** Takes back what a run did, the last first; cards that somebody has touched since are left and told. */
export async function applyUndo(session: PortalSession, mark: RunMark, since: number): Promise<void> {
  const { ledger } = session
  for (const entity of [...(await entitiesOf(ledger, mark.run))].reverse()) {
    for (;;) {
      const cards = [
        ...(await ledger.cards.inState(mark.run, 'staged', entity, 0, chunk)),
        ...(await ledger.cards.inState(mark.run, 'planned', entity, 0, chunk)),
      ]
      if (cards.length === 0) break
      await applyChunk(session, cards, {
        mark,
        plan: (some) => planUndo(session, some),
        freshSince: since,
        tried: new Set(),
        confirm: (work) => takeBackLink(ledger, work),
      })
    }
  }
}

// The ledger goes back to what it knew before the run, so that the next export of 1C is compared with that.
async function takeBackLink(ledger: Ledger, { plan, open, refused }: CardWork): Promise<void> {
  if (refused.length > 0 || plan.action === 'skip') return
  const { entity, key, linkBefore } = plan
  const { run, card } = JSON.parse(open.card.rules) as UndoOf
  if (linkBefore === null) await ledger.links.remove(entity, [key])
  else await ledger.links.put([linkBefore])
  const undone = (await ledger.operations.ofCards(run, [card])).filter(({ state }) => state === 'done')
  await ledger.operations.settle(
    undone.map(({ number, portalId, result }) => ({ number, state: 'undone' as const, portalId, result })),
  )
}

const chunk = 200
