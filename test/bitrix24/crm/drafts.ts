import type { DocumentOptions, ResolveOptions } from '../../../src/bitrix24/crm/resolve-options.ts'
import type { CompanyDraft, ContactDraft, DocumentDraft, DocumentRowDraft } from '../../../src/bitrix24/drafts/draft.ts'
import type { AddressDraft, BankAccountDraft, RequisiteDraft } from '../../../src/bitrix24/drafts/requisite.ts'
import { directories, documentDirectories } from './directories.ts'

export const options: ResolveOptions = {
  directories,
  presets: { organization: 'Организация', soleProprietor: 'ИП', person: 'Физ. лицо' },
  idFields: { company: '', contact: '' },
  openToAll: true,
  requisiteXmlId: 'obmen24|c-1',
  missingValues: 'refuse',
}

export const company: CompanyDraft = {
  kind: 'company',
  key: 'c-1',
  originId: 'c-1',
  title: 'ООО «Лютик»',
  companyType: 'клиент',
  industry: '',
  comments: 'Звонить утром',
  responsible: 'Ларина Мария',
  phones: [
    { type: 'WORK', value: '+74950000001' },
    { type: 'MOBILE', value: '8 (495) 000-00-01' },
  ],
  emails: [{ type: 'MOBILE', value: 'info@example.org' }],
  sites: [{ type: 'WORK', value: 'https://example.org' }],
  requisites: [],
  custom: {},
}

export const contact: ContactDraft = {
  kind: 'contact',
  key: 'p-1',
  originId: 'p-1',
  lastName: 'Горин',
  firstName: 'Олег',
  secondName: 'Ильич',
  salutation: 'Уважаемый',
  birthDate: '1990-05-01',
  post: 'Директор',
  contactType: 'Клиенты',
  source: '',
  comments: '',
  responsible: '',
  companyTitle: 'ООО «Лютик»',
  phones: [],
  emails: [],
  sites: [],
  requisites: [],
  custom: {},
}

export const requisite: RequisiteDraft = {
  preset: 'organization',
  name: 'Общество с ограниченной ответственностью «Лютик»',
  inn: '6900000009',
  kpp: '690001001',
  ogrn: '',
  ogrnip: '',
  okpo: '',
  companyName: 'ООО «Лютик»',
  companyFullName: '',
  director: '',
  accountant: '',
  lastName: '',
  firstName: '',
  secondName: '',
  addresses: [],
  bankAccounts: [],
}

export const address: AddressDraft = {
  type: 'legal',
  address1: 'ул. Луговая, д. 4',
  address2: 'кв. 2',
  city: 'Тверь',
  postalCode: '170000',
  district: '',
  region: 'Тверская обл.',
  country: 'Россия',
}

export const account: BankAccountDraft = {
  name: '',
  bankName: 'Банк «Луг»',
  bik: '042800001',
  account: '40702810000000000001',
  correspondentAccount: '',
  currency: '',
  comment: '',
}

export const documentOptions: DocumentOptions = {
  directories: documentDirectories,
  entity: 'deal',
  missingValues: 'refuse',
  numberField: 'Номер в 1С',
  idField: '',
  openToAll: true,
  productIds: new Map(),
  rows: true,
}

/** A work order of a car service. */
export const document: DocumentDraft = {
  kind: 'deal',
  key: 'workOrder:0000012',
  originId: 'w-12',
  title: 'Заказ-наряд 0000012',
  pipeline: 'Сервис',
  stage: 'Приёмка',
  closed: null,
  dealType: 'Сервис',
  source: '',
  amount: '30110',
  currency: 'RUB',
  probability: '60',
  companyTitle: '',
  contactName: '',
  beginDate: '2026-03-02T10:15:00',
  closeDate: '',
  comments: 'Стук в подвеске',
  responsible: 'Ларина Мария',
  custom: {},
  number: '0000012',
  myCompany: '',
  rows: [],
}

export const row: DocumentRowDraft = {
  product: 'Масло моторное 5W-40',
  price: '950',
  quantity: '4',
  amount: '3800',
  productId: '',
  article: '',
  measure: '112',
  vat: '20',
  vatIncluded: true,
  discount: '',
}
