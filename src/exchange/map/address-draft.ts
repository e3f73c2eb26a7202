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
 * An address by parts where 1C told the street; else its whole text in one field, because the parts of 1C are often dirty (an index
 * inside the country, the whole address inside the index) and nothing may be lost. Parts that are clean and that the text does not
 * have, as tables tell them in columns of their own (E1, E2), stand in their fields beside it.
 */
export function addressDraft(address: Address): AddressDraft {
  const { street, house, building, flat } = address
  const type = types[address.use]
  if (street === '') {
    const { postalCode, country, region, city } = isClean(address) ? partsBeside(address) : noParts
    const isAllParts = [postalCode, country, region, city].filter((part) => part !== '').join(', ') === address.text
    return { type, address1: isAllParts ? '' : address.text, address2: '', city, postalCode, district: '', region, country }
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

type Parts = Pick<Address, 'postalCode' | 'country' | 'region' | 'city'>

const noParts: Parts = { postalCode: '', country: '', region: '', city: '' }

function isClean({ postalCode, country, region, city }: Parts): boolean {
  return /^\d*$/.test(postalCode) && ![country, region, city].some((part) => /\d/.test(part))
}

function partsBeside({ text, postalCode, country, region, city }: Address): Parts {
  const all = { postalCode, country, region, city }
  if (
    Object.values(all)
      .filter((part) => part !== '')
      .join(', ') === text
  )
    return all
  const beside = (part: string) => (text.toLowerCase().includes(part.toLowerCase()) ? '' : part)
  return { postalCode: beside(postalCode), country: beside(country), region: beside(region), city: beside(city) }
}

function numbered(word: string, number: string): string {
  return number === '' || /\p{L}{2,}/u.test(number) ? number : `${word} ${number}`
}
