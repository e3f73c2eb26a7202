import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change } from '../../../src/bitrix24/crm/change.ts'
import { changeCommand, createCommand, needsOwnRequest } from '../../../src/bitrix24/crm/change-command.ts'
import { cardUrl } from '../../../src/bitrix24/crm/links-of.ts'
import { statusCommand } from '../../../src/bitrix24/crm/status-command.ts'
import { directories } from './directories.ts'

type Create = Extract<Change, { kind: 'create' }>
type Update = Extract<Change, { kind: 'update' }>

const create: Create = {
  kind: 'create',
  entity: 'company',
  originatorId: 'obmen24',
  originId: 'c-1',
  fields: { title: 'ООО «Лютик»', industry: '', comments: '', UF_CRM_TAGS: '["опт"]' },
  points: [
    { typeId: 'PHONE', valueType: 'WORK', value: '+74950000001' },
    { typeId: 'PHONE', valueType: 'MOBILE', value: '+79160000002' },
    { typeId: 'EMAIL', valueType: 'WORK', value: 'info@example.org' },
  ],
  companyIds: [],
}

const update: Update = {
  kind: 'update',
  entity: 'company',
  id: 12,
  fields: {},
  before: {},
  points: [],
  companyIds: null,
  companyIdsBefore: [],
}

const ids = { entity: 'company', cardId: 12, requisiteId: 27 } as const
const command = (change: Exclude<Change, Create>) => changeCommand(change, ids, directories)

test('new cards are imported twenty to a command, with phones in the classic shape and as many weights as cards; of the directories that 1C says nothing of, that is said', () => {
  const made = createCommand([create, { ...create, originId: 'c-2', points: [] }], { automation: false }, directories)
  assert.equal(made.method, 'crm.item.batchImport')
  assert.equal(made.weight, 2)
  assert.deepEqual(made.params, {
    entityTypeId: 4,
    useOriginalUfNames: 'Y',
    data: [
      {
        typeId: '',
        industry: '',
        title: 'ООО «Лютик»',
        UF_CRM_TAGS: ['опт'],
        originatorId: 'obmen24',
        originId: 'c-1',
        PHONE: [
          { VALUE: '+74950000001', VALUE_TYPE: 'WORK' },
          { VALUE: '+79160000002', VALUE_TYPE: 'MOBILE' },
        ],
        EMAIL: [{ VALUE: 'info@example.org', VALUE_TYPE: 'WORK' }],
      },
      { typeId: '', industry: '', title: 'ООО «Лютик»', UF_CRM_TAGS: ['опт'], originatorId: 'obmen24', originId: 'c-2' },
    ],
  })
  assert.throws(() => createCommand(Array(21).fill(create), { automation: false }, directories))
  assert.throws(() => createCommand([], { automation: false }, directories))
})

test('where automation rules have to see it, a card is added alone, with fm', () => {
  const contact = { ...create, entity: 'contact' as const, fields: { name: 'Олег' }, companyIds: [7, 9] }
  const { method, params } = createCommand([contact], { automation: true }, directories)
  assert.equal(method, 'crm.item.add')
  assert.deepEqual(params, {
    entityTypeId: 3,
    useOriginalUfNames: 'Y',
    fields: {
      typeId: '',
      sourceId: '',
      name: 'Олег',
      originatorId: 'obmen24',
      originId: 'c-1',
      companyIds: [7, 9],
      fm: contact.points,
    },
  })
  assert.throws(() => createCommand([contact, contact], { automation: true }, directories))
})

test('multifields are changed by their ids, and every one says its type', () => {
  const before = { id: 8553, typeId: 'EMAIL', valueType: 'WORK', value: 'old@example.org' }
  const point = { typeId: 'EMAIL', valueType: 'HOME', value: 'new@example.org' } as const
  const made = command({
    ...update,
    fields: { title: 'Лютик', originId: 'c-1' },
    points: [
      { kind: 'add', point },
      { kind: 'set', before, point },
      { kind: 'remove', before: { ...before, id: 8555 } },
    ],
  })
  assert.equal(made.method, 'crm.item.update')
  assert.deepEqual(made.params, {
    entityTypeId: 4,
    id: 12,
    useOriginalUfNames: 'Y',
    fields: {
      title: 'Лютик',
      originId: 'c-1',
      fm: { n0: point, 8553: point, 8555: { typeId: 'EMAIL', value: '' } },
    },
  })
})

test('an emptied list of texts or of companies needs a request of its own, an emptied list field says one empty item', () => {
  const texts = command({ ...update, fields: { UF_CRM_TAGS: '' } })
  assert.deepEqual(texts.params['fields'], { UF_CRM_TAGS: [] })
  assert.ok(needsOwnRequest(texts))
  const items = command({ ...update, fields: { UF_CRM_BRANDS: '' } })
  assert.deepEqual(items.params['fields'], { UF_CRM_BRANDS: [''] })
  assert.ok(!needsOwnRequest(items))
  assert.ok(needsOwnRequest(command({ ...update, entity: 'contact', companyIds: [] })))
  assert.ok(!needsOwnRequest(command({ ...update, entity: 'contact', companyIds: [5] })))
  assert.ok(!needsOwnRequest(command(update)))
})

