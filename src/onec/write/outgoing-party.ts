import type { OutParty } from '../../records/out-document.ts'
import { cutText } from './outgoing-text.ts'

type Element = Readonly<Record<string, unknown>>

/**
 * `Контрагент` of an order. УТ 11 finds the client by its name, or by ИНН and КПП which both have to be equal; `ОфициальноеНаименование`
 * makes it a legal one. A name has a hundred letters in 1C and an ИНН twelve: by a longer one the client that 1C has made would never be
 * found again. Of a client that 1C has told of, by an id or only by an ИНН, no contacts go: УТ 11 reads them where it makes the client, УТ 10.3
 * would put them in the place of its own with each order, and УНФ make a contact person of them (`1c-side.md §5`).
 */
export function partyOf(party: OutParty): Element {
  const { legalForm, id, isKnown, portalId, name, fullName, inn, kpp, phones, emails, address } = party
  const short = cutText(name, 100)
  const official = cutText(fullName, 250) || short
  const known = cutText(id, 40)
  return {
    // A company and a contact of the portal may have the same number.
    Ид: known || `B24-${legalForm === 'person' ? 'contact' : 'company'}-${portalId}`,
    Наименование: short,
    Роль: 'Покупатель',
    ...(legalForm === 'company' ? { ОфициальноеНаименование: official } : { ПолноеНаименование: official }),
    ...(/^(?:\d{10}|\d{12})$/.test(inn) ? { ИНН: inn } : {}),
    ...(legalForm === 'company' && /^[\dA-Z]{9}$/.test(kpp) ? { КПП: kpp } : {}),
    // A message that an older program has made says nothing of `isKnown`.
    ...(isKnown || known !== '' ? {} : contactsOf(phones, emails, address)),
  }
}

// As 1C-Bitrix writes the types: УТ 11 and УНФ take the spaces out of them, УТ 10.3 does not.
function contactsOf(phones: readonly string[], emails: readonly string[], address: string): Element {
  const place = cutText(address, 250)
  const contacts = [
    ...phones.map((phone) => ({ Тип: 'ТелефонРабочий', Значение: cutText(phone, 250) })),
    ...emails.map((email) => ({ Тип: 'Почта', Значение: cutText(email, 250) })),
  ].filter(({ Значение }) => Значение !== '')
  return {
    ...(place === '' ? {} : { Адрес: { Представление: place } }),
    ...(contacts.length === 0 ? {} : { Контакты: { Контакт: contacts } }),
  }
}
