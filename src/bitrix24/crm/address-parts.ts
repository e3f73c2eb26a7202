import type { AddressDraft } from '../drafts/requisite.ts'

/** Types of addresses (`bitrix24-rest.md §4.4`). */
export const addressTypeIds: Readonly<Record<AddressDraft['type'], number>> = {
  actual: 1,
  registered: 4,
  legal: 6,
  postal: 8,
  beneficiary: 9,
  delivery: 11,
}

/** Parts of an address that 1C can tell, by their REST names. */
export const addressParts = ['ADDRESS_1', 'ADDRESS_2', 'CITY', 'POSTAL_CODE', 'REGION', 'PROVINCE', 'COUNTRY'] as const

/** An address with some of its parts changed: every part, as it is to be. */
export function wholeAddress(
  held: Readonly<Record<string, string>>,
  changed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(addressParts.map((part) => [part, changed[part] ?? held[part] ?? '']))
}

/** All parts of an address, the empty ones too: a new address must not keep the flat of the old one. */
export function partsOf(address: AddressDraft): Readonly<Record<(typeof addressParts)[number], string>> {
  return {
    ADDRESS_1: address.address1,
    ADDRESS_2: address.address2,
    CITY: address.city,
    POSTAL_CODE: address.postalCode,
    REGION: address.district,
    PROVINCE: address.region,
    COUNTRY: address.country,
  }
}
