import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resolveCard } from '../../../src/bitrix24/crm/resolve-card.ts'
import { describe, entryOf } from '../../../src/problems/describe.ts'
import { account, address, company, contact, options, requisite } from './drafts.ts'

const custom = (values: Record<string, string>, more: Partial<typeof options> = {}) =>
  resolveCard({ ...company, custom: values }, [], { ...options, ...more })
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code)

test('a company gets the field names and the ids of this portal', () => {
  const { card, problems, missing } = resolveCard(company, ['companyType', 'responsible'], options)
  assert.deepEqual([problems, missing], [[], []])
  assert.deepEqual(card.fields, {
    title: 'ООО «Лютик»',
    typeId: 'CUSTOMER',
    industry: '',
    comments: 'Звонить утром',
    assignedById: '3',
    opened: 'Y',
  })
  assert.deepEqual(card.initial, ['typeId', 'assignedById', 'opened'])
  assert.equal(card.requisite, null)
})

test('the same phone in two spellings is one point, and an e-mail is never mobile', () => {
  assert.deepEqual(resolveCard(company, [], options).card.points, [
    { typeId: 'PHONE', valueType: 'WORK', value: '+74950000001' },
    { typeId: 'EMAIL', valueType: 'WORK', value: 'info@example.org' },
    { typeId: 'WEB', valueType: 'WORK', value: 'https://example.org' },
  ])
})

test('a contact keeps its own field names; a responsible that 1C does not tell is left out, other empty values stay', () => {
  const { card, problems } = resolveCard(contact, [], { ...options, openToAll: false })
  assert.deepEqual(problems, [])
  assert.deepEqual(card.fields, {
    lastName: 'Горин',
    name: 'Олег',
    secondName: 'Ильич',
    honorific: 'HNR_RU_1',
    birthdate: '1990-05-01',
    post: 'Директор',
    typeId: 'CLIENT',
    sourceId: '',
    comments: '',
    opened: 'N',
  })
})

test('custom fields are found by code or title and take values by their types', () => {
  const { card, problems } = custom({
    UF_CRM_PRICE_KIND: 'оптовая',
    марки: 'Клевер; Лютик; клевер',
    Лимит: '1 234,50 руб.',
    UF_CRM_DEBT: '1\u00a0000,10',
    'Отсрочка, дней': '14',
    uf_crm_vip: 'Да',
    'Клиент с': '05.03.2020',
    UF_CRM_SEEN: '05.03.2026 10:15',
    'Менеджер 1С': 'larina@example.org',
    Метки: 'опт\nюг',
    REVENUE: '0',
  })
  assert.deepEqual(problems, [])
  const { title: _t, typeId: _k, industry: _i, comments: _c, assignedById: _a, opened: _o, ...own } = card.fields
  assert.deepEqual(own, {
    UF_CRM_PRICE_KIND: '41',
    UF_CRM_BRANDS: '["52","51"]',
    UF_CRM_LIMIT: '1234.5|RUB',
    UF_CRM_DEBT: '1000.1',
    UF_CRM_DAYS: '14',
    UF_CRM_VIP: 'Y',
    UF_CRM_SINCE: '2020-03-05',
    UF_CRM_SEEN: '2026-03-05T10:15:00',
    UF_CRM_MANAGER: '3',
    UF_CRM_TAGS: '["опт","юг"]',
    revenue: '0',
  })
})

test('money takes the currency of the portal where none is told, and refuses an unknown one', () => {
  assert.equal(custom({ Лимит: '500' }).card.fields['UF_CRM_LIMIT'], '500|RUB')
  assert.equal(custom({ Лимит: '12.5|USD' }).card.fields['UF_CRM_LIMIT'], '12.5|USD')
  assert.deepEqual(codes(custom({ Лимит: '500 тугриков' }).problems), ['crm.value-unreadable'])
})

