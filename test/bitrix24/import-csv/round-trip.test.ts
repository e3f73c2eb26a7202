import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CompanyDraft, ContactDraft, DealDraft, ProductDraft } from '../../../src/bitrix24/drafts/draft.ts'
import type { AddressDraft, BankAccountDraft, RequisiteDraft } from '../../../src/bitrix24/drafts/requisite.ts'
import { companyRows } from '../../../src/bitrix24/import-csv/company-rows.ts'
import { contactRows } from '../../../src/bitrix24/import-csv/contact-rows.ts'
import { dealRows } from '../../../src/bitrix24/import-csv/deal-rows.ts'
import { productRows } from '../../../src/bitrix24/import-csv/product-rows.ts'
import { defaultProfile, type ImportProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { account, address, company, contact, deal, product, requisite } from './drafts.ts'
import { fileOf } from './files.ts'
import { addressTypes, companyFields, contactFields, dealFields, presets, productFields } from './portal-model.ts'
import { pointValues, readCards, readDeals, type StoredCard, sectionsOf, tableOf } from './reader-model.ts'

const profile: ImportProfile = { ...defaultProfile, idFields: idFields() }

function idFields(): ImportProfile['idFields'] {
  const field = { id: 'UF_CRM_1C_ID', title: 'Код 1С' }
  return { company: field, contact: field, deal: field }
}

test('any companies come back from the old reader as they were, names twice or not, under titles and under ids', () => {
  fc.assert(
    fc.property(fc.array(companies, { maxLength: 4 }), fc.constantFrom('titles', 'ids'), (drafts, headers) => {
      const sheet = createSheet('company', { ...profile, headers })
      let number = 0
      const records = drafts.map((draft) => {
        const result = companyRows(draft, number + 1, sheet)
        if (result.rows.length > 0) number += 1
        return result
      })
      const { stored, errors } = readCards(fileOf(sheet, ...records), companyFields, ['ID', 'TITLE'])
      assert.deepEqual(errors, [])
      const named = drafts.filter(({ title }) => oneLine(title) !== '')
      assert.deepEqual(
        stored.map((card) => companySeen(card, headers)),
        named.map(companyWanted),
      )
    }),
    { numRuns: 300 },
  )
})

test('any contacts come back from the old reader as they were', () => {
  fc.assert(
    fc.property(fc.array(contacts, { minLength: 1, maxLength: 3 }), (drafts) => {
      const sheet = createSheet('contact', profile)
      const named = drafts.filter(({ firstName, lastName }) => oneLine(firstName) !== '' || oneLine(lastName) !== '')
      const records = named.map((draft, place) => contactRows(draft, place + 1, sheet))
      const { stored, errors } = readCards(fileOf(sheet, ...records), contactFields, ['ID', 'NAME', 'LAST_NAME'])
      assert.deepEqual(errors, [])
      assert.deepEqual(stored.map(contactSeen), named.map(contactWanted))
    }),
    { numRuns: 200 },
  )
})

for (const wizard of ['old', 'new'] as const) {
  test(`any deals come back from the ${wizard} reader as they were`, () => {
    fc.assert(
      fc.property(fc.array(deals(wizard), { minLength: 1, maxLength: 3 }), (drafts) => {
        const sheet = createSheet('deal', profile)
        const named = drafts.filter(({ title }) => oneLine(title) !== '')
        const records = named.map((draft, place) => dealRows(draft, place + 1, sheet))
        const { stored, errors } = readDeals(fileOf(sheet, ...records), dealFields, wizard)
        assert.deepEqual(errors, [])
        assert.deepEqual(stored.map(dealSeen), named.map(dealWanted))
      }),
      { numRuns: 200 },
    )
  })

  test(`any products come back from the ${wizard} way of reading CSV as they were`, () => {
    fc.assert(
      fc.property(fc.array(products, { minLength: 1, maxLength: 3 }), (drafts) => {
        const sheet = createSheet('product', profile)
        const named = drafts.filter(({ name }) => oneLine(name) !== '')
        const records = named.map((draft, place) => productRows(draft, place + 1, sheet))
        const table = tableOf(fileOf(sheet, ...records), productFields, wizard)
        assert.deepEqual(table.map(productSeen), named.map(productWanted))
      }),
      { numRuns: 200 },
    )
  })
}

/** What may change on the way: kinds of space become one space, control and zero-width characters go, broken UTF-16 is mended. */
function oneLine(text: string): string {
  const kept = [...text.toWellFormed()].filter(
    (character) => !/[\p{Cc}\u200b\u2060\ufeff]/u.test(character) || /[\t\n\v\f\r\u0085]/.test(character),
  )
  return kept
    .join('')
    .split(/[\s\u0085]+/)
    .filter(Boolean)
    .join(' ')
}

function manyLines(text: string): string {
  return text
    .split(/[\r\n\u0085\u2028\u2029]/)
    .map(oneLine)
    .filter(Boolean)
    .join(' / ')
}

const hard = [
  '"',
  '""',
  ';',
  '";"',
  ',',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '=1+1',
  '+7',
  '-',
  '@',
  '\u00a0',
  '\u2028',
  '\u0085',
  '\u0000',
  '\ufeff',
]
const soft = [
  'ООО «Ромашка»',
  'Ёж',
  'ё',
  'a',
  'Z',
  ' ',
  '  ',
  '/',
  "'",
  '😀',
  '👩‍🔧',
  '\ud800',
  '№ 5',
  '1',
  '0',
  'да',
  'Да',
  '\\',
  '\\"',
  '{x}',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...hard), fc.constantFrom(...soft)), { maxLength: 8 })
  .map((parts) => parts.join(''))
