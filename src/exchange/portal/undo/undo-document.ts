import type { Change } from '../../../bitrix24/crm/change.ts'
import { isDocument } from '../../../bitrix24/crm/entity.ts'
import type { HeldCard, HeldRow } from '../../../bitrix24/crm/held-card.ts'
import type { WantedRow } from '../../../bitrix24/crm/wanted-card.ts'
import { problem } from '../../../problems/problem.ts'
import type { Comparison } from '../diff/comparison.ts'
import { extended } from './built-on.ts'
import type { NetEffect } from './net-effect.ts'
import type { UndoRules } from './undo-create.ts'
import type { UndoLeft, UndoPlan } from './undo-plan.ts'

/** Rows and shown requisites of a document that was there before the run. */
export function undoDocument({ rows, link }: NetEffect, held: HeldCard, compare: Comparison): Omit<UndoPlan, 'gone'> {
  const { entity, id } = held
  if (!isDocument(entity)) return { changes: [], left: [] }
  const now = held.rows ?? null
  const left: readonly UndoLeft[] = rows === null || now === null ? [] : rowTroubles(rows, now, compare)
  const isBack = rows !== null && now !== null && left.length === 0 && !compare.rows(now, rows.before)
  const setRows: readonly Change[] = isBack ? [{ kind: 'setRows', entity, id, rows: rows.before, before: now.map(asWanted) }] : []
  // Requisites of a client whom the document has no more are shown to nobody.
  const relink: readonly Change[] =
    link === null || link.before === null ? [] : [{ kind: 'linkRequisite', entity, id, link: link.before, before: link.wrote }]
  return { changes: [...setRows, ...relink], left }
}

/** What people made of a document that the run made, besides its fields. */
export function documentTroubles(
  { card, contacts, rows }: NetEffect,
  held: HeldCard,
  { compare, firstStages = [], children = [] }: UndoRules,
): readonly UndoLeft[] {
  const by = card.added
  if (by === null || !isDocument(held.entity)) return []
  const wrote = contacts?.wrote ?? []
  const people = held.contactIds ?? []
  const others = people.filter((id) => !wrote.includes(id))
  const missing = wrote.filter((id) => !people.includes(id))
  const stage = held.fields['stageId'] ?? ''
  const isMoved = !card.values.has('stageId') && stage !== '' && !firstStages.includes(stage)
  const company = card.values.has('companyId') ? '' : (held.fields['companyId'] ?? '')
  return [
    ...others.map((id) => extended(by, 'contactIds', `№ ${id}`)),
    ...(missing.length === 0 ? [] : [touchedPeople(by, wrote, people)]),
    ...(isMoved ? [extended(by, 'stageId', stage)] : []),
    ...(company === '' ? [] : [extended(by, 'companyId', company)]),
    ...rowTroubles(rows ?? { before: [], wrote: [], by }, held.rows ?? [], compare),
    ...children.map((child) => extended(by, 'children', child)),
  ]
}

function rowTroubles(
  { before, wrote, by }: Exclude<NetEffect['rows'], null>,
  now: readonly WantedRow[],
  compare: Comparison,
): readonly UndoLeft[] {
  if (compare.rows(now, wrote) || compare.rows(now, before)) return []
  const args = { field: 'rows', wrote: inWords(wrote), portal: inWords(now) }
  return [{ change: by, problem: problem('apply.undo-touched', args) }]
}

function touchedPeople(by: Change, wrote: readonly number[], portal: readonly number[]): UndoLeft {
  const text = (ids: readonly number[]) => ids.map((id) => `№ ${id}`).join(', ')
  return { change: by, problem: problem('apply.undo-touched', { field: 'contactIds', wrote: text(wrote), portal: text(portal) }) }
}

function inWords(rows: readonly WantedRow[]): string {
  return rows.map(({ productName, quantity }) => `${productName} × ${quantity}`).join(', ')
}

function asWanted({ id: _id, ...row }: HeldRow): WantedRow {
  return row
}
