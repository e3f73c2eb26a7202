import type { Address } from '../../../records/address.ts'
import type { BankAccount, ContactPerson, Counterparty } from '../../../records/counterparty.ts'
import type { OtherContact } from '../../../records/other-contact.ts'
import { parseAccount, parseBik } from '../../../values/bank-account.ts'
import { parseInn } from '../../../values/inn.ts'
import { parseKpp } from '../../../values/kpp.ts'
import { legalFormOf } from '../../../values/legal-form.ts'
import { parseOgrn } from '../../../values/ogrn.ts'
import { type PersonName, parsePersonName } from '../../../values/person-name.ts'
import { parseSites } from '../../../values/site.ts'
import { oneLine } from '../../../values/text.ts'
import { emailsIn, emailsOf, phonesIn, phonesOf } from './contacts-of.ts'
import { fullPersonName, isFilledName, personParts } from './person-parts.ts'
import { accept, type BoundRow, extraOf, idOf, isDeleted, originOf, readField, textOf, textsOf } from './row-fields.ts'

const own = new Set(
  'id code name fullName lastName firstName middleName inn kpp ogrn okpo legalForm role phone workPhone mobile homePhone fax otherPhone email site legalAddress actualAddress postalAddress deliveryAddress postalCode country region city account bik bankName correspondentAccount contactPerson contactPersonPhone contactPersonEmail contactPersonPost comment group deleted'.split(
    ' ',
  ),
)

/** A row of a table of контрагенты as a record (`1c-side.md §3.6` for what it is: a company, an ИП, a person). */
export function toCounterparty(row: BoundRow): Counterparty {
  const tax = taxNumbers(row)
  const fullName = oneLine(textOf(row, 'fullName'))
  const parts = personParts(row)
  const name = oneLine(textOf(row, 'name')) || fullName || fullPersonName(parts)
  const legalForm = formOf(row, { officialName: '', fullName, name, ...tax })
  const code = textOf(row, 'code')
  const id = idOf(row)
  return {
    kind: 'counterparty',
    id,
    deleted: isDeleted(row),
    legalForm,
    name,
    fullName,
    person: legalForm === 'company' ? null : personOf(parts, fullName, name),
    ...tax,
    ogrn: ogrnOf(row),
    okpo: textOf(row, 'okpo'),
    role: textOf(row, 'role'),
    addresses: addressesOf(row),
    phones: phonesOf(row),
    emails: emailsOf(row),
    contacts: sitesOf(row),
    bankAccounts: bankAccountsOf(row),
    contactPersons: contactPersonsOf(row, id),
    comment: textOf(row, 'comment'),
    extra: { ...(code === '' || code === id ? {} : { code }), ...extraOf(row, own) },
    problems: row.problems,
    origin: originOf(row),
  }
}

function personOf(parts: PersonName, fullName: string, name: string): PersonName | null {
  return isFilledName(parts) ? parts : (parsePersonName(fullName) ?? parsePersonName(name))
}

/** ОГРН and ОГРНИП have columns of their own in some tables; one is filled. */
function ogrnOf(row: BoundRow): string {
  const [first] = textsOf(row, 'ogrn')
  return first === undefined ? '' : (accept(row, first.column, parseOgrn(first.text), first.text) ?? '')
}

/** One column often holds both: `7700000016/770001001`. */
function taxNumbers(row: BoundRow): { inn: string; kpp: string } {
  const written = textOf(row, 'inn')
  const [, inn = written, second = ''] = /^(\d{10,12})\s*[/\\|]\s*(\d{4}[\dA-Z]{2}\d{3})?\s*$/i.exec(written) ?? []
  const kpp = second === '' ? readField(row, 'kpp', parseKpp) : accept(row, 'inn', parseKpp(second), second)
  return { inn: accept(row, 'inn', parseInn(inn), inn) ?? '', kpp: kpp ?? '' }
}

const companyWords = /^(?:юр|компан|организац|обособ|госорган|государств|нерезидент|company|legal)/i
const soleProprietorWords = /^(?:ип(?!\p{L})|индивид|предприним|фоп)/iu
const personWords = /^(?:физ|частн|person|individual)/i

/**
 * What the column says, unless the tax numbers and the name together say otherwise: to 1C an ИП is a юридическое or a
 * физическое лицо, as the configuration has it.
 */
function formOf(row: BoundRow, facts: Parameters<typeof legalFormOf>[0]): Counterparty['legalForm'] {
  const said = textOf(row, 'legalForm')
  const told = legalFormOf(facts)
  const namedAlike = () => legalFormOf({ ...facts, inn: '', kpp: '' }) === told
  if (soleProprietorWords.test(said) || (told === 'soleProprietor' && namedAlike())) return 'soleProprietor'
  if (companyWords.test(said)) return 'company'
  return personWords.test(said) && told === 'soleProprietor' ? 'person' : told
}

function addressesOf(row: BoundRow): readonly Address[] {
  const uses = ['legal', 'actual', 'postal', 'delivery'] as const
  const found = uses.flatMap((use) => {
    const text = oneLine(textOf(row, `${use}Address`))
    return text === '' ? [] : [{ ...emptyAddress, use, text }]
  })
  const parts = {
    postalCode: textOf(row, 'postalCode'),
    country: textOf(row, 'country'),
    region: textOf(row, 'region'),
    city: textOf(row, 'city'),
  }
  const filled = Object.values(parts).filter((part) => part !== '')
  if (filled.length === 0) return found
  const actual = found.find(({ use }) => use === 'actual')
  if (actual === undefined) return [...found, { ...emptyAddress, ...parts, use: 'actual', text: filled.join(', ') }]
  return found.map((address) => (address === actual ? { ...address, ...parts } : address))
}

const emptyAddress = {
  postalCode: '',
  country: '',
  region: '',
  district: '',
  city: '',
  settlement: '',
  street: '',
  house: '',
  building: '',
  flat: '',
}

function sitesOf(row: BoundRow): readonly OtherContact[] {
  return textsOf(row, 'site').flatMap(({ text, column }) => parseSites(text).map((site) => ({ type: column, text: site })))
}

function bankAccountsOf(row: BoundRow): readonly BankAccount[] {
  const bik = readField(row, 'bik', parseBik) ?? ''
  const account = readField(row, 'account', (text) => parseAccount(text, bik)) ?? ''
  const bankName = oneLine(textOf(row, 'bankName'))
  const correspondentAccount = readField(row, 'correspondentAccount', (text) => parseAccount(text, bik)) ?? ''
  if (account === '' && bik === '' && bankName === '') return []
  return [{ account, bankName, bik, correspondentAccount, currency: '', comment: '' }]
}

/** A contact person that stands in the row of its counterparty has no id of its own. */
function contactPersonsOf(row: BoundRow, counterpartyId: string): readonly ContactPerson[] {
  const name = oneLine(textOf(row, 'contactPerson'))
  const phones = phonesIn(row, 'contactPersonPhone')
  const emails = emailsIn(row, 'contactPersonEmail')
  if (name === '') return []
  const shared = { id: '', deleted: false, extra: {}, problems: [], origin: originOf(row) }
  const post = textOf(row, 'contactPersonPost')
  const person = parsePersonName(name)
  return [{ kind: 'contactPerson', ...shared, counterpartyId, name, person, relation: '', post, phones, emails, comment: '' }]
}
