import type { HeldCard, HeldRequisite } from '../../bitrix24/crm/held-card.ts'
import type { CompanyDraft, ContactDraft } from '../../bitrix24/drafts/draft.ts'
import type { OutParty } from '../../records/out-document.ts'

/** The client of a card: a company or a contact of the portal, and what 1C told of it. */
export interface Client {
  readonly card: HeldCard
  /** Key of its link, '' where 1C never told of it. */
  readonly key: string
  readonly told: CompanyDraft | ContactDraft | null
}

/**
 * A client as 1C is told of it: by the name that 1C itself has for it, and with the ИНН and КПП of the requisite that the document
 * goes by, else of the first that has an ИНН. УТ 11 finds a client by nothing else (`1c-side.md §5`).
 */
export function outParty({ card, key, told }: Client, requisiteId: number): OutParty {
  const requisite = requisiteOf(card, told, requisiteId)
  const words = requisite?.fields ?? {}
  const field = (name: string) => words[name] ?? ''
  const inn = field('RQ_INN')
  const name = toldName(told) || titleOf(card)
  return {
    legalForm: legalForm(card, told, inn),
    portalId: card.id,
    // A client that 1C told without an id has a key of our own making.
    id: told?.originId || (key !== '' && !key.includes(':') ? key : ''),
    isKnown: key !== '',
    name,
    fullName: field('RQ_COMPANY_FULL_NAME') || field('RQ_COMPANY_NAME') || name,
    inn,
    kpp: field('RQ_KPP'),
    ogrn: field('RQ_OGRN') || field('RQ_OGRNIP'),
    phones: pointsOf(card, 'PHONE'),
    emails: pointsOf(card, 'EMAIL'),
    address: addressOf(requisite),
  }
}

function requisiteOf({ requisites }: HeldCard, told: Client['told'], requisiteId: number): HeldRequisite | undefined {
  const linked = requisites.find(({ id }) => id === requisiteId)
  const known = told?.requisites[0]
  const isKnown = ({ fields }: HeldRequisite) =>
    known !== undefined && known.inn !== '' && fields['RQ_INN'] === known.inn && (fields['RQ_KPP'] ?? '') === known.kpp
  return linked ?? requisites.find(isKnown) ?? requisites.find(({ fields }) => (fields['RQ_INN'] ?? '') !== '') ?? requisites[0]
}

/** `Наименование` in the list of 1C. */
function toldName(told: Client['told']): string {
  if (told === null) return ''
  const short = told.requisites[0]?.companyName ?? ''
  if (told.kind === 'company') return short || told.title
  return short || [told.lastName, told.firstName, told.secondName].filter((part) => part !== '').join(' ')
}

function titleOf({ entity, id, fields }: HeldCard): string {
  const names = entity === 'contact' ? ['lastName', 'name', 'secondName'] : ['title']
  const title = names
    .map((name) => fields[name] ?? '')
    .filter((part) => part !== '')
    .join(' ')
  return title || String(id)
}

function legalForm({ entity }: HeldCard, told: Client['told'], inn: string): OutParty['legalForm'] {
  const preset = told?.requisites[0]?.preset
  if (preset !== undefined) return preset === 'organization' ? 'company' : preset
  if (entity === 'company') return inn.length === 12 ? 'soleProprietor' : 'company'
  return 'person'
}

function pointsOf({ points }: HeldCard, typeId: string): readonly string[] {
  return [...new Set(points.filter((point) => point.typeId === typeId).map(({ value }) => value))]
}

const legalAddress = 6

function addressOf(requisite: HeldRequisite | undefined): string {
  const addresses = requisite?.addresses ?? []
  const { fields } = addresses.find(({ typeId }) => typeId === legalAddress) ?? addresses[0] ?? { fields: {} }
  const parts = ['POSTAL_CODE', 'COUNTRY', 'PROVINCE', 'REGION', 'CITY', 'ADDRESS_1', 'ADDRESS_2']
  return parts
    .map((part) => (fields as Readonly<Record<string, string>>)[part] ?? '')
    .filter((part) => part !== '')
    .join(', ')
}
