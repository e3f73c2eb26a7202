import { type Email, parseEmails } from '../../../values/email.ts'
import { type Phone, parsePhones } from '../../../values/phone.ts'
import { type BoundRow, flag, textsOf } from './row-fields.ts'

const uses: readonly (readonly [string, Phone['use'] | undefined])[] = [
  ['phone', undefined],
  ['workPhone', 'work'],
  ['mobile', 'mobile'],
  ['homePhone', 'home'],
  ['fax', 'fax'],
  ['otherPhone', 'other'],
]

/** All phones of a row; the column says what they are for, where it does. Those that are no numbers are flagged. */
export function phonesOf(row: BoundRow): readonly Phone[] {
  return uses.flatMap(([field, use]) => phonesIn(row, field, use))
}

export function phonesIn(row: BoundRow, field: string, use?: Phone['use']): readonly Phone[] {
  return textsOf(row, field).flatMap(({ text, column }) => {
    const phones = parsePhones(text, use, row.country)
    for (const phone of phones) if (phone.e164 === null) flag(row, column, 'phone.invalid', phone.text)
    return phones
  })
}

export function emailsOf(row: BoundRow): readonly Email[] {
  return emailsIn(row, 'email')
}

export function emailsIn(row: BoundRow, field: string): readonly Email[] {
  return textsOf(row, field).flatMap(({ text, column }) => {
    const emails = parseEmails(text)
    for (const email of emails) if (email.address === null) flag(row, column, 'email.invalid', email.text)
    return emails
  })
}