const digits = (length: number) =>
  fc.oneof(fc.constant(''), fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length }))
const decimal = fc.oneof(
  fc.constant(''),
  fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom('', '.5', '.05', '.25')).map((parts) => parts.join('')),
)
const isoDate = fc.oneof(
  fc.constant(''),
  fc
    .date({ min: new Date('1930-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
)
const custom = fc.constant({})
const base = { key: fc.constant('k'), originId: fc.uuid(), custom, comments: text, responsible: text }

const phones = fc
  .uniqueArray(fc.constantFrom('WORK', 'MOBILE', 'FAX', 'HOME', 'PAGER', 'MAILING', 'OTHER'), { maxLength: 7 })
  .chain((types) => fc.tuple(...types.map((type) => fc.record({ type: fc.constant(type), value: phoneText }))))
const phoneText = fc
  .tuple(fc.constantFrom('+7 (495) 000-00-', '8-800-000-00-', '000-'), fc.integer({ min: 10, max: 99_999 }))
  .map((parts) => parts.join(''))

const addresses = fc
  .uniqueArray(fc.constantFrom('actual', 'registered', 'legal', 'postal', 'beneficiary', 'delivery'), { maxLength: 4 })
  .chain((types) => fc.tuple(...types.map((type) => fc.record(addressParts(type)))))

function addressParts(type: AddressDraft['type']) {
  return {
    type: fc.constant(type),
    address1: text,
    address2: text,
    city: text,
    postalCode: digits(6),
    district: text,
    region: text,
    country: text,
  }
}

const accounts = fc.array(
  fc.record({
    name: text,
    bankName: text,
    bik: digits(9),
    account: digits(20),
    correspondentAccount: digits(20),
    currency: text,
    comment: text,
  }),
  { maxLength: 3 },
)

/** Each fills only what its preset has; numbers are all different, as equal ones make one requisite of two. */
const requisites = fc
  .uniqueArray(
    fc.oneof(
      fc.record({ ...requisiteParts('organization'), kpp: digits(9), ogrn: digits(13), director: text, accountant: text }),
      fc.record({ ...requisiteParts('soleProprietor'), ogrnip: digits(15), lastName: text, firstName: text, secondName: text }),
      fc.record({
        preset: fc.constant('person' as const),
        name: text,
        lastName: text,
        firstName: text,
        secondName: text,
        addresses,
        bankAccounts: accounts,
      }),
    ),
    { maxLength: 3, comparator: (one, other) => JSON.stringify(numbersOf(one)) === JSON.stringify(numbersOf(other)) },
  )
  .filter((found) => !found.some((one, place) => found.slice(place + 1).some((other) => sharesNumber(one, other))))
  .map((found) => found.map((each) => requisite(each)))

function requisiteParts(preset: RequisiteDraft['preset']) {
  const texts = { name: text, okpo: text, companyName: text, companyFullName: text }
  return {
    preset: fc.constant(preset),
    ...texts,
    inn: digits(preset === 'organization' ? 10 : 12),
    addresses,
    bankAccounts: accounts,
  }
}

function numbersOf(each: Partial<RequisiteDraft>) {
  return [each.preset, each.inn, each.ogrn, each.ogrnip, each.name, each.lastName]
}

function sharesNumber(one: Partial<RequisiteDraft>, other: Partial<RequisiteDraft>): boolean {
  return (['inn', 'ogrn', 'ogrnip'] as const).some((number) => Boolean(one[number]) && one[number] === other[number])
}

const companies: fc.Arbitrary<CompanyDraft> = fc
  .record({
    ...base,
    title: fc.oneof(text, fc.constant('ООО "Дубль"')),
    companyType: fc.constantFrom('', 'Клиент'),
    phones,
    requisites,
  })
  .map((given) => company(given))

const contacts: fc.Arbitrary<ContactDraft> = fc
  .record({
    ...base,
    lastName: text,
    firstName: text,
    secondName: text,
    birthDate: isoDate,
    post: text,
    companyTitle: text,
    phones,
    requisites,
  })
  .map((given) => contact(given))

function deals(wizard: 'old' | 'new'): fc.Arbitrary<DealDraft> {
  const quantity = wizard === 'old' ? decimal : fc.integer({ min: 1, max: 9999 }).map(String)
  const row = fc.record({
    product: text.filter((name) => oneLine(name) !== ''),
    price: fc.integer({ min: 0, max: 99_999 }).map(String),
    quantity,
  })
  const dates = { beginDate: isoDate, closeDate: isoDate }
  const lists = { stage: fc.constantFrom('', 'В работе', 'Сделка успешна'), closed: fc.constantFrom(null, true, false) }
  return fc
    .record({
      ...base,
      ...dates,
      ...lists,
      title: text,
      amount: decimal,
      companyTitle: text,
      contactName: text,
      rows: fc.array(row, { maxLength: 4 }),
    })
    .map((given) => deal(given))
}

const products: fc.Arbitrary<ProductDraft> = fc
  .record({
    ...base,
    name: text,
    externalId: fc.uuid(),
    description: text,
    active: fc.constantFrom(null, true, false),
    price: decimal,
    sections: fc.array(text, { maxLength: 3 }),
  })
  .map((given) => product(given))

function companySeen({ fields, requisites: stored }: StoredCard, headers: 'titles' | 'ids') {
  const { TITLE: title, COMMENTS: comments, ASSIGNED_BY_ID: responsible, UF_CRM_1C_ID: originId } = fields
  const companyType = headers === 'ids' && fields['COMPANY_TYPE'] === 'CUSTOMER' ? 'Клиент' : fields['COMPANY_TYPE']
  return { title, companyType, comments, responsible, originId, phones: phonesSeen(fields), requisites: stored }
}

function companyWanted({ title, companyType, comments, responsible, originId, phones: given, requisites: all }: CompanyDraft) {
  const texts = { title: oneLine(title), companyType, comments: manyLines(comments), responsible: oneLine(responsible), originId }
  return { ...texts, phones: phonesWanted(given), requisites: requisitesWanted(all) }
}

function contactSeen({ fields, requisites: stored }: StoredCard) {
  const { NAME, LAST_NAME, SECOND_NAME, BIRTHDATE, POST, COMPANY_TITLE, COMMENTS, ASSIGNED_BY_ID } = fields
  const texts = [NAME, LAST_NAME, SECOND_NAME, POST, COMPANY_TITLE, ASSIGNED_BY_ID]
  return { texts, birthDate: isoOf(BIRTHDATE), comments: COMMENTS, phones: phonesSeen(fields), requisites: stored }
}

function contactWanted(draft: ContactDraft) {
  const { firstName, lastName, secondName, post, companyTitle, responsible, birthDate, comments } = draft
  const texts = [firstName, lastName, secondName, post, companyTitle, responsible].map(oneLine)
  return {
    texts,
    birthDate,
    comments: manyLines(comments),
    phones: phonesWanted(draft.phones),
    requisites: requisitesWanted(draft.requisites),
  }
}

function dealSeen({ fields, products: rows }: ReturnType<typeof readDeals>['stored'][number]) {
  const { TITLE, COMPANY_ID, CONTACT_ID, OPPORTUNITY, STAGE_ID, CLOSED, BEGINDATE, CLOSEDATE, COMMENTS } = fields
  return {
    texts: [TITLE, COMPANY_ID, CONTACT_ID, OPPORTUNITY, STAGE_ID, CLOSED, COMMENTS],
    dates: [isoOf(BEGINDATE), isoOf(CLOSEDATE)],
    rows,
  }
}

function dealWanted({
  title,
  companyTitle,
  contactName,
  amount,
  stage,
  closed,
  comments,
  beginDate,
  closeDate,
  rows,
}: DealDraft) {
  const yesNo = closed === null ? '' : closed ? 'да' : 'нет'
  const texts = [oneLine(title), oneLine(companyTitle), oneLine(contactName), amount, stage, yesNo, manyLines(comments)]
  const wanted = rows.map((row) => ({ product: oneLine(row.product), price: row.price, quantity: row.quantity || '1' }))
  return { texts, dates: [beginDate, closeDate], rows: wanted }
}

function productSeen(row: Record<string, string>) {
  const { XML_ID, NAME, DESCRIPTION, ACTIVE, PRICE } = row
  return { texts: [XML_ID, NAME, DESCRIPTION, ACTIVE, PRICE], sections: sectionsOf(row) }
}

function productWanted({ externalId, name, description, active, price, sections }: ProductDraft) {
  const yesNo = active === null ? '' : active ? 'да' : 'нет'
  return {
    texts: [externalId, oneLine(name), manyLines(description), yesNo, price],
    sections: sections.map(oneLine).filter(Boolean),
  }
}

function phonesSeen(fields: Record<string, string>) {
  const types = ['WORK', 'MOBILE', 'FAX', 'HOME', 'PAGER', 'MAILING', 'OTHER']
  return types.flatMap((type) => pointValues(fields[`PHONE_${type}`] ?? '').map((value) => ({ type, value }))).sort(byValue)
}

/** Equal numbers are written once, so a test may only ask for the values. */
function phonesWanted(given: CompanyDraft['phones']) {
  const first = given.filter(({ value }, place) => given.findIndex((each) => each.value === value) === place)
  return first.map(({ type, value }) => ({ type, value })).sort(byValue)
}

function byValue(one: { value: string }, other: { value: string }): number {
  return one.value < other.value ? -1 : 1
}

function isoOf(date = ''): string {
  return date.split('.').reverse().join('-')
}

/** The requisites as the portal is to have them: empty ones gone, every one named and numbered. */
function requisitesWanted(all: readonly RequisiteDraft[]): unknown[] {
  const taken = new Set<string>()
  const full = all.filter(
    (each) =>
      hasText({ ...each, preset: '', addresses: '', bankAccounts: '' }) || addressesOf(each).length + accountsOf(each).length > 0,
  )
  return full.map((each, place) => {
    const preset = { organization: 'Организация', soleProprietor: 'ИП', person: 'Физ. лицо' }[each.preset]
    return {
      presetId: presets[preset]?.id,
      name: unique(oneLine(each.name) || oneLine(each.companyName) || preset, taken),
      active: true,
      sort: 500 + 10 * place,
      fields: withoutEmpty({
        INN: each.inn,
        COMPANY_NAME: each.companyName,
        COMPANY_FULL_NAME: each.companyFullName,
        OGRN: each.ogrn,
        KPP: each.kpp,
        OKPO: each.okpo,
        DIRECTOR: each.director,
        ACCOUNTANT: each.accountant,
        LAST_NAME: each.lastName,
        FIRST_NAME: each.firstName,
        SECOND_NAME: each.secondName,
        OGRNIP: each.ogrnip,
      }),
      addresses: Object.fromEntries(addressesOf(each).map((found) => [typeNumber(found), addressWanted(found)])),
      accounts: accountsWanted(accountsOf(each)),
    }
  })
}

function addressesOf({ addresses: found }: RequisiteDraft) {
  return found.filter((each) => hasText({ ...each, type: '' }))
}

function accountsOf({ bankAccounts }: RequisiteDraft) {
  return bankAccounts.filter((each) => hasText({ ...each }))
}

function typeNumber({ type }: AddressDraft): number | undefined {
  const names = {
    actual: 'Фактический адрес',
    registered: 'Адрес регистрации',
    legal: 'Юридический адрес',
    postal: 'Адрес для корреспонденции',
  }
  return addressTypes[{ ...names, beneficiary: 'Адрес бенефициара', delivery: 'Адрес доставки' }[type]]
}

function addressWanted({ address1, address2, city, postalCode, district, region, country }: AddressDraft) {
  const parts = { ADDRESS_1: address1, ADDRESS_2: address2, CITY: city, POSTAL_CODE: postalCode }
  return withoutEmpty({ ...parts, REGION: district, PROVINCE: region, COUNTRY: country })
}

function accountsWanted(given: readonly BankAccountDraft[]) {
  const taken = new Set<string>()
  return given.map(({ name, bankName, bik, account: number, correspondentAccount, currency, comment }) => {
    const title = unique(oneLine(name) || oneLine(`${bankName} ${number}`) || 'Банковский счёт', taken)
    const numbers = { BIK: bik, ACC_NUM: number, COR_ACC_NUM: correspondentAccount, ACC_CURRENCY: currency }
    return {
      active: true,
      fields: { NAME: title, COMMENTS: manyLines(comment), ...withoutEmpty({ BANK_NAME: bankName, ...numbers }) },
    }
  })
}

function unique(name: string, taken: Set<string>): string {
  let found = name
  for (let number = 2; taken.has(found); number += 1) found = `${name} (${number})`
  taken.add(found)
  return found
}

function withoutEmpty(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, value]) => (oneLine(value) === '' ? [] : [[field, oneLine(value)]])),
  )
}

function hasText(texts: Record<string, unknown>): boolean {
  return Object.values(texts).some((value) => typeof value === 'string' && oneLine(value) !== '')
}

test('two companies with one name stay two', () => {
  const sheet = createSheet('company', profile)
  const twin = { title: 'ООО Двойник', requisites: [requisite({ inn: '7700000001', addresses: [address({ city: 'Тверь' })] })] }
  const records = [
    companyRows(company(twin), 1, sheet),
    companyRows(company({ ...twin, requisites: [requisite({ bankAccounts: [account({ bik: '044525001' })] })] }), 2, sheet),
  ]
  const { stored } = readCards(fileOf(sheet, ...records), companyFields, ['ID', 'TITLE'])
  assert.deepEqual(
    stored.map(({ fields, requisites: all }) => [fields['TITLE'], all.length]),
    [
      ['ООО Двойник', 1],
      ['ООО Двойник', 1],
    ],
  )
})
