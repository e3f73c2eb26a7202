import type { HeldCard, HeldRequisite } from '../../../../src/bitrix24/crm/held-card.ts'
import type { PointType, WantedCard, WantedPoint, WantedRequisite } from '../../../../src/bitrix24/crm/wanted-card.ts'
import { createChanges } from '../../../../src/exchange/portal/diff/create-changes.ts'
import { type DiffInput, diffCard } from '../../../../src/exchange/portal/diff/diff-card.ts'
import { comparison } from '../../../../src/exchange/portal/plan/comparison.ts'
import { applyChanges } from './portal-model.ts'

export const origin = { originatorId: '1C', originId: 'К-1' }

export function company(told: Partial<WantedCard> = {}): WantedCard {
  return { entity: 'company', fields: { title: 'ООО Ромашка' }, initial: [], points: [], requisite: null, ...told }
}

export function contact(told: Partial<WantedCard> = {}): WantedCard {
  return company({ entity: 'contact', fields: { name: 'Анна', lastName: 'Рябова' }, ...told })
}

export function phone(value: string, valueType = 'WORK'): WantedPoint {
  return point('PHONE', value, valueType)
}

export function point(typeId: PointType, value: string, valueType = 'WORK'): WantedPoint {
  return { typeId, valueType, value }
}

export function requisite(told: Partial<WantedRequisite> = {}): WantedRequisite {
  const fields = { NAME: 'ООО Ромашка', RQ_INN: '7707083893', RQ_KPP: '770701001' }
  return { presetId: 1, xmlId: 'К-1', fields, addresses: [], banks: [], ...told }
}

/** A card of the portal that says what 1C says, with what is different about it. */
export function held(card: WantedCard, other: Partial<HeldCard> = {}): HeldCard {
  return { ...applyChanges(null, createChanges(card, [], origin)).held!, ...other }
}

export function heldRequisite(other: Partial<HeldRequisite> = {}): HeldRequisite {
  return { id: 27, presetId: 1, xmlId: '', fields: {}, addresses: [], banks: [], ...other }
}

/** The diff of a card that was confirmed before and has no companies, unless said otherwise. */
export function diff(given: Pick<DiffInput, 'now' | 'held'> & Partial<DiffInput>) {
  return diffCard({
    base: null,
    rules: { conflict: '1c', blanks: 'keep' },
    compare: comparison,
    companyIds: [],
    baseCompanyIds: [],
    origin,
    ...given,
  })
}
