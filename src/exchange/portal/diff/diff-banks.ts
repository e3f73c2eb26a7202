import type { Change } from '../../../bitrix24/crm/change.ts'
import type { HeldBank, HeldRequisite } from '../../../bitrix24/crm/held-card.ts'
import type { WantedBank } from '../../../bitrix24/crm/wanted-card.ts'
import { addBank, distinctBanks } from './add-requisite.ts'
import type { Comparison } from './comparison.ts'
import { diffFields } from './diff-fields.ts'
import type { DiffRules } from './diff-rules.ts'
import { findBanks } from './find-banks.ts'
import { type Findings, joinFindings } from './findings.ts'
import { heldOfPart } from './held-value.ts'
import { baseBank, tellsMore } from './tells-more.ts'
import { withLeftOut } from './with-left-out.ts'

export interface BanksInput {
  readonly now: readonly WantedBank[]
  /** Null: the requisite was never confirmed. */
  readonly base: readonly WantedBank[] | null
  readonly held: HeldRequisite
  readonly rules: DiffRules
  readonly compare: Comparison
}

interface BankDiff extends Findings {
  readonly changes: readonly Change[]
}

/** Bank accounts of a requisite that is there. One that 1C no longer tells stays. */
export function diffBanks(input: BanksInput): BankDiff {
  const { now, base, held, compare } = input
  const told = distinctBanks(now)
  const found = findBanks(told, base ?? [], held.banks)
  const diffs = told.map((bank): BankDiff => {
    const before = baseBank(bank, base ?? [])
    const there = found.get(bank)
    if (there !== undefined) return diffBank(bank, before, there, input)
    // Told before and gone: a person took it away, which stands as long as 1C says nothing more.
    const isRemoved = before !== undefined && !tellsMore(bank.fields, before.fields, compare)
    return { changes: isRemoved ? [] : [addBank(held.id, bank)], problems: [], conflicts: [] }
  })
  return { changes: diffs.flatMap(({ changes }) => changes), ...joinFindings(diffs) }
}

function diffBank(now: WantedBank, base: WantedBank | undefined, there: HeldBank, { rules, compare }: BanksInput): BankDiff {
  const own = diffFields({
    of: 'bank',
    now: withLeftOut(now.fields, base?.fields, rules),
    base: base?.fields ?? null,
    held: (field) => heldOfPart(there, field),
    canBeCleared: (field) => field !== 'NAME',
    rules,
    compare,
  })
  const isUnmarked = there.xmlId === '' && now.xmlId !== ''
  const fields = { ...own.fields, ...(isUnmarked ? { XML_ID: now.xmlId } : {}) }
  const before = { ...own.before, ...(isUnmarked ? { XML_ID: '' } : {}) }
  const changes: readonly Change[] = Object.keys(fields).length === 0 ? [] : [{ kind: 'setBank', id: there.id, fields, before }]
  return { changes, problems: own.problems, conflicts: own.conflicts }
}
