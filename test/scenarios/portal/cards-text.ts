import type { ItemRow, PortalState, Row } from '../../../src/bitrix24/sandbox/state.ts'
import { documentTexts } from './document-text.ts'

/** The cards of a portal as a person would want to read them: nothing of a card is left out but times, authors and blanks. */
export function cardsText(state: PortalState): string {
  const cards = [
    ...itemsOf(state, 4).map((company) => [`Компания ${company.id}: ${companyName(company)}`, ...linesOf(state, 4, company)]),
    ...itemsOf(state, 3).map((contact) => [`Контакт ${contact.id}: ${fullName(contact)}`, ...linesOf(state, 3, contact)]),
    ...documentTexts(state),
  ]
  return `${cards.map((lines) => lines.join('\n  ')).join('\n\n')}\n`
}

function itemsOf(state: PortalState, entityTypeId: number): readonly ItemRow[] {
  return Object.values(state.items[entityTypeId] ?? {})
}

function companyName(company: Row): string {
  return `${text(company['title'])}${company['isMyCompany'] === 'Y' ? ' (своя компания)' : ''}`
}

function fullName(contact: Row): string {
  return [contact['lastName'], contact['name'], contact['secondName']].map((part) => text(part) || '—').join(' | ')
}

function linesOf(state: PortalState, entityTypeId: 3 | 4, row: ItemRow): readonly string[] {
  const fields = Object.entries(row).filter(([name, value]) => !passedOver.has(name) && text(value) !== '')
  return [
    ...fields.map(([name, value]) => fieldLine(state, entityTypeId, name, value)),
    ...row.fm.map(({ typeId, valueType, value }) => `${points[typeId] ?? typeId}: ${value} (${valueType})`),
    ...Object.values(state.requisites)
      .filter((each) => Number(each['ENTITY_TYPE_ID']) === entityTypeId && Number(each['ENTITY_ID']) === row.id)
      .flatMap((requisite) => requisiteLines(state, requisite)),
  ]
}

const passedOver = new Set([
  ...['id', 'fm', 'title', 'lastName', 'name', 'secondName', 'categoryId', 'isMyCompany', 'export', 'currencyId'],
  ...['createdBy', 'updatedBy', 'createdTime', 'updatedTime', 'lastActivityBy', 'lastActivityTime'],
])

const points: Readonly<Record<string, string>> = { PHONE: 'телефон', EMAIL: 'почта', WEB: 'сайт' }

function fieldLine(state: PortalState, entityTypeId: 3 | 4, name: string, value: unknown): string {
  const directory = directories[`${entityTypeId} ${name}`] ?? directories[name]
  if (directory !== undefined) {
    const status = state.statuses.find((each) => each['ENTITY_ID'] === directory && each['STATUS_ID'] === value)
    return `${name}: ${text(status?.['NAME'])} [${text(value)}]`
  }
  if (name === 'assignedById') {
    const user = state.users.find((each) => Number(each['ID']) === Number(value))
    return `${name}: ${text(user?.['NAME'])} ${text(user?.['LAST_NAME'])} [${text(value)}]`
  }
  if (name === 'companyIds') {
    const titles = (value as number[]).map((id) => `${text(state.items[4]?.[id]?.['title'])} [${id}]`)
    return `${name}: ${titles.join(', ')}`
  }
  const custom = state.userFields.find(
    (each) => each.fieldName === name && each.entityId === (entityTypeId === 4 ? 'CRM_COMPANY' : 'CRM_CONTACT'),
  )
  if (custom === undefined) return `${name}: ${text(value)}`
  const items = [value].flat().map((each) => custom.list.find(({ id }) => id === Number(each))?.value ?? text(each))
  return `«${custom.label}»: ${items.join(', ')}`
}

const directories: Readonly<Record<string, string>> = {
  '4 typeId': 'COMPANY_TYPE',
  '3 typeId': 'CONTACT_TYPE',
  industry: 'INDUSTRY',
  employees: 'EMPLOYEES',
  sourceId: 'SOURCE',
  honorific: 'HONORIFIC',
}

function requisiteLines(state: PortalState, requisite: Row): readonly string[] {
  const ofIt = (row: Row) => Number(row['ENTITY_TYPE_ID']) === 8 && Number(row['ENTITY_ID']) === Number(requisite['ID'])
  const preset = state.presets.find(({ ID }) => Number(ID) === Number(requisite['PRESET_ID']))
  return [
    `реквизиты по шаблону «${text(preset?.['NAME'])}»: ${rowText(requisite, ['PRESET_ID', 'ADDRESS_ONLY'])}`,
    ...state.addresses.filter(ofIt).map((address) => `  адрес (${addressTypes[Number(address['TYPE_ID'])]}): ${rowText(address, addressKeys)}`),
    ...Object.values(state.bankDetails).filter(ofIt).map((bank) => `  счёт: ${rowText(bank, ['COUNTRY_ID'])}`),
  ]
}

const addressTypes: Readonly<Record<number, string>> = { 1: 'фактический', 4: 'регистрации', 6: 'юридический', 8: 'почтовый', 11: 'доставки' }
const addressKeys = ['TYPE_ID', 'ANCHOR_TYPE_ID', 'ANCHOR_ID']

function rowText(row: Row, without: readonly string[]): string {
  const own = Object.entries(row).filter(([name, value]) => !common.has(name) && !without.includes(name) && text(value) !== '')
  return own.map(([name, value]) => `${name} ${text(value)}`).join('; ')
}

const common = new Set([
  ...['ID', 'ENTITY_TYPE_ID', 'ENTITY_ID', 'DATE_CREATE', 'DATE_MODIFY', 'CREATED_BY_ID', 'MODIFY_BY_ID', 'ACTIVE', 'SORT'],
])

function text(value: unknown): string {
  return value === null || value === undefined ? '' : [value].flat().join(', ')
}
