import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import { netEffect } from './net-effect.ts'
import { type UndoRules, undoCreate } from './undo-create.ts'
import { undoParts } from './undo-parts.ts'
import type { DoneChange, UndoPlan } from './undo-plan.ts'
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
export function undoChanges({ done, held, compare, portalId, isWritten }: UndoInput): UndoPlan {
  if (held === null) return { changes: [], left: [], gone: portalId !== null }
  const net = netEffect(done, held, compare)
  if (net.card.added !== null) return { ...undoCreate(net, held, { compare, isWritten }), gone: false }
  const card = undoUpdate(net, held, compare)
  const parts = undoParts(net, held, compare)
  return { changes: [...card.changes, ...parts.changes], left: [...net.left, ...card.left, ...parts.left], gone: false }
}
