import type { Address } from '../../src/records/address.ts'
import type { Group, Offer, Price, PriceType, Product, Property, Unit, Warehouse } from '../../src/records/catalogue.ts'
import type { BankAccount, ContactPerson, Counterparty } from '../../src/records/counterparty.ts'
import type { DocumentRow } from '../../src/records/document-row.ts'
import type { Order, OrderRow, OrderState } from '../../src/records/order.ts'
import type { TableRow } from '../../src/records/row.ts'
import type { TableDocument, TableDocumentKind } from '../../src/records/table-document.ts'
import { parseEmails } from '../../src/values/email.ts'
import { legalFormOf } from '../../src/values/legal-form.ts'
import { parsePersonName } from '../../src/values/person-name.ts'
import { parsePhones } from '../../src/values/phone.ts'

type DocumentOf<K extends TableDocumentKind> = Extract<TableDocument, { kind: K }>

/** Records with everything empty but what a test says. All names and numbers are invented, ИНН have right check digits. */
const base = { deleted: false, extra: {}, problems: [], origin: { line: 1, row: 1 } } as const

/** `phones` and `emails` as texts of a cell. */
type Told<R> = Partial<Omit<R, 'phones' | 'emails'>> & { readonly phones?: string; readonly emails?: string }

export const inns = { company: '7701000017', other: '7707083893', soleProprietor: '500100732259' } as const

export function guid(number: number): string {
  return `6f1a2b3c-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export function counterparty({ phones = '', emails = '', ...given }: Told<Counterparty> = {}): Counterparty {
  const { name = 'ООО Лютик', fullName = '', inn = '', kpp = '' } = given
  const legalForm = given.legalForm ?? legalFormOf({ officialName: '', fullName, name, inn, kpp })
  return {
    ...base,
    kind: 'counterparty',
    id: guid(1),
    legalForm,
    name,
    fullName,
    person: legalForm === 'company' ? null : (parsePersonName(fullName) ?? parsePersonName(name)),
    inn,
    kpp,
    ogrn: '',
    okpo: '',
    role: '',
    addresses: [],
    contacts: [],
    bankAccounts: [],
    contactPersons: [],
    comment: '',
    ...given,
    phones: parsePhones(phones),
    emails: parseEmails(emails),
  }
}

export function contactPerson({ phones = '', emails = '', ...given }: Told<ContactPerson> = {}): ContactPerson {
  const name = given.name ?? 'Осокина Вера Павловна'
  return {
    ...base,
    kind: 'contactPerson',
    id: guid(900),
    counterpartyId: guid(1),
    name,
    person: parsePersonName(name),
    relation: '',
    post: '',
    comment: '',
    ...given,
    phones: parsePhones(phones),
    emails: parseEmails(emails),
  }
}

export function address(given: Partial<Address> = {}): Address {
  const parts = { postalCode: '', country: '', region: '', district: '', city: '', settlement: '', street: '', house: '' }
  return { use: 'legal', text: '', ...parts, building: '', flat: '', ...given }
}

export function bankAccount(given: Partial<BankAccount> = {}): BankAccount {
  return { account: '', bankName: '', bik: '', correspondentAccount: '', currency: '', comment: '', ...given }
}

export function workOrder(given: Told<DocumentOf<'workOrder'>> = {}): DocumentOf<'workOrder'> {
  return tableDocument('workOrder', given)
}

/** A document of a table. */
export function tableDocument<K extends TableDocumentKind>(kind: K, told: Told<DocumentOf<K>> = {}): DocumentOf<K> {
  const { phones = '', emails = '', ...given } = told
  const record = {
    ...base,
    kind,
    id: '',
    number: '3000004876',
    date: '2026-03-05T09:05:00',
    state: '',
    amount: '30110',
    currency: '',
    organisation: '',
    client: '',
    clientId: '',
    clientInn: '',
    payerId: '',
    payer: '',
    persons: [],
    basis: '',
    contract: '',
    beginDate: null,
    endDate: null,
    portalId: '',
    comment: '',
    ...given,
    phones: parsePhones(phones),
    emails: parseEmails(emails),
  }
  return record as unknown as DocumentOf<K>
}

export function documentRow(given: Partial<DocumentRow> = {}): DocumentRow {
  const numbers = { price: null, quantity: null, amount: null, discountPercent: null, discountAmount: null, vat: null }
  const words = { document: '77', productId: '', name: 'Масло 5W-40', article: '', service: false, unitCode: '', unit: '' }
  return { ...base, kind: 'documentRow', id: '77', ...words, ...numbers, ...given }
}

export function order({ state, ...given }: Partial<Omit<Order, 'state'>> & { readonly state?: Partial<OrderState> } = {}): Order {
  const number = given.number ?? 'D-1045'
  return {
    ...base,
    kind: 'order',
    id: number,
    container: null,
    number,
    date: '2026-03-04T10:15:00',
    operation: 'Заказ товара',
    role: 'Продавец',
    currency: 'RUB',
    rate: null,
    amount: '1500',
    dueDate: null,
    comment: '',
    number1c: '',
    date1c: null,
    counterparties: [],
    rows: [],
    discounts: [],
    taxes: [],
    warehouseIds: [],
    requisites: [],
    payments: [],
    shipments: [],
    ...given,
    state: { posted: null, paid: null, shipped: null, cancelled: null, status: '', ...state },
  }
}

export function orderRow(given: Partial<OrderRow> = {}): OrderRow {
  const empty = { productId: '', article: '', service: false, unit: null, ratio: '1', vat: null, taxes: [], discounts: [] }
  return { ...empty, name: 'Болт М10', price: null, quantity: null, amount: null, variant: [], extra: {}, ...given }
}

export function product(given: Partial<Product> = {}): Product {
  return {
    ...base,
    kind: 'product',
    id: guid(100),
    service: false,
    name: 'Болт М10',
    fullName: '',
    article: '',
    code: '',
    barcode: '',
    description: '',
    groupIds: [],
    groupNames: [],
    unit: null,
    vat: null,
    manufacturer: '',
    images: [],
    properties: [],
    variant: [],
    prices: null,
    quantity: null,
    catalogueId: '',
    ...given,
  }
}

export function offer(given: Partial<Offer> = {}): Offer {
  const id = given.id ?? guid(100)
  const [productId = '', variantId = ''] = id.split('#')
  const empty = { name: '', article: '', barcode: '', unit: null, variant: [], prices: null, quantity: null, stock: null }
  return { ...base, kind: 'offer', id, productId, variantId, ...empty, catalogueId: '', ...given }
}

export function price(value: string | null, priceTypeId = 'retail', given: Partial<Price> = {}): Price {
  return { priceTypeId, value, currency: 'RUB', unit: '', ratio: '1', ...given }
}

export function priceType(id: string, name: string, given: Partial<PriceType> = {}): PriceType {
  return { ...base, kind: 'priceType', id, name, currency: 'RUB', vatIncluded: true, ...given }
}

export function group(id: string, name: string, parentId = ''): Group {
  return { ...base, kind: 'group', id, name, parentId }
}

export function warehouse(id: string, name: string): Warehouse {
  return { ...base, kind: 'warehouse', id, name, address: '' }
}

export function unit(code: string, name: string): Unit {
  return { ...base, kind: 'unit', id: code, code, name, fullName: '', international: '' }
}

export function property(id: string, name: string, variants: Readonly<Record<string, string>> = {}): Property {
  return { ...base, kind: 'property', id, name, valueType: 'Справочник', variants }
}

export function tableRow(extra: Readonly<Record<string, string>> = {}): TableRow {
  return { ...base, kind: 'row', id: '', extra }
}
