import type { Change } from '../../../bitrix24/crm/change.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { WantedCard } from '../../../bitrix24/crm/wanted-card.ts'
import type { Comparison } from './comparison.ts'
import { diffCardFields } from './diff-card-fields.ts'
import { diffOrigin, type Origin } from './diff-origin.ts'
import { diffPoints } from './diff-points.ts'
import { diffRequisite } from './diff-requisite.ts'
import type { DiffRules } from './diff-rules.ts'
import { type Findings, joinFindings } from './findings.ts'
import { heldOfCard } from './held-value.ts'

export interface DiffInput {
  /** What 1C says. */
  readonly now: WantedCard
  /** What the portal confirmed last; null: never, the card was just found. */
  readonly base: WantedCard | null
  readonly held: HeldCard
  readonly rules: DiffRules
  /** Fields of the card that are emptied even where a blank erases nothing. */
  readonly alwaysCleared?: readonly string[]
  readonly compare: Comparison
  /** Portal ids of the companies that 1C says the contact belongs to, now and when it was last confirmed. */
  readonly companyIds: readonly number[]
  readonly baseCompanyIds: readonly number[]
  readonly origin: Origin
}

export interface CardDiff extends Findings {
  /** In the order in which they have to be done; empty: there is nothing to do, or a conflict is to be reviewed. */
  readonly changes: readonly Change[]
}

/**
 * What has to be changed on a card of the portal so that it says what 1C says, three-way and field by field (DESIGN.md §4).
 * Pure: asked again after its changes were made, whatever the baseline, it finds nothing to do.
 */
export function diffCard(input: DiffInput): CardDiff {
  const { now, base, held, rules, compare } = input
  const card = diffCardFields(input)
  const origin = base === null ? diffOrigin(held, input.origin) : { fields: {}, problems: [] }
  const requisite = diffRequisite({ now: now.requisite, base, held: held.requisites, rules, compare })
  const found = joinFindings([card, { problems: origin.problems, conflicts: [] }, requisite])
  if (rules.conflict === 'review' && found.conflicts.length > 0) {
    return { changes: [], ...found, problems: found.problems.filter(({ code }) => code === 'apply.conflict') }
  }

  const fields = { ...card.fields, ...origin.fields }
  const points = diffPoints({ now: now.points, base: base?.points ?? [], held: held.points, blanks: rules.blanks, compare })
  const companyIds = withMissing(held.companyIds, input)
  const update: Change = {
    kind: 'update',
    entity: held.entity,
    id: held.id,
    fields,
    before: Object.fromEntries(Object.keys(fields).map((field) => [field, heldOfCard(held, field)])),
    points,
    companyIds,
    companyIdsBefore: held.companyIds,
  }
  const isUpdated = Object.keys(fields).length > 0 || points.length > 0 || companyIds !== null
  return { changes: [...(isUpdated ? [update] : []), ...requisite.changes], ...found }
}

/** The set with those that 1C told since; null: none is missing. One that 1C told before and a person unbound stays unbound. */
function withMissing(held: readonly number[], { companyIds, baseCompanyIds }: DiffInput): readonly number[] | null {
  const missing = companyIds.filter((id) => !held.includes(id) && !baseCompanyIds.includes(id))
  return missing.length === 0 ? null : [...new Set([...held, ...missing])]
}