test('a requisite, its addresses and accounts go to what was made before them', () => {
  assert.deepEqual(command({ kind: 'addRequisite', presetId: 11, xmlId: 'obmen24|c-1', fields: { NAME: 'Лютик', RQ_KPP: '' } }), {
    method: 'crm.requisite.add',
    params: {
      fields: { ENTITY_TYPE_ID: 4, ENTITY_ID: 12, PRESET_ID: 11, XML_ID: 'obmen24|c-1', ACTIVE: 'Y', NAME: 'Лютик' },
    },
  })
  assert.deepEqual(command({ kind: 'addAddress', requisiteId: null, typeId: 6, fields: { CITY: 'Тверь', ADDRESS_2: '' } }), {
    method: 'crm.address.add',
    params: { fields: { TYPE_ID: 6, ENTITY_TYPE_ID: 8, ENTITY_ID: 27, CITY: 'Тверь' } },
  })
  assert.deepEqual(
    command({
      kind: 'setAddress',
      requisiteId: 30,
      typeId: 6,
      fields: { CITY: '' },
      whole: { CITY: '' },
      before: { CITY: 'Тверь' },
    }),
    {
      method: 'crm.address.update',
      params: { fields: { TYPE_ID: 6, ENTITY_TYPE_ID: 8, ENTITY_ID: 30, CITY: '' } },
    },
  )
  assert.deepEqual(command({ kind: 'addBank', requisiteId: null, xmlId: '1|2', fields: { NAME: 'Луг' } }).params, {
    fields: { ENTITY_ID: 27, XML_ID: '1|2', NAME: 'Луг' },
  })
  assert.throws(() =>
    changeCommand({ kind: 'addBank', requisiteId: null, xmlId: '', fields: {} }, { entity: 'company' }, directories),
  )
})

test('an undo takes away by the same keys', () => {
  const methods = (
    [
      { kind: 'delete', entity: 'contact', id: 5 },
      { kind: 'deleteRequisite', id: 6 },
      { kind: 'deleteAddress', requisiteId: 7, typeId: 1 },
      { kind: 'deleteBank', id: 8 },
      { kind: 'setRequisite', id: 6, fields: { NAME: 'Б' }, before: { NAME: 'А' } },
      { kind: 'setBank', id: 8, fields: { NAME: 'Б' }, before: { NAME: 'А' } },
    ] as const
  ).map((change) => command(change))
  assert.deepEqual(methods, [
    { method: 'crm.item.delete', params: { entityTypeId: 3, id: 5 } },
    { method: 'crm.requisite.delete', params: { id: 6 } },
    { method: 'crm.address.delete', params: { fields: { TYPE_ID: 1, ENTITY_TYPE_ID: 8, ENTITY_ID: 7 } } },
    { method: 'crm.requisite.bankdetail.delete', params: { id: 8 } },
    { method: 'crm.requisite.update', params: { id: 6, fields: { NAME: 'Б' } } },
    { method: 'crm.requisite.bankdetail.update', params: { id: 8, fields: { NAME: 'Б' } } },
  ])
})

test('a missing value gets a code made of its name, so that the same value cannot be added twice', () => {
  const add = (name: string) => statusCommand({ directory: 'COMPANY_TYPE', name, entity: 'company' }, directories)
  const { method, params } = add('Дилер')
  assert.equal(method, 'crm.status.add')
  const fields = params['fields'] as Record<string, string>
  assert.match(fields['STATUS_ID']!, /^[A-Z0-9_]{1,21}$/)
  assert.equal(fields['NAME'], 'Дилер')
  assert.equal(
    (add('дилёр').params['fields'] as Record<string, string>)['STATUS_ID'],
    (add('Дилер').params['fields'] as Record<string, string>)['STATUS_ID'],
  )
})

test('a missing item of a custom list is added beside those that there are', () => {
  assert.deepEqual(statusCommand({ directory: 'UF_CRM_PRICE_KIND', name: 'Дилерская', entity: 'company' }, directories), {
    method: 'crm.company.userfield.update',
    params: {
      id: 7,
      fields: { LIST: [{ ID: '41', VALUE: 'Оптовая' }, { ID: '42', VALUE: 'Розничная' }, { VALUE: 'Дилерская' }] },
    },
  })
})

test('a card has a page of its own', () => {
  assert.equal(cardUrl('https://lutik.bitrix24.ru', 'company', 12), 'https://lutik.bitrix24.ru/crm/company/details/12/')
  assert.equal(cardUrl('https://lutik.bitrix24.ru/', 'contact', 3), 'https://lutik.bitrix24.ru/crm/contact/details/3/')
})
