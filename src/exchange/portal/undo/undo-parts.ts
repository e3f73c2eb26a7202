import { wholeAddress } from '../../../bitrix24/crm/address-parts.ts'
import type { Change, FieldValues } from '../../../bitrix24/crm/change.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { Comparison } from '../diff/comparison.ts'
import { heldOfPart } from '../diff/held-value.ts'
import { addressTroubles, bankTroubles, removedByPerson, requisiteTroubles } from './built-on.ts'
import type { NetAddress, NetEffect } from './net-effect.ts'
import { type NetPart, restore } from './net-part.ts'
import type { UndoLeft, UndoPlan } from './undo-plan.ts'

type PartUndo = Omit<UndoPlan, 'gone'>

/** One requisite, address or account that the run touched and that the portal still has. */
interface Thing {
  readonly part: NetPart
  readonly heldOf: (field: string) => string
  /** What stands against taking it away. */
  readonly troubles: () => readonly UndoLeft[]
  readonly remove: Change
  readonly set: (values: { readonly fields: FieldValues; readonly before: FieldValues }) => Change
}

/**
 * Requisites, addresses and accounts of a card that was there before the run. A requisite that the run added goes, or stays, with
 * all that hangs on it: the portal deletes it so (`bitrix24-rest.md §4.1`).
 */
export function undoParts(net: NetEffect, held: HeldCard, compare: Comparison): PartUndo {
  const isOwn = (requisiteId: number) => (net.requisites.get(requisiteId)?.added ?? null) !== null
  const undoOne = (part: NetPart, thing: Thing | null) => (thing === null ? missing(part) : undoThing(thing, compare))
  const all = [
    ...[...net.requisites].map(([id, part]) => undoOne(part, requisiteThing(id, part, net, held, compare))),
    ...[...net.addresses.values()]
      .filter(({ requisiteId }) => !isOwn(requisiteId))
      .map((part) => undoOne(part, addressThing(part, held, compare))),
    ...[...net.banks]
      .filter(([, { requisiteId }]) => requisiteId === null || !isOwn(requisiteId))
      .map(([id, part]) => undoOne(part, bankThing(id, part, held, compare))),
  ]
  return { changes: all.flatMap(({ changes }) => changes), left: all.flatMap(({ left }) => left) }
}

function undoThing({ part, heldOf, troubles, remove, set }: Thing, compare: Comparison): PartUndo {
  if (part.added !== null) {
    const left = troubles()
    return { changes: left.length === 0 ? [remove] : [], left }
  }
  const { fields, before, left } = restore(part, heldOf, compare)
  return { changes: Object.keys(fields).length === 0 ? [] : [set({ fields, before })], left }
}

function missing(part: NetPart): PartUndo {
  return { changes: [], left: part.added === null ? removedByPerson(part) : [] }
}

function requisiteThing(id: number, part: NetPart, net: NetEffect, held: HeldCard, compare: Comparison): Thing | null {
  const there = held.requisites.find((each) => each.id === id)
  if (there === undefined) return null
  return {
    part,
    heldOf: (field) => heldOfPart(there, field),
    troubles: () => requisiteTroubles(part, there, net, compare),
    remove: { kind: 'deleteRequisite', id },
    set: (values) => ({ kind: 'setRequisite', id, ...values }),
  }
}

function addressThing(part: NetAddress, held: HeldCard, compare: Comparison): Thing | null {
  const { requisiteId, typeId } = part
  const owner = held.requisites.find((each) => each.id === requisiteId)
  const there = owner?.addresses.find((each) => each.typeId === typeId)
  if (there === undefined) return null
  return {
    part,
    heldOf: (field) => there.fields[field] ?? '',
    troubles: () => addressTroubles(part, there, compare),
    remove: { kind: 'deleteAddress', requisiteId, typeId },
    set: (values) => ({ kind: 'setAddress', requisiteId, typeId, ...values, whole: wholeAddress(there.fields, values.fields) }),
  }
}

function bankThing(id: number, part: NetPart, held: HeldCard, compare: Comparison): Thing | null {
  const there = held.requisites.flatMap(({ banks }) => banks).find((bank) => bank.id === id)
  if (there === undefined) return null
  return {
    part,
    heldOf: (field) => heldOfPart(there, field),
    troubles: () => bankTroubles(part, there, compare),
    remove: { kind: 'deleteBank', id },
    set: (values) => ({ kind: 'setBank', id, ...values }),
  }
}