test('the 1C id goes into the field that the settings name', () => {
  const idFields = { company: 'код 1с', contact: '' }
  assert.equal(resolveCard(company, [], { ...options, idFields }).card.fields['UF_CRM_ID_1C'], 'c-1')
  assert.equal('UF_CRM_ID_1C' in resolveCard({ ...company, originId: '' }, [], { ...options, idFields }).card.fields, false)
  assert.deepEqual(codes(resolveCard(company, [], { ...options, idFields: { company: 'UF_CRM_NO', contact: '' } }).problems), [
    'crm.field-unknown',
  ])
})

test('an unknown field is told with the nearest one and with what there is', () => {
  const { problems, card } = custom({ 'Вид цены': 'Оптовая' })
  assert.deepEqual(codes(problems), ['crm.field-unknown'])
  assert.match(describe(problems[0]!, 'ru').message, /«Вид цены».*Похожее: Вид цен\..*Код 1С, Вид цен, Марки/)
  assert.equal('Вид цены' in card.fields, false)
  assert.deepEqual(codes(custom({ 'Вид цены': 'Оптовая' }, { missingValues: 'skip' }).problems), ['crm.field-skipped'])
})

test('a title that two fields have means neither', () => {
  const { problems } = custom({ Примечание: 'да' })
  assert.deepEqual(codes(problems), ['crm.field-ambiguous'])
  assert.equal(problems[0]!.args['list'], 'UF_CRM_NOTE_A, UF_CRM_NOTE_B')
  assert.equal(custom({ UF_CRM_NOTE_B: 'да' }).card.fields['UF_CRM_NOTE_B'], 'да')
})

test('what cannot be filled and what cannot be read is left out with a warning', () => {
  const { problems, card } = custom({ 'Скан договора': 'a.pdf', ID: '5', 'Отсрочка, дней': '1,5', VIP: 'может быть' })
  assert.deepEqual(codes(problems), [
    'crm.field-not-writable',
    'crm.field-not-writable',
    'crm.value-unreadable',
    'crm.value-unreadable',
  ])
  assert.deepEqual(
    problems.map((found) => entryOf(found).severity),
    ['warning', 'warning', 'warning', 'warning'],
  )
  assert.equal('UF_CRM_DAYS' in card.fields, false)
})

test('an unknown directory value refuses the card, is left out, or is to be added, as the settings say', () => {
  const odd = { ...company, companyType: 'Клеент' }
  const refused = resolveCard(odd, [], options)
  assert.deepEqual(codes(refused.problems), ['crm.value-unknown'])
  assert.deepEqual(refused.problems[0]!.args, {
    field: 'Тип компании',
    value: 'Клеент',
    near: 'Клиент',
    list: 'Клиент, Поставщик',
  })
  assert.equal(entryOf(refused.problems[0]!).severity, 'error')
  const skipped = resolveCard(odd, [], { ...options, missingValues: 'skip' })
  assert.deepEqual(codes(skipped.problems), ['crm.value-skipped'])
  const created = resolveCard(odd, [], { ...options, missingValues: 'create' })
  assert.deepEqual(created.problems, [])
  assert.deepEqual(created.missing, [{ directory: 'COMPANY_TYPE', name: 'Клеент', entity: 'company' }])
  for (const { card } of [refused, skipped, created]) assert.equal('typeId' in card.fields, false)
})

test('an item of a custom list can be added only where the id of the field is known', () => {
  const created = custom({ 'Вид цен': 'Дилерская', Марки: 'Мак' }, { missingValues: 'create' })
  assert.deepEqual(created.missing, [{ directory: 'UF_CRM_PRICE_KIND', name: 'Дилерская', entity: 'company' }])
  assert.deepEqual(codes(created.problems), ['crm.value-unknown'])
})

