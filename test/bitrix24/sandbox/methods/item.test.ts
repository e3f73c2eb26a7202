import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calling } from './calling.ts'

interface Item {
  readonly id: number
  readonly fm: readonly { readonly id: number; readonly typeId: string; readonly valueType: string; readonly value: string }[]
  readonly [name: string]: unknown
}

interface Added {
  readonly item: Item
}

const company = (fields: object, rest: object = {}) => ({ entityTypeId: 4, useOriginalUfNames: 'Y', fields, ...rest })

describe('crm.item.add', () => {
  test('fills in what the docs say: a title, the first value of each directory, the owner of the webhook', () => {
    const { call } = calling()
    const { item } = call<Added>('crm.item.add', company({}))
    assert.equal(item['title'], 'Company #1')
    assert.deepEqual(
      [item['typeId'], item['industry'], item['employees'], item['opened'], item['isMyCompany'], item['assignedById']],
      ['CUSTOMER', 'IT', 'EMPLOYEES_1', 'Y', 'N', 1],
    )
    assert.equal(item['createdTime'], '2026-08-20T09:00:00+03:00')
  })

  test('lets a deal begin today and close in seven days, as moments on the clock of the portal', () => {
    const { call } = calling('vladivostok')
    const { item } = call<Added>('crm.item.add', { entityTypeId: 2, fields: { title: 'Ремонт', closedate: '' } })
    assert.deepEqual([item['begindate'], item['closedate'], item['stageId']], ['2026-08-20T10:00:00+10:00', null, 'NEW'])
    const { item: other } = call<Added>('crm.item.add', { entityTypeId: 2, fields: { begindate: '05.09.2026' } })
    assert.deepEqual([other['begindate'], other['closedate']], ['2026-09-05T10:00:00+10:00', '2026-08-27T10:00:00+10:00'])
  })

  test('an explicit empty value is not the default', () => {
    const { call } = calling()
    const { item } = call<Added>('crm.item.add', company({ title: 'А', typeId: '', industry: null }))
    assert.deepEqual([item['typeId'], item['industry']], [null, null])
  })

  test('ignores names that it does not know, and what is read-only', () => {
    const { call } = calling()
    const { item } = call<Added>('crm.item.add', company({ TITLE: 'А', ufCrmVip: 'Y', createdBy: 6, hasPhone: 'Y', id: 900 }))
    assert.deepEqual([item['id'], item['title'], item['createdBy'], item['UF_CRM_VIP']], [1, 'Company #1', 1, 'N'])
  })

  test('does not look for duplicates: one outer id can be there twice', () => {
    const { call } = calling()
    const twice = company({ title: 'А', originatorId: '1C', originId: 'a1' })
    const ids = [call<Added>('crm.item.add', twice), call<Added>('crm.item.add', twice)].map(({ item }) => item.id)
    assert.deepEqual(ids, [1, 2])
    const { items } = call<{ items: Item[] }>('crm.item.list', { entityTypeId: 4, filter: { originId: 'a1' }, select: ['id'] })
    assert.deepEqual(items, [{ id: 1 }, { id: 2 }])
  })

  test('starts automation', () => {
    const { call, state } = calling()
    call('crm.item.add', company({ title: 'А' }))
    assert.deepEqual(state.automation, [{ at: '2026-08-20T09:00:00+03:00', entityTypeId: 4, id: 1, event: 'add' }])
  })

  for (const [name, value] of [
    ['typeId', 'NO_SUCH'],
    ['currencyId', 'XXX'],
    ['assignedById', 77],
    ['leadId', 5],
    ['contactIds', [3]],
    ['UF_CRM_PRICE_GROUP', 999],
  ] as const) {
    test(`refuses an unknown ${name} by its name`, () => {
      const { refusal } = calling()
      const told = `400 "CRM_FIELD_ERROR_VALUE_NOT_VALID": Invalid value for field "${name}"`
      assert.equal(refusal('crm.item.add', company({ title: 'А', [name]: value })), told)
    })
  }

  test('refuses a stage of another pipeline', () => {
    const { refusal, call } = calling()
    const deal = (fields: object) => ({ entityTypeId: 2, fields })
    const told = '400 "CRM_FIELD_ERROR_VALUE_NOT_VALID": Invalid value for field "stageId"'
    assert.equal(refusal('crm.item.add', deal({ stageId: 'C5:NEW' })), told)
    const { item } = call<Added>('crm.item.add', deal({ categoryId: 5, stageId: 'C5:WON' }))
    assert.deepEqual([item['stageId'], item['stageSemanticId'], item['closed']], ['C5:WON', 'S', 'Y'])
  })

  test('refuses a text for a multiple field, and a call without fields', () => {
    const { refusal } = calling()
    const iterable = '400 "100": Expected iterable value for multiple field, but got `string` instead'
    assert.equal(refusal('crm.item.add', company({ title: 'А', observers: '1' })), iterable)
    assert.equal(refusal('crm.item.add', { entityTypeId: 4 }), '400 "100": Could not find value for parameter {fields}')
    assert.equal(refusal('crm.item.add', { entityTypeId: 4, fields: 'x' }), iterable)
    assert.equal(refusal('crm.item.add', { entityTypeId: 5, fields: {} }), '400 "NOT_FOUND": Smart process not found')
  })

  test('stores money with a currency that nobody checks, and a date as the midnight of Greenwich', () => {
    const { call } = calling()
    const add = (fields: object) => call<Added>('crm.item.add', company(fields)).item
    const money = (value: unknown) => add({ UF_CRM_CREDIT_LIMIT: value })['UF_CRM_CREDIT_LIMIT']
    assert.deepEqual(['1234.56', '10|XXX', '', '|EUR', 'EUR'].map(money), ['1234.56|RUB', '10|XXX', null, null, null])
    assert.equal(add({ UF_CRM_CONTRACT_DATE: '2026-01-31' })['UF_CRM_CONTRACT_DATE'], '2026-01-31T03:00:00+03:00')
  })

  test('takes the tags out of comments and leaves their text', () => {
    const { call } = calling()
    assert.equal(call<Added>('crm.item.add', company({ comments: '<strong>a</strong> < b' })).item['comments'], 'a < b')
  })
})

