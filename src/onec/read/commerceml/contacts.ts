import type { OtherContact } from '../../../records/other-contact.ts'
import { type Email, parseEmails } from '../../../values/email.ts'
import { type Phone, parsePhones } from '../../../values/phone.ts'
import { compareKey } from '../../../values/text.ts'
import type { XmlNode } from '../xml/node.ts'
import type { Findings } from './findings.ts'
import { childOf, childrenOf, valueIn } from './node-access.ts'

export interface Contacts {
  readonly phones: readonly Phone[]
  readonly emails: readonly Email[]
  readonly contacts: readonly OtherContact[]
}

/** `Контакты/Контакт`. 1C strips spaces before it compares the type, so do we (`1c-side.md §3.6`). */
export function contactsOf(node: XmlNode, findings: Findings, country: string | undefined): Contacts {
  const phones: Phone[] = []
  const emails: Email[] = []
  const contacts: OtherContact[] = []
  for (const item of childrenOf(childOf(node, 'Контакты'), 'Контакт')) {
    const type = valueIn(item, 'Тип')
    const text = valueIn(item, 'Значение') || valueIn(item, 'Представление')
    if (text === '') continue
    const key = compareKey(type)
    const mails = isEmailType(key) ? parseEmails(text) : []
    if (isPhoneType(key)) phones.push(...parsePhones(text, phoneUse(key), country))
    else if (mails.some(({ address }) => address !== null)) emails.push(...mails)
    else contacts.push({ type, text })
  }
  for (const { e164, text } of phones) if (e164 === null) findings.add('phone.invalid', 'Контакты', { value: text })
  for (const { address, text } of emails) if (address === null) findings.add('email.invalid', 'Контакты', { value: text })
  return { phones, emails, contacts }
}

function isPhoneType(key: string): boolean {
  return key.startsWith('телефон') || key.startsWith('факс') || key.startsWith('моб')
}

// «Почта» holds a postal address as often as an e-mail; what is no e-mail is kept as a contact of its own type.
function isEmailType(key: string): boolean {
  return key.includes('почт') || key.includes('mail')
}

function phoneUse(key: string): Phone['use'] | undefined {
  if (key.startsWith('факс')) return 'fax'
  if (key.includes('моб')) return 'mobile'
  if (key.includes('домашний')) return 'home'
  if (key.includes('рабочий') || key.includes('внутренний')) return 'work'
  return undefined
}
