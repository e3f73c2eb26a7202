import type { Counterparty } from '../../records/counterparty.ts'
import type { DocumentPerson, TableDocument } from '../../records/table-document.ts'
import { legalFormOf } from '../../values/legal-form.ts'
import { parsePersonName } from '../../values/person-name.ts'

/**
 * A buyer of CommerceML who has no name: a site may have it in its id (`451#login#Фамилия Имя`, CENSUS "Traits"); else he is called by his
 * phone or e-mail, where he has one.
 */
export function namedBuyer(buyer: Counterparty): Counterparty {
  if (buyer.name !== '' || buyer.fullName !== '' || buyer.person !== null) return buyer
  const [, inId = ''] = /^\d+#[^#]*#\s*(\S.*?)\s*$/u.exec(buyer.id) ?? []
  const [phone, email] = [buyer.phones[0], buyer.emails[0]]
  const name = inId || phone?.e164 || phone?.text || email?.address || email?.text || ''
  return { ...buyer, name, person: inId === '' ? null : parsePersonName(inId) }
}

/** The client whom a row of a table names, as a counterparty; null where it names none. */
export function clientRecord({
  clientId: id,
  client,
  clientInn: inn,
  phones,
  emails,
  origin,
}: TableDocument): Counterparty | null {
  if (id === '' && client === '' && phones.length === 0 && inn === '') return null
  return partyRecord({ id, name: client, inn, phones, emails }, origin)
}

/** Somebody else whom the row names, as a counterparty. */
export function personRecord(person: DocumentPerson, { origin }: TableDocument): Counterparty {
  return partyRecord({ ...person, inn: '' }, origin)
}

function partyRecord(party: DocumentPerson & Pick<Counterparty, 'inn'>, origin: Counterparty['origin']): Counterparty {
  const { id, inn, phones, emails } = party
  // A client without a name is known by the phone all the same, and a card needs some name.
  const name = party.name || (phones[0]?.e164 ?? phones[0]?.text ?? '')
  const legalForm = legalFormOf({ officialName: '', fullName: name, name, inn, kpp: '' })
  return {
    kind: 'counterparty',
    id,
    deleted: false,
    extra: {},
    problems: [],
    origin,
    legalForm,
    name,
    fullName: '',
    person: legalForm === 'company' || party.name === '' ? null : parsePersonName(name),
    inn,
    kpp: '',
    ogrn: '',
    okpo: '',
    role: 'Покупатель',
    addresses: [],
    phones,
    emails,
    contacts: [],
    bankAccounts: [],
    contactPersons: [],
    comment: '',
  }
}
