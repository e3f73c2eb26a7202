import type { Change } from '../../../bitrix24/crm/change.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import { problem } from '../../../problems/problem.ts'
import type { Comparison } from '../diff/comparison.ts'
import { pipelineOf } from '../diff/diff-document.ts'
import { heldOfCard } from '../diff/held-value.ts'
import type { NetEffect, NetWhole } from './net-effect.ts'
import { restore } from './net-part.ts'
import type { UndoLeft, UndoPlan } from './undo-plan.ts'
import { undoPoints } from './undo-points.ts'

/** Fields, points and companies of a card that was there before the run: one update at most. */
export function undoUpdate(net: NetEffect, held: HeldCard, compare: Comparison): Omit<UndoPlan, 'gone'> {
  const { fields, before, left } = restore(net.card, (field) => heldOfCard(held, field), compare)
  const points = undoPoints(net.points, held.points, compare)
  const companies = undoIds(net.companies, held.companyIds, 'companyIds')
  const contacts = undoIds(net.contacts, held.contactIds ?? [], 'contactIds')
  const update: Change = {
    kind: 'update',
    entity: held.entity,
    id: held.id,
    fields,
    before,
    points: points.changes,
    companyIds: companies.ids,
    companyIdsBefore: held.companyIds,
    ...(held.contactIds === undefined
      ? {}
      : { contactIds: contacts.ids, contactIdsBefore: held.contactIds, ...pipelineOf(held) }),
  }
  const isNothing =
    Object.keys(fields).length === 0 && points.changes.length === 0 && companies.ids === null && contacts.ids === null
  return { changes: isNothing ? [] : [update], left: [...left, ...points.left, ...companies.left, ...contacts.left] }
}

// The order counts: the first one is the primary one (`bitrix24-rest.md §2.7`).
function undoIds(
  net: NetWhole<readonly number[]> | null,
  held: readonly number[],
  field: string,
): { readonly ids: readonly number[] | null; readonly left: readonly UndoLeft[] } {
  if (net === null || isEqual(held, net.before)) return { ids: null, left: [] }
  if (isEqual(held, net.wrote)) return { ids: net.before, left: [] }
  const args = { field, wrote: net.wrote.join(', '), portal: held.join(', ') }
  return { ids: null, left: [{ change: net.by, problem: problem('apply.undo-touched', args) }] }
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.join() === b.join()
}
