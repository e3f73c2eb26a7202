import type { AddressDraft } from '../drafts/requisite.ts'
import { cellText } from './cell.ts'
import { put, putText, type Row } from './row.ts'

/** Type and parts of one address. The type is always written: parts without it reject the card (`bitrix24-csv-import.md §8.2`). */
export function putAddress(row: Row, address: AddressDraft): void {
  const { addressTypes, country, headers } = row.sheet.profile
  const type = addressTypes[address.type]
  const id = (part: string) => `RQ_RQ_ADDR_${part}|${country.id}`
  put(row, id('TYPE'), { text: headers === 'ids' ? type.id : type.name, findings: [] })
  putText(row, id('ADDRESS_1'), address.address1)
  putText(row, id('ADDRESS_2'), address.address2)
  putText(row, id('CITY'), address.city)
  putText(row, id('POSTAL_CODE'), address.postalCode)
  putText(row, id('REGION'), address.district)
  putText(row, id('PROVINCE'), address.region)
  putText(row, id('COUNTRY'), address.country)
}

/** The whole address in one line, empty where no part is filled. */
export function showAddress(address: AddressDraft): string {
  const { postalCode, country, region, district, city, address1, address2 } = address
  return [postalCode, country, region, district, city, address1, address2].map(cellText).filter(Boolean).join(', ')
}

export function sameAddress(one: AddressDraft, other: AddressDraft): boolean {
  return one.type === other.type && showAddress(one) === showAddress(other)
}
