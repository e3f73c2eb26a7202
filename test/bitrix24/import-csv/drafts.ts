import type { CompanyDraft, ContactDraft, DealDraft, ProductDraft } from '../../../src/bitrix24/drafts/draft.ts'
import type { AddressDraft, BankAccountDraft, RequisiteDraft } from '../../../src/bitrix24/drafts/requisite.ts'

/** Drafts with everything empty but what a test says. All names and numbers are invented. */
const base = { key: 'k', originId: '6f1a2b3c-0000-4000-8000-000000000001', custom: {}, comments: '', responsible: '' }
const points = { phones: [], emails: [], sites: [] }

export function company(given: Partial<CompanyDraft> = {}): CompanyDraft {
  return { ...base, ...points, kind: 'company', title: 'ООО Лютик', companyType: '', industry: '', requisites: [], ...given }
}

export function contact(given: Partial<ContactDraft> = {}): ContactDraft {
  const person = { lastName: 'Осокина', firstName: 'Вера', secondName: '', salutation: '', birthDate: '', post: '' }
  return {
    ...base,
    ...points,
    ...person,
    kind: 'contact',
    contactType: '',
    source: '',
    companyTitle: '',
    requisites: [],
    ...given,
  }
}

export function deal(given: Partial<DealDraft> = {}): DealDraft {
  const empty = { pipeline: '', stage: '', closed: null, dealType: '', source: '', probability: '', beginDate: '', closeDate: '' }
  const links = { companyTitle: '', contactName: '' }
  return { ...base, ...empty, ...links, kind: 'deal', title: 'Заказ 15', amount: '', currency: '', rows: [], ...given }
}

export function product(given: Partial<ProductDraft> = {}): ProductDraft {
  const empty = { description: '', active: null, price: '', currency: '', vat: '', vatIncluded: null, measure: '' }
  return { ...base, ...empty, kind: 'product', externalId: 'ext-1', name: 'Гайка М8', sections: [], images: [], ...given }
}

export function requisite(given: Partial<RequisiteDraft> = {}): RequisiteDraft {
  const numbers = { inn: '', kpp: '', ogrn: '', ogrnip: '', okpo: '' }
  const names = {
    companyName: '',
    companyFullName: '',
    director: '',
    accountant: '',
    lastName: '',
    firstName: '',
    secondName: '',
  }
  return { preset: 'organization', name: '', ...numbers, ...names, addresses: [], bankAccounts: [], ...given }
}

export function address(given: Partial<AddressDraft> = {}): AddressDraft {
  return { type: 'legal', address1: '', address2: '', city: '', postalCode: '', district: '', region: '', country: '', ...given }
}

export function account(given: Partial<BankAccountDraft> = {}): BankAccountDraft {
  return { name: '', bankName: '', bik: '', account: '', correspondentAccount: '', currency: '', comment: '', ...given }
}