describe('names of custom fields', () => {
  test('are camelCase unless the original ones are asked for, in the answer and in the request', () => {
    const { call } = calling()
    const { item } = call<Added>('crm.item.add', {
      entityTypeId: 4,
      fields: { ufCrmInn: '7701234560', ufCrm_1747309879: 'Иванов', ufCrm_ID_1C: 'К-1' },
    })
    assert.deepEqual([item['ufCrmInn'], item['ufCrm_1747309879'], item['ufCrm_ID_1C']], ['7701234560', 'Иванов', 'К-1'])
    const same = call<Added>('crm.item.get', { entityTypeId: 4, id: 1, useOriginalUfNames: 'Y' }).item
    assert.deepEqual([same['UF_CRM_INN'], same['UF_CRM_1747309879'], same['ufCrmInn']], ['7701234560', 'Иванов', undefined])
  })

  test('crm.item.fields pairs them by upperName', () => {
    const { call } = calling()
    const { fields } = call<{ fields: Record<string, Record<string, unknown>> }>('crm.item.fields', { entityTypeId: 4 })
    assert.equal(fields['ufCrmPriceGroup']!['upperName'], 'UF_CRM_PRICE_GROUP')
    assert.deepEqual(fields['ufCrmPriceGroup']!['items'], [
      { ID: '41', VALUE: 'Розница' },
      { ID: '42', VALUE: 'Мелкий опт' },
      { ID: '43', VALUE: 'Опт' },
    ])
    assert.deepEqual(fields['typeId'], {
      type: 'crm_status',
      isRequired: false,
      isReadOnly: false,
      isImmutable: false,
      isMultiple: false,
      isDynamic: false,
      title: 'Тип компании',
      statusType: 'COMPANY_TYPE',
      upperName: 'TYPE_ID',
    })
  })
})

