import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import { problem } from '../../../problems/problem.ts'
import { netEffect } from './net-effect.ts'
import { type UndoRules, undoCreate } from './undo-create.ts'
import { undoDocument } from './undo-document.ts'
import { undoParts } from './undo-parts.ts'
import type { DoneChange, UndoLeft, UndoPlan } from './undo-plan.ts'
import { undoUpdate } from './undo-update.ts'

export interface UndoInput extends UndoRules {
  /** Changes of one run to one card that took effect, in any order. */
  readonly done: readonly DoneChange[]
  /** The card as it is now, or null: the portal does not have it. */
  readonly held: HeldCard | null
  /** Id of the card on the portal, or null: the run never got so far as to make it. */
  readonly portalId: number | null
}

/**
 * Takes back what a run did to a card where nobody has touched it since (DESIGN.md §4): values return only where the portal still
 * holds what the run wrote, what was added goes only as long as nobody built on it. The rest is left and told.
 */
export function undoChanges({ done, held, compare, portalId, ...rules }: UndoInput): UndoPlan {
  if (held === null) return { changes: [], left: deletions(done), gone: portalId !== null }
  const net = netEffect(done, held, compare)
  if (net.card.added !== null) return { ...undoCreate(net, held, { compare, ...rules }), gone: false }
  const all = [undoUpdate(net, held, compare), undoParts(net, held, compare), undoDocument(net, held, compare)]
  return {
    changes: all.flatMap(({ changes }) => changes),
    left: [...net.left, ...all.flatMap(({ left }) => left)],
    gone: false,
  }
}

/** What the run itself deleted is not brought back by anything. */
function deletions(done: readonly DoneChange[]): readonly UndoLeft[] {
  const deleted = done.filter(({ change }) => change.kind === 'delete')
  return deleted.map(({ change }) => ({ change, problem: problem('apply.undo-deleted') }))
}
