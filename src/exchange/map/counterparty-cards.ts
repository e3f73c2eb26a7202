import type { CompanyDraft, ContactDraft } from '../../bitrix24/drafts/draft.ts'
import type { Counterparty } from '../../records/counterparty.ts'
import { compareKey } from '../../values/text.ts'
import { fieldValues, ownFields, splitFields } from './custom-fields.ts'
import type { MapContext } from './map-context.ts'
import { phonePoints } from './phone-points.ts'
import { requisiteDraft } from './requisite-draft.ts'
import type { Scope } from './template.ts'

/** Key of a counterparty over all files: its 1C id, else ИНН + КПП, else name and phone, which tell namesakes apart. */
export function counterpartyKey({
  id,
  inn,
  kpp,
  name,
  phones,
}: Pick<Counterparty, 'id' | 'inn' | 'kpp' | 'name' | 'phones'>): string {
  if (id !== '') return id
  if (inn !== '') return `inn:${inn}/${kpp}`
  return `name:${compareKey(name)}/${phones.find(({ e164 }) => e164 !== null)?.e164 ?? ''}`
}

/** Does this counterparty become a company card? Otherwise it is a contact (`1c-side.md §3.6`, the settings overrule). */
export function becomesCompany(record: Counterparty, exchange: { soleProprietor?: string; person?: string }): boolean {
  switch (record.legalForm) {
    case 'company':
      return true
    case 'soleProprietor':
      return exchange.soleProprietor !== 'contact'
    case 'person':
      return exchange.person === 'company'
  }
}

/** Company card; `title` is what the register of titles will be asked for. */
export function companyDraft(record: Counterparty, scope: Scope, context: MapContext): CompanyDraft {
  const { own, custom } = splitFields(fieldValues(context, scope), ownFields.company)
  const requisite = requisiteDraft(record)
  return {
    kind: 'company',
    key: counterpartyKey(record),
    originId: record.id,
    title: own['title'] ?? (record.name || record.fullName),
    companyType: own['companyType'] ?? companyType(record.role, context),
    industry: own['industry'] ?? '',
    comments: own['comments'] ?? commentsOf(record),
    responsible: own['responsible'] ?? responsibleOf(context),
    phones: phonePoints(record.phones),
    emails: emailPoints(record.emails),
    sites: record.contacts.filter(isSite).map(({ text }) => ({ type: 'WORK', value: text })),
    requisites: requisite === null ? [] : [requisite],
    custom,
  }
}

/** Contact card of a private person or a sole proprietor. */
export function personDraft(record: Counterparty, scope: Scope, context: MapContext): ContactDraft {
  const { own, custom } = splitFields(fieldValues(context, scope), ownFields.contact)
  const requisite = requisiteDraft(record)
  return {
    kind: 'contact',
    key: counterpartyKey(record),
    originId: record.id,
    ...nameParts(record),
    salutation: own['salutation'] ?? '',
    birthDate: own['birthDate'] ?? '',
    post: own['post'] ?? '',
    contactType: own['contactType'] ?? contactType(record.role, context),
    source: own['source'] ?? sourceOf(context),
    comments: own['comments'] ?? commentsOf(record),
    responsible: own['responsible'] ?? responsibleOf(context),
    companyTitle: '',
    phones: phonePoints(record.phones),
    emails: emailPoints(record.emails),
    sites: record.contacts.filter(isSite).map(({ text }) => ({ type: 'WORK', value: text })),
    requisites: requisite === null ? [] : [requisite],
    custom,
  }
}

export function responsibleOf({ exchange, portal }: MapContext): string {
  return ('responsible' in exchange ? exchange.responsible : '') || portal.responsible
}

export function sourceOf({ exchange, portal }: MapContext): string {
  return ('source' in exchange ? exchange.source : undefined) ?? portal.source
}

/** Only real addresses: an invalid one makes the wizard reject the whole row (`bitrix24-csv-import.md §2.6`). */
export function emailPoints(emails: Counterparty['emails']) {
  return emails.flatMap(({ address }) => (address === null ? [] : [{ type: 'WORK' as const, value: address }]))
}

export function nameParts({
  person,
  name,
  fullName = '',
  id,
}: Pick<Counterparty, 'person' | 'name' | 'id'> & { readonly fullName?: string }) {
  const isNamed = person !== null && (person.last !== '' || person.first !== '')
  if (!isNamed) return { lastName: name || fullName || id, firstName: '', secondName: '' }
  return { lastName: person.last, firstName: person.first, secondName: person.middle }
}

function companyType(role: string, context: MapContext): string {
  const said = context.words.say('role', role)
  if (said !== role) return said
  return compareKey(role) === 'поставщик' ? 'Поставщик' : context.portal.companyType
}

function contactType(role: string, context: MapContext): string {
  const said = context.words.say('role', role)
  if (said !== role) return said
  return compareKey(role) === 'поставщик' ? 'Поставщики' : context.portal.contactType
}

// What no column of the import can hold still reaches the card: contacts of other kinds and e-mails that are none.
export function commentsOf(record: Pick<Counterparty, 'comment' | 'emails'> & Partial<Pick<Counterparty, 'contacts'>>): string {
  const others = (record.contacts ?? []).filter((contact) => !isSite(contact)).map(({ type, text }) => `${type}: ${text}`)
  const emails = record.emails.flatMap(({ address, text }) => (address === null ? [`E-mail: ${text}`] : []))
  return [record.comment, ...others, ...emails].filter((part) => part !== '').join('; ')
}

function isSite({ type, text }: { type: string; text: string }): boolean {
  return compareKey(type).includes('сайт') || /^(https?:\/\/|www\.)/i.test(text)
}
