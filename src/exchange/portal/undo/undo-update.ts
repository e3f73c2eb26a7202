import type { Change } from '../../../bitrix24/crm/change.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import { problem } from '../../../problems/problem.ts'
import type { Comparison } from '../diff/comparison.ts'
import { heldOfCard } from '../diff/held-value.ts'
import type { NetEffect } from './net-effect.ts'
import { restore } from './net-part.ts'
import type { UndoLeft, UndoPlan } from './undo-plan.ts'
import { undoPoints } from './undo-points.ts'

/** Fields, points and companies of a card that was there before the run: one update at most. */
export function undoUpdate(net: NetEffect, held: HeldCard, compare: Comparison): Omit<UndoPlan, 'gone'> {
  const { fields, before, left } = restore(net.card, (field) => heldOfCard(held, field), compare)
  const points = undoPoints(net.points, held.points, compare)
  const companies = undoCompanies(net, held)
  const update: Change = {
    kind: 'update',
    entity: held.entity,
    id: held.id,
    fields,
    before,
    points: points.changes,
    companyIds: companies.companyIds,
    companyIdsBefore: held.companyIds,
  }
  const isNothing = Object.keys(fields).length === 0 && points.changes.length === 0 && companies.companyIds === null
  return { changes: isNothing ? [] : [update], left: [...left, ...points.left, ...companies.left] }
}

// The order counts: the first one is the primary company (`bitrix24-rest.md §2.7`).
function undoCompanies(
  { companies }: NetEffect,
  { companyIds: held }: HeldCard,
): { readonly companyIds: readonly number[] | null; readonly left: readonly UndoLeft[] } {
  if (companies === null || isEqual(held, companies.before)) return { companyIds: null, left: [] }
  if (isEqual(held, companies.wrote)) return { companyIds: companies.before, left: [] }
  const args = { field: 'companyIds', wrote: companies.wrote.join(', '), portal: held.join(', ') }
  return { companyIds: null, left: [{ change: companies.by, problem: problem('apply.undo-touched', args) }] }
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.join() === b.join()
}
