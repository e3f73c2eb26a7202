import type { AddressDraft } from '../../bitrix24/drafts/requisite.ts'
import type { Address } from '../../records/address.ts'

const types: Readonly<Record<Address['use'], AddressDraft['type']>> = {
  actual: 'actual',
  legal: 'legal',
  delivery: 'delivery',
  postal: 'postal',
  other: 'actual',
}

/**
 * An address by parts where 1C told the street; else its whole text in one field, because the parts of 1C are often
 * dirty (an index inside the country, the whole address inside the index) and nothing may be lost.
 */
export function addressDraft(address: Address): AddressDraft {
  const { street, house, building, flat } = address
  const type = types[address.use]
  if (street === '') {
    return { type, address1: address.text, address2: '', city: '', postalCode: '', district: '', region: '', country: '' }
  }
  return {
    type,
    address1: [street, numbered('д.', house), numbered('корп.', building)].filter((part) => part !== '').join(', '),
    address2: numbered('кв.', flat),
    city: [address.city, address.settlement].filter((part) => part !== '').join(', '),
    postalCode: address.postalCode,
    district: address.district,
    region: address.region,
    country: address.country,
  }
}

function numbered(word: string, number: string): string {
  return number === '' || /\p{L}{2,}/u.test(number) ? number : `${word} ${number}`
}
