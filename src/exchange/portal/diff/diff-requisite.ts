import type { Change } from '../../../bitrix24/crm/change.ts'
import type { HeldRequisite } from '../../../bitrix24/crm/held-card.ts'
import type { WantedCard, WantedRequisite } from '../../../bitrix24/crm/wanted-card.ts'
import { addRequisiteChanges } from './add-requisite.ts'
import type { Comparison } from './comparison.ts'
import { diffAddresses } from './diff-addresses.ts'
import { diffBanks } from './diff-banks.ts'
import { diffFields } from './diff-fields.ts'
import type { DiffRules } from './diff-rules.ts'
import { findRequisite } from './find-requisite.ts'
import { type Findings, joinFindings } from './findings.ts'
import { heldOfPart } from './held-value.ts'
import { requisiteTellsMore } from './tells-more.ts'
import { withLeftOut } from './with-left-out.ts'

export interface RequisiteInput {
  readonly now: WantedRequisite | null
  readonly base: WantedCard | null
  readonly held: readonly HeldRequisite[]
  readonly rules: DiffRules
  readonly compare: Comparison
}

export interface RequisiteDiff extends Findings {
  readonly changes: readonly Change[]
}

/** Requisite of the card with its addresses and bank accounts. The preset of one that is there stays what it is. */
export function diffRequisite({ now, base: baseCard, held: all, rules, compare }: RequisiteInput): RequisiteDiff {
  if (now === null) return { changes: [], problems: [], conflicts: [] }
  const base = baseCard?.requisite ?? null
  const held = findRequisite(now, base, all, baseCard === null)
  if (held === undefined) {
    // Told before and gone: a person took it away, which stands as long as 1C says nothing more.
    const isRemoved = base !== null && !requisiteTellsMore(now, base, compare)
    return { changes: isRemoved ? [] : addRequisiteChanges(now), problems: [], conflicts: [] }
  }
  // One with the mark of another source is known again by its ИНН alone.
  const isOurs = held.xmlId === '' || held.xmlId === now.xmlId
  const own = diffFields({
    of: 'requisite',
    now: withLeftOut(now.fields, base?.fields, rules),
    base: base?.fields ?? null,
    held: (field) => heldOfPart(held, field),
    // Of one made by hand the name says nothing: the portal puts that of the template there.
    initial: base === null ? ['NAME'] : [],
    canBeCleared: (field) => field !== 'NAME' && (field !== 'RQ_INN' || isOurs),
    rules,
    compare,
  })
  const isUnmarked = held.xmlId === '' && now.xmlId !== ''
  const fields = { ...own.fields, ...(isUnmarked ? { XML_ID: now.xmlId } : {}) }
  const before = { ...own.before, ...(isUnmarked ? { XML_ID: '' } : {}) }
  const isSet = Object.keys(fields).length > 0
  const addresses = diffAddresses({ now: now.addresses, base: base?.addresses ?? null, held, rules, compare })
  const banks = diffBanks({ now: now.banks, base: base?.banks ?? null, held, rules, compare })
  return {
    changes: [
      ...(isSet ? [{ kind: 'setRequisite', id: held.id, fields, before } as const] : []),
      ...addresses.changes,
      ...banks.changes,
    ],
    ...joinFindings([own, addresses, banks]),
  }
}