describe('crm.item.update', () => {
  test('changes what is given, and nothing is saved where nothing differs', () => {
    const { call, wait, state } = calling()
    call(
      'crm.item.add',
      company({ title: 'А', UF_CRM_INN: '1', fm: [{ typeId: 'PHONE', valueType: 'WORK', value: '+74950000000' }] }),
    )
    wait(60)
    const phone = { typeId: 'PHONE', valueType: 'WORK', value: '+74950000000' }
    const same = call<Added>('crm.item.update', company({ title: 'А', UF_CRM_INN: 1, fm: { 1: phone } }, { id: 1 })).item
    assert.equal(same['updatedTime'], '2026-08-20T09:00:00+03:00')
    const item = call<Added>('crm.item.update', company({ UF_CRM_INN: '2' }, { id: 1 })).item
    assert.deepEqual([item['title'], item['UF_CRM_INN'], item['updatedTime']], ['А', '2', '2026-08-20T09:01:00+03:00'])
    assert.deepEqual(
      state.automation.map(({ event }) => event),
      ['add', 'update'],
    )
  })

  test('clears no title, nobody in charge and not both names of a contact', () => {
    const { call, refusal } = calling()
    call('crm.item.add', company({ title: 'А', assignedById: 6, comments: 'x' }))
    const { item } = call<Added>('crm.item.update', company({ title: '', assignedById: '', comments: '' }, { id: 1 }))
    assert.deepEqual([item['title'], item['assignedById'], item['comments']], ['А', 6, null])
    call('crm.item.add', { entityTypeId: 3, fields: { name: 'Анна', lastName: 'Белова' } })
    const told = '400 "CRM_FIELD_ERROR_REQUIRED": The "Name" field is required'
    assert.equal(refusal('crm.item.update', { entityTypeId: 3, id: 1, fields: { name: '', lastName: '' } }), told)
    const contact = call<Added>('crm.item.update', { entityTypeId: 3, id: 1, fields: { name: '' } }).item
    assert.deepEqual([contact['name'], contact['lastName']], [null, 'Белова'])
  })

  test('a multiple list is not emptied by an empty array', () => {
    const { call } = calling()
    call('crm.item.add', company({ UF_CRM_REGIONS: [51, 52] }))
    const { item } = call<Added>('crm.item.update', company({ UF_CRM_REGIONS: [] }, { id: 1 }))
    assert.deepEqual(item['UF_CRM_REGIONS'], [51, 52])
  })

  test('moves a deal to another pipeline, to its first stage unless one is given', () => {
    const { call, state } = calling()
    call('crm.item.add', { entityTypeId: 2, fields: { title: 'А' } })
    const { item } = call<Added>('crm.item.update', { entityTypeId: 2, id: 1, fields: { categoryId: 5 } })
    assert.deepEqual([item['categoryId'], item['stageId'], item['previousStageId']], [5, 'C5:NEW', 'NEW'])
    const done = call<Added>('crm.item.update', { entityTypeId: 2, id: 1, fields: { stageId: 'C5:LOSE' } }).item
    assert.deepEqual([done['stageSemanticId'], done['closed']], ['F', 'Y'])
    assert.deepEqual(
      (state.stageHistory ?? []).map(({ TYPE_ID, STAGE_ID }) => [TYPE_ID, STAGE_ID]),
      [
        [1, 'NEW'],
        [2, 'C5:NEW'],
        [3, 'C5:LOSE'],
      ],
    )
  })

  test('a hidden record is refused by its id, a missing one is not found', () => {
    const { call, refusal, hide } = calling()
    call('crm.item.add', company({ title: 'А' }))
    hide(4, 1)
    assert.equal(refusal('crm.item.update', company({ title: 'Б' }, { id: 1 })), '400 "ACCESS_DENIED": Access denied')
    assert.equal(refusal('crm.item.get', { entityTypeId: 4, id: 2 }), '400 "NOT_FOUND": Item not found')
  })
})

