import { addressParts, wholeAddress } from '../../../bitrix24/crm/address-parts.ts'
import type { Change } from '../../../bitrix24/crm/change.ts'
import type { HeldAddress, HeldRequisite } from '../../../bitrix24/crm/held-card.ts'
import type { WantedAddress } from '../../../bitrix24/crm/wanted-card.ts'
import { problem } from '../../../problems/problem.ts'
import { addAddress, distinctAddresses } from './add-requisite.ts'
import type { Comparison } from './comparison.ts'
import { diffFields } from './diff-fields.ts'
import type { DiffRules } from './diff-rules.ts'
import { type Findings, joinFindings } from './findings.ts'
import { baseAddress, tellsMore } from './tells-more.ts'
import { withLeftOut } from './with-left-out.ts'

export interface AddressesInput {
  readonly now: readonly WantedAddress[]
  /** Null: the requisite was never confirmed. */
  readonly base: readonly WantedAddress[] | null
  readonly held: HeldRequisite
  readonly rules: DiffRules
  readonly compare: Comparison
}

interface AddressDiff extends Findings {
  readonly changes: readonly Change[]
}

/** Addresses of a requisite that is there, each by its type. One that 1C no longer tells stays. */
export function diffAddresses(input: AddressesInput): AddressDiff {
  const { now, base, held } = input
  const diffs = distinctAddresses(now).map((address): AddressDiff => {
    const before = baseAddress(address, base ?? [])
    const there = held.addresses.find(({ typeId }) => typeId === address.typeId)
    if (there !== undefined) return diffAddress(address, before, there, input)
    // Told before and gone: a person took it away, which stands as long as 1C says nothing more.
    const isRemoved = before !== undefined && !tellsMore(address.fields, before.fields, input.compare)
    return { changes: isRemoved ? [] : [addAddress(held.id, address)], problems: [], conflicts: [] }
  })
  return { changes: diffs.flatMap(({ changes }) => changes), ...joinFindings(diffs) }
}

function diffAddress(
  now: WantedAddress,
  base: WantedAddress | undefined,
  there: HeldAddress,
  { held, rules: given, compare }: AddressesInput,
): AddressDiff {
  // An address is one value in parts: a new one takes the flat of the old one away, even where a blank erases nothing.
  const isNew = base !== undefined && tellsMore(now.fields, base.fields, compare)
  const rules = isNew ? { ...given, blanks: 'clear' as const } : given
  const { fields, before, problems, conflicts } = diffFields({
    of: 'address',
    now: withLeftOut(now.fields, base?.fields, rules),
    base: base?.fields ?? null,
    held: (field) => there.fields[field] ?? '',
    canBeCleared: () => true,
    rules,
    compare,
  })
  // Half of 1C's address and half of the manager's would be an address that nobody gave.
  const isLeft = Object.keys(fields).length === 0 || (rules.conflict === 'crm' && conflicts.length > 0)
  if (isLeft) return { changes: [], problems, conflicts }
  const isReplaced = Object.entries(fields).some(([field, value]) => value !== '' && before[field] !== '')
  const foreign = isReplaced ? foreignParts(now, there).filter((field) => fields[field] === undefined) : []
  return {
    changes: [
      { kind: 'setAddress', requisiteId: held.id, typeId: now.typeId, fields, whole: wholeAddress(there.fields, fields), before },
    ],
    problems: [
      ...problems,
      ...foreign.map((field) => problem('apply.address-part', { field, portal: there.fields[field] ?? '' })),
    ],
    conflicts,
  }
}

/** Parts that 1C never told: they stay beside the new address, and may belong to the old one. */
function foreignParts(now: WantedAddress, there: HeldAddress): readonly string[] {
  return addressParts.filter((field) => (now.fields[field] ?? '') === '' && (there.fields[field] ?? '') !== '')
}