test('a responsible who is unknown, one of several, or cannot be looked up is left out with a warning', () => {
  const told = (responsible: string, users = options.directories.users) =>
    resolveCard({ ...company, responsible }, [], { ...options, directories: { ...options.directories, users } })
  const unknown = told('Марина Ларина')
  assert.deepEqual(codes(unknown.problems), ['crm.user-unknown'])
  assert.equal(unknown.problems[0]!.args['near'], 'Мария Ларина')
  assert.equal('assignedById' in unknown.card.fields, false)
  assert.equal(told('Петр Волков').problems[0]!.args['list'], 'Пётр Волков (5), Петр Волков (6)')
  assert.deepEqual(codes(told('Мария Ларина', null).problems), ['crm.users-unreadable'])
  assert.equal(told('77', null).card.fields['assignedById'], '77')
})

test('a requisite gets its template, its mark, a name and no empty fields', () => {
  const { card, problems } = resolveCard({ ...company, requisites: [requisite] }, [], options)
  assert.deepEqual(problems, [])
  assert.deepEqual(card.requisite, {
    presetId: 11,
    xmlId: 'obmen24|c-1',
    fields: {
      NAME: 'Общество с ограниченной ответственностью «Лютик»',
      RQ_INN: '6900000009',
      RQ_KPP: '690001001',
      RQ_COMPANY_NAME: 'ООО «Лютик»',
    },
    addresses: [],
    banks: [],
  })
  const person = { ...requisite, preset: 'person' as const, name: '', companyName: '', lastName: 'Горин', firstName: 'Олег' }
  assert.equal(resolveCard({ ...company, requisites: [person] }, [], options).card.requisite!.fields['NAME'], 'Горин Олег')
  const bare = { ...requisite, name: ' ', companyName: '' }
  assert.equal(resolveCard({ ...company, requisites: [bare] }, [], options).card.requisite!.fields['NAME'], 'Юрлицо (наше)')
})

test('an address tells all its parts; the first one of a type wins, and the loss is told', () => {
  const second = { ...address, address1: 'ул. Речная, д. 1' }
  const { card, problems } = resolveCard(
    { ...company, requisites: [{ ...requisite, addresses: [address, second, address, { ...address, type: 'actual' }] }] },
    [],
    options,
  )
  assert.deepEqual(codes(problems), ['crm.address-second'])
  assert.deepEqual(
    card.requisite!.addresses.map(({ typeId }) => typeId),
    [6, 1],
  )
  assert.deepEqual(card.requisite!.addresses[0]!.fields, {
    ADDRESS_1: 'ул. Луговая, д. 4',
    ADDRESS_2: 'кв. 2',
    CITY: 'Тверь',
    POSTAL_CODE: '170000',
    REGION: '',
    PROVINCE: 'Тверская обл.',
    COUNTRY: 'Россия',
  })
})

test('bank accounts are marked by account and bank, named after the bank, and told once', () => {
  const { card, problems } = resolveCard(
    { ...company, requisites: [{ ...requisite, bankAccounts: [account, { ...account, comment: 'старый' }] }] },
    [],
    options,
  )
  assert.deepEqual(codes(problems), ['crm.bank-second'])
  assert.deepEqual(card.requisite!.banks, [
    {
      xmlId: '40702810000000000001|042800001',
      fields: {
        NAME: 'Банк «Луг»',
        COUNTRY_ID: '1',
        RQ_BANK_NAME: 'Банк «Луг»',
        RQ_BIK: '042800001',
        RQ_ACC_NUM: '40702810000000000001',
      },
    },
  ])
})

test('without a template there is no requisite, and a second requisite is told of', () => {
  const none = { ...options, directories: { ...options.directories, presets: [] } }
  const refused = resolveCard({ ...company, requisites: [requisite, requisite] }, [], none)
  assert.deepEqual(codes(refused.problems), ['crm.requisites-several', 'crm.preset-unknown'])
  assert.equal(refused.card.requisite, null)
  const skipped = resolveCard({ ...company, requisites: [requisite] }, [], { ...none, missingValues: 'skip' })
  assert.deepEqual(codes(skipped.problems), ['crm.preset-skipped'])
})
