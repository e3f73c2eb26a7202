import type { Change } from '../../../../src/bitrix24/crm/change.ts'
import type { HeldCard, HeldRow } from '../../../../src/bitrix24/crm/held-card.ts'
import type { WantedRow } from '../../../../src/bitrix24/crm/wanted-card.ts'
import { createDocument } from '../../../../src/exchange/portal/diff/create-document.ts'
import { type DocumentDiffInput, diffDocument, type WantedDocument } from '../../../../src/exchange/portal/diff/diff-document.ts'
import { comparison } from '../../../../src/exchange/portal/plan/comparison.ts'
import { origin } from './cards.ts'

const usual = {
  title: 'Заказ-наряд 3000004876',
  categoryId: '5',
  stageId: 'C5:IN_WORK',
  opportunity: '1500',
  isManualOpportunity: 'N',
}

/** What 1C says of a document, a deal unless said otherwise. */
export function document(
  fields: Readonly<Record<string, string>> = {},
  { rows = null, contactIds = [], initial = [] }: Partial<Told> = {},
): WantedDocument {
  return { card: { entity: 'deal', fields: { ...usual, ...fields }, initial, points: [], requisite: null, rows }, contactIds }
}

interface Told {
  readonly rows: readonly WantedRow[] | null
  readonly contactIds: readonly number[]
  readonly initial: readonly string[]
}

export function row(productName: string, quantity = '1', price = '1500', more: Partial<WantedRow> = {}): WantedRow {
  const rest = { productId: 0, discountSum: '', taxRate: '', taxIncluded: 'N', measureCode: '796' } as const
  return { ...rest, productName, quantity, price, ...more }
}

/** The card of the portal that says what 1C says. */
export function heldDocument(wanted: WantedDocument, other: Partial<HeldCard> = {}): HeldCard {
  const { fields } = wanted.card
  return {
    entity: 'deal',
    id: 7,
    updatedTime: '2026-03-04T10:00:00+03:00',
    ...origin,
    fields,
    points: [],
    companyIds: [],
    contactIds: wanted.contactIds,
    rows: (wanted.card.rows ?? []).map(heldRow),
    requisites: [],
    ...other,
  }
}

/** What a document holds after these changes. */
export function afterChanges(held: HeldCard | null, changes: readonly Change[]): HeldCard {
  let card = held
  for (const change of changes) {
    if (change.kind === 'create') {
      const { fields, originatorId, originId, contactIds = [] } = change
      card = heldDocument({ card: { entity: 'deal', fields, initial: [], points: [], requisite: null }, contactIds }, {})
      card = { ...card, originatorId, originId }
    }
    if (card === null) throw new Error(`${change.kind} of a card that is not there`)
    if (change.kind === 'setRows') card = { ...card, rows: change.rows.map(heldRow) }
    if (change.kind !== 'update') continue
    const { originatorId = card.originatorId, originId = card.originId, ...fields } = change.fields
    const contactIds = change.contactIds ?? card.contactIds ?? []
    card = { ...card, originatorId, originId, fields: { ...card.fields, ...fields }, contactIds }
  }
  if (card === null) throw new Error('no card')
  return card
}

export function created(wanted: WantedDocument): HeldCard {
  return afterChanges(null, createDocument('deal', wanted, origin))
}

export function diffOf(given: Pick<DocumentDiffInput, 'now' | 'held'> & Partial<DocumentDiffInput>) {
  return diffDocument({
    entity: 'deal',
    base: null,
    firstStages: ['NEW', 'C5:NEW'],
    rules: { conflict: '1c', blanks: 'keep' },
    compare: comparison,
    origin,
    ...given,
  })
}

function heldRow(wanted: WantedRow, place: number): HeldRow {
  return { ...wanted, id: place + 1 }
}
