import type { Change } from '../../../bitrix24/crm/change.ts'
import type { WantedAddress, WantedBank, WantedRequisite } from '../../../bitrix24/crm/wanted-card.ts'
import { withoutBlanks } from './without-blanks.ts'

/** A requisite with all that belongs to it; what hangs on it gets its id when there is one. */
export function addRequisiteChanges({ presetId, xmlId, fields, addresses, banks }: WantedRequisite): readonly Change[] {
  return [
    { kind: 'addRequisite', presetId, xmlId, fields: withoutBlanks(fields) },
    ...distinctAddresses(addresses).map((address): Change => addAddress(null, address)),
    ...distinctBanks(banks).map((bank): Change => addBank(null, bank)),
  ]
}

export function addAddress(requisiteId: number | null, { typeId, fields }: WantedAddress): Change {
  return { kind: 'addAddress', requisiteId, typeId, fields: withoutBlanks(fields) }
}

export function addBank(requisiteId: number | null, { xmlId, fields }: WantedBank): Change {
  return { kind: 'addBank', requisiteId, xmlId, fields: withoutBlanks(fields) }
}

/** A requisite holds one address of a type (`bitrix24-rest.md §4.4`); one without a word is none. */
export function distinctAddresses(addresses: readonly WantedAddress[]): readonly WantedAddress[] {
  const told = addresses.filter(({ fields }) => Object.values(fields).some((value) => value !== ''))
  return told.filter(({ typeId }, place) => told.findIndex((each) => each.typeId === typeId) === place)
}

export function distinctBanks(banks: readonly WantedBank[]): readonly WantedBank[] {
  const told = banks.filter(({ fields }) => Object.values(fields).some((value) => value !== ''))
  return told.filter(({ xmlId }, place) => told.findIndex((each) => each.xmlId === xmlId) === place)
}
