import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checked } from './checked.ts'

const settings = `bitrix24: {idFields: {company: UF_CRM_ID_1C, contact: UF_CRM_GUEST_ID, deal: UF_CRM_GUID_1C}}
exchanges:
  - {name: а, preset: counterparties, fields: {UF_CRM_MANAGER: Менеджер, Регион: Регион, UF_CRM_TAGS: Метки}}
  - {name: б, preset: work-orders, numberField: UF_CRM_ID_1C, fields: {UF_CRM_CAR: '{{ Авто }} {{ Госномер }}'}}
  - {name: бб, preset: bookings, numberField: UF_CRM_ID_1C}
  - {name: в, preset: invoices, numberField: UF_CRM_SMART_INVOICE_ID_1C}
  - {name: г, preset: contracts, into: process, process: 1032, numberField: UF_CRM_7_ID_1C}
`
const withScope = (state: { webhooks: { scopes: string[] }[] }) => state.webhooks[0]!.scopes.push('userfieldconfig')

test('fields given by a code that the portal lacks are named with the cards and the label they would get, each once', async (t) => {
  const { missing } = await checked(t)
  assert.deepEqual(
    (await missing(settings)).map(({ entity, name, label }) => `${entity} ${name} ${label}`),
    [
      'contact UF_CRM_GUEST_ID Идентификатор 1С',
      'deal UF_CRM_GUID_1C Идентификатор 1С',
      'company UF_CRM_MANAGER Менеджер',
      'deal UF_CRM_ID_1C Номер в 1С',
      'deal UF_CRM_CAR UF_CRM_CAR',
      'invoice UF_CRM_SMART_INVOICE_ID_1C Номер в 1С',
      'process:1032 UF_CRM_7_ID_1C Номер в 1С',
    ],
  )
})

test('B4: missing fields are made as texts, and a second time there is nothing to make', async (t) => {
  const { create, missing, directories } = await checked(t, withScope)
  assert.deepEqual(await create(settings), [])
  const { fields } = await directories(['deal', 'invoice', 'process:1032'])
  const made = (entity: string, name: string) => fields[entity]?.find((field) => field.name === name)
  for (const [entity, name, title] of [
    ['contact', 'UF_CRM_GUEST_ID', 'Идентификатор 1С'],
    ['company', 'UF_CRM_MANAGER', 'Менеджер'],
    ['deal', 'UF_CRM_ID_1C', 'Номер в 1С'],
    ['invoice', 'UF_CRM_SMART_INVOICE_ID_1C', 'Номер в 1С'],
    ['process:1032', 'UF_CRM_7_ID_1C', 'Номер в 1С'],
  ] as const) {
    const field = made(entity, name)
    assert.deepEqual([field?.title, field?.type, field?.isMultiple, field?.isRequired], [title, 'string', false, false], name)
  }
  assert.deepEqual(await missing(settings), [])
  assert.deepEqual(await create(settings), [])
})

test('a field that the portal refuses is told with the reason, and the others are made', async (t) => {
  const { create, missing } = await checked(t)
  const problems = await create(settings)
  assert.deepEqual(
    problems.map(({ code, args }) => [code, args['field'], args['what']]),
    [
      ['check.field-not-created', 'UF_CRM_SMART_INVOICE_ID_1C', 'счёт'],
      ['check.field-not-created', 'UF_CRM_7_ID_1C', 'смарт-процесс «Договоры»'],
    ],
    'the webhook has no scope userfieldconfig',
  )
  assert.deepEqual(
    (await missing(settings)).map(({ name }) => name),
    ['UF_CRM_SMART_INVOICE_ID_1C', 'UF_CRM_7_ID_1C'],
  )
})

test('what the portal could not have under that code is not made', async (t) => {
  const { missing } = await checked(t)
  const name = (field: string) => missing(`exchanges: [{name: а, preset: work-orders, numberField: ${field}}]`)
  for (const field of ['uf_crm_x', 'UF_CRM_', 'UF_X', `UF_CRM_${'X'.repeat(44)}`, 'UF_CRM_НОМЕР', 'Номер наряда']) {
    assert.deepEqual(await name(field), [], field)
  }
  assert.equal((await name('UF_CRM_X')).length, 1)
})