describe('fm', () => {
  const withPhones = () => {
    const portal = calling()
    portal.call('crm.item.add', company({ fm: [{ typeId: 'PHONE', valueType: 'WORK', value: '1' }] }))
    portal.call('crm.item.add', company({ fm: [{ typeId: 'EMAIL', valueType: 'WORK', value: 'a@mayak.example' }] }))
    const update = (fm: unknown) =>
      portal
        .call<Added>('crm.item.update', company({ fm }, { id: 1 }))
        .item.fm.map(({ id, typeId, valueType, value }) => `${id} ${typeId} ${valueType} ${value}`)
    return { ...portal, update }
  }

  test('is merged: what is not mentioned stays, and ids are given out over the whole portal', () => {
    const { update } = withPhones()
    assert.deepEqual(update({ n0: { typeId: 'PHONE', valueType: 'MOBILE', value: '2' } }), ['1 PHONE WORK 1', '3 PHONE MOBILE 2'])
    assert.deepEqual(update({ 3: { typeId: 'PHONE', value: '33' } }), ['1 PHONE WORK 1', '3 PHONE MOBILE 33'])
    assert.deepEqual(update({ 1: { typeId: 'PHONE', value: '' } }), ['3 PHONE MOBILE 33'])
  })

  test('an array only adds, so the same phones sent again stand twice', () => {
    const { update } = withPhones()
    const same = [{ typeId: 'PHONE', valueType: 'WORK', value: '1' }]
    assert.deepEqual(update(same), ['1 PHONE WORK 1', '3 PHONE WORK 1'])
  })

  test('an element without typeId and a plain text are passed over in silence', () => {
    const { update } = withPhones()
    assert.deepEqual(update({ 1: { value: '9' }, n0: { valueType: 'WORK', value: '8' } }), ['1 PHONE WORK 1'])
    assert.deepEqual(update('+79030000000'), ['1 PHONE WORK 1'])
  })

  test('an id of another card makes a new entry', () => {
    const { update, call } = withPhones()
    assert.deepEqual(update({ 2: { typeId: 'EMAIL', valueType: 'HOME', value: 'b@mayak.example' } }), [
      '1 PHONE WORK 1',
      '3 EMAIL HOME b@mayak.example',
    ])
    assert.equal(call<Added>('crm.item.get', { entityTypeId: 4, id: 2 }).item['email'], 'a@mayak.example')
  })

  test('an invalid e-mail is refused', () => {
    const { refusal } = withPhones()
    const told = '400 "CRM_FIELD_ERROR_VALUE_NOT_VALID": Invalid value for field "fm"'
    assert.equal(refusal('crm.item.update', company({ fm: [{ typeId: 'EMAIL', value: 'нет' }] }, { id: 1 })), told)
  })
})

describe('links of contacts and companies', () => {
  test('companyIds replaces the whole set, and its first is the primary one', () => {
    const { call } = calling()
    for (const title of ['А', 'Б', 'В']) call('crm.item.add', company({ title }))
    const { item } = call<Added>('crm.item.add', { entityTypeId: 3, fields: { name: 'Анна', companyIds: [2, 1] } })
    assert.deepEqual([item['companyId'], item['companyIds']], [2, [2, 1]])
    const { item: moved } = call<Added>('crm.item.update', { entityTypeId: 3, id: 1, fields: { companyIds: [3] } })
    assert.deepEqual([moved['companyId'], moved['companyIds']], [3, [3]])
    const { item: free } = call<Added>('crm.item.update', { entityTypeId: 3, id: 1, fields: { companyId: 0 } })
    assert.deepEqual([free['companyId'], free['companyIds']], [0, []])
  })

  test('contactIds of a company are the other side of the same links', () => {
    const { call } = calling()
    for (const name of ['Анна', 'Олег']) call('crm.item.add', { entityTypeId: 3, fields: { name } })
    assert.deepEqual(call<Added>('crm.item.add', company({ contactIds: [1, 2] })).item['contactIds'], [1, 2])
    call('crm.item.update', company({ contactIds: [2] }, { id: 1 }))
    assert.deepEqual(call<Added>('crm.item.get', { entityTypeId: 3, id: 1 }).item['companyIds'], [])
    assert.deepEqual(call<Added>('crm.item.get', { entityTypeId: 3, id: 2 }).item['companyIds'], [1])
  })

  test('a deleted company takes its requisites with it and unbinds contacts and deals', () => {
    const { call, ask, state } = calling()
    call('crm.item.add', company({ title: 'А' }))
    call('crm.item.add', { entityTypeId: 3, fields: { name: 'Анна', companyId: 1 } })
    call('crm.item.add', { entityTypeId: 2, fields: { companyId: 1, contactIds: [1] } })
    call('crm.requisite.add', { fields: { ENTITY_TYPE_ID: 4, ENTITY_ID: 1, PRESET_ID: 1, NAME: 'А' } })
    call('crm.address.add', { fields: { TYPE_ID: 6, ENTITY_TYPE_ID: 8, ENTITY_ID: 1, CITY: 'Тверь' } })
    call('crm.requisite.bankdetail.add', { fields: { ENTITY_ID: 1, NAME: 'Счёт' } })
    assert.deepEqual(ask('crm.item.delete', { entityTypeId: 4, id: 1 }), { result: [] })
    assert.deepEqual([state.requisites, state.addresses, state.bankDetails], [{}, [], {}])
    assert.deepEqual(call<Added>('crm.item.get', { entityTypeId: 3, id: 1 }).item['companyIds'], [])
    const deal = call<Added>('crm.item.get', { entityTypeId: 2, id: 1 }).item
    assert.deepEqual([deal['companyId'], deal['contactIds']], [0, [1]])
    call('crm.item.add', company({ title: 'Б' }))
    assert.ok(call<Added>('crm.item.get', { entityTypeId: 4, id: 2 }), 'an id is never given out twice')
  })
})

