import { addressParts } from '../../../bitrix24/crm/address-parts.ts'
import type { Change, FieldValues } from '../../../bitrix24/crm/change.ts'
import type { HeldAddress, HeldBank, HeldRequisite } from '../../../bitrix24/crm/held-card.ts'
import { problem } from '../../../problems/problem.ts'
import type { Comparison } from '../diff/comparison.ts'
import { heldOfPart } from '../diff/held-value.ts'
import { addressKey, type NetEffect } from './net-effect.ts'
import { type NetPart, touchedValues } from './net-part.ts'
import type { UndoLeft } from './undo-plan.ts'

/** What people made of a requisite that the run added, with all that hangs on it; nothing: it may go. */
export function requisiteTroubles(part: NetPart, held: HeldRequisite, net: NetEffect, compare: Comparison): readonly UndoLeft[] {
  const ofThis = <P extends { readonly requisiteId: number | null }>([, each]: readonly [unknown, P]) =>
    each.requisiteId === held.id
  const goneAddresses = [...net.addresses]
    .filter(ofThis)
    .filter(([, { typeId }]) => !held.addresses.some((each) => each.typeId === typeId))
  const goneBanks = [...net.banks].filter(ofThis).filter(([id]) => !held.banks.some((each) => each.id === id))
  return [
    ...valueTroubles(part, held.fields, (field) => heldOfPart(held, field), isRequisiteField, compare),
    ...held.addresses.flatMap((address) => {
      const own = net.addresses.get(addressKey(held.id, address.typeId))
      return own === undefined ? foreign(part, 'RQ_ADDR', address.fields) : addressTroubles(own, address, compare)
    }),
    ...held.banks.flatMap((bank) => {
      const own = net.banks.get(bank.id)
      return own === undefined ? foreign(part, 'RQ_ACC_NUM', bank.fields) : bankTroubles(own, bank, compare)
    }),
    ...[...goneAddresses, ...goneBanks].flatMap(([, each]) => removedByPerson(each)),
  ]
}

export function addressTroubles(part: NetPart, held: HeldAddress, compare: Comparison): readonly UndoLeft[] {
  return valueTroubles(
    part,
    held.fields,
    (field) => held.fields[field] ?? '',
    (field) => addressFields.has(field),
    compare,
  )
}

export function bankTroubles(part: NetPart, held: HeldBank, compare: Comparison): readonly UndoLeft[] {
  return valueTroubles(part, held.fields, (field) => heldOfPart(held, field), isBankField, compare)
}

/** The run changed or made something that a person took away since. */
export function removedByPerson({ added, values }: NetPart): readonly UndoLeft[] {
  const by = added ?? [...values.values()].at(-1)?.by
  return by === undefined ? [] : [{ change: by, problem: problem('apply.undo-gone') }]
}

export function extended(by: Change, field: string, portal: string): UndoLeft {
  return { change: by, problem: problem('apply.undo-extended', { field, portal }) }
}

function valueTroubles(
  part: NetPart,
  held: FieldValues,
  heldOf: (field: string) => string,
  isPeoples: (field: string) => boolean,
  compare: Comparison,
): readonly UndoLeft[] {
  const { added } = part
  const filled = Object.entries(held).filter(([field, value]) => isPeoples(field) && !isUnset(value) && !part.values.has(field))
  return [
    ...touchedValues(part, heldOf, compare),
    ...(added === null ? [] : filled.map(([field, value]) => extended(added, field, value))),
  ]
}

function foreign({ added }: NetPart, field: string, fields: FieldValues): readonly UndoLeft[] {
  if (added === null) return []
  const portal =
    field === 'RQ_ADDR'
      ? [...addressFields]
          .map((each) => fields[each] ?? '')
          .filter(Boolean)
          .join(', ')
      : fields[field]
  return [extended(added, field, portal ?? '')]
}

// What people fill in; the rest of a record belongs to the portal (`bitrix24-rest.md §4`).
const addressFields: ReadonlySet<string> = new Set(addressParts)
const isRequisiteField = (field: string) => field.startsWith('RQ_')
const isBankField = (field: string) => field.startsWith('RQ_') || field === 'COMMENTS'
/** What the portal says for an unset field of a requisite, a box not ticked among them. */
const isUnset = (value: string) => value === '' || value === 'N' || value === '0'
