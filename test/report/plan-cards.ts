import type { Change } from '../../src/bitrix24/crm/change.ts'
import type { CardPlan } from '../../src/exchange/portal/plan/card-plan.ts'
import type { PlanSummary } from '../../src/exchange/portal/plan/plan-summary.ts'
import type { ChangeTexts } from '../../src/report/plan-report.ts'

export function cardPlan(given: Partial<CardPlan> = {}): CardPlan {
  const start = { entity: 'company', key: '0b7e-1', title: 'ООО «Полярная сова»', action: 'create' } as const
  return {
    ...start,
    portalId: null,
    foundBy: null,
    changes: [],
    missing: [],
    leftOut: [],
    waitsFor: [],
    gone: [],
    problems: [],
    linkBefore: null,
    ...given,
  }
}

export function update(fields: Readonly<Record<string, string>>, before: Readonly<Record<string, string>>): Change {
  return { kind: 'update', entity: 'company', id: 51, fields, before, points: [], companyIds: null, companyIdsBefore: [] }
}

export function summary(given: Partial<PlanSummary> = {}): PlanSummary {
  const none = { create: 0, update: 0, nothing: 0, skip: 0, review: 0, refuse: 0, wait: 0 }
  return { ...none, cards: 0, updates: { company: 0, contact: 0 }, requests: 0, minutes: 0, brake: null, ...given }
}

/** Fields by their own names. */
export const plainTexts: ChangeTexts = (change) =>
  'fields' in change
    ? Object.entries(change.fields).map(([what, to]) => ({
        what,
        from: 'before' in change ? (change.before[what] ?? '') : '',
        to,
      }))
    : []