test('a deleted contact leaves its deals and companies without it', () => {
  const { call } = calling()
  for (const name of ['Анна', 'Олег']) call('crm.item.add', { entityTypeId: 3, fields: { name } })
  call('crm.item.add', { entityTypeId: 2, fields: { contactIds: [1, 2] } })
  call('crm.item.add', company({ contactIds: [1] }))
  call('crm.item.delete', { entityTypeId: 3, id: 1 })
  const deal = call<Added>('crm.item.get', { entityTypeId: 2, id: 1 }).item
  assert.deepEqual([deal['contactId'], deal['contactIds']], [2, [2]])
  assert.deepEqual(call<Added>('crm.item.get', { entityTypeId: 4, id: 1 }).item['contactIds'], [])
})

describe('files', () => {
  test('of a multiple field that are not listed are deleted', () => {
    const { call, state } = calling()
    const field = { FIELD_NAME: 'SCANS', USER_TYPE_ID: 'file', MULTIPLE: 'Y' }
    call('crm.company.userfield.add', { fields: field })
    const names = () =>
      (state.items[4]![1]!['UF_CRM_SCANS'] as { id: number; name: string }[]).map(({ id, name }) => `${id} ${name}`)
    call(
      'crm.item.add',
      company({
        UF_CRM_SCANS: [
          ['a.pdf', 'aGk='],
          ['b.pdf', 'aGk='],
        ],
      }),
    )
    assert.deepEqual(names(), ['1 a.pdf', '2 b.pdf'])
    call('crm.item.update', company({ UF_CRM_SCANS: [{ id: 2 }, ['c.pdf', 'aGk='], { id: 77 }] }, { id: 1 }))
    assert.deepEqual(names(), ['2 b.pdf', '3 c.pdf'])
  })

  test('a pair of name and base64 is stored, {fileData} empties, and a contact takes no photo by update', () => {
    const { call, refusal } = calling()
    const logo = call<Added>('crm.item.add', company({ logo: ['a.png', 'aGk='] })).item['logo']
    assert.deepEqual(Object.keys(logo as object), ['id', 'url', 'urlMachine'])
    assert.equal(call<Added>('crm.item.update', company({ logo: { fileData: ['b.png', 'aGk='] } }, { id: 1 })).item['logo'], null)
    call('crm.item.add', { entityTypeId: 3, fields: { name: 'Анна' } })
    const told = '400 "CRM_FIELD_ERROR_VALUE_NOT_VALID": Invalid value for field "photo"'
    assert.equal(refusal('crm.item.update', { entityTypeId: 3, id: 1, fields: { photo: ['a.png', 'aGk='] } }), told)
    call('crm.contact.update', { id: 1, fields: { PHOTO: { fileData: ['a.png', 'aGk='] } } })
    assert.notEqual(call<Added>('crm.item.get', { entityTypeId: 3, id: 1 }).item['photo'], null)
  })
})

test('an own company is marked when it is made, and neither marked nor unmarked afterwards', () => {
  const { call } = calling()
  const add = (fields: object) => call<{ item: Item }>('crm.item.add', { entityTypeId: 4, fields }).item
  assert.deepEqual([add({ isMyCompany: 'Y' })['isMyCompany'], add({})['isMyCompany']], ['Y', 'N'])
  const update = (id: number, isMyCompany: string) =>
    call<{ item: Item }>('crm.item.update', { entityTypeId: 4, id, fields: { isMyCompany } }).item['isMyCompany']
  assert.deepEqual([update(1, 'N'), update(2, 'Y')], ['Y', 'N'])
  const { fields } = call<{ fields: Record<string, Item> }>('crm.item.fields', { entityTypeId: 4 })
  assert.deepEqual([fields['isMyCompany']!['isImmutable'], fields['title']!['isImmutable']], [true, false])
})
