import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calling } from './calling.ts'

type Item = Readonly<Record<string, unknown>>

const get = (portal: ReturnType<typeof calling>, id: number) =>
  portal.call<{ item: Item }>('crm.item.get', { entityTypeId: 4, id }).item

describe('crm.item.import', () => {
  test('takes phones in the older shape only, and starts no automation', () => {
    const portal = calling()
    const fields = {
      title: 'А',
      PHONE: [
        { VALUE: '+74951234567', VALUE_TYPE: 'WORK' },
        { VALUE: '+79031234567', VALUE_TYPE: 'MOBILE' },
      ],
      EMAIL: [{ VALUE: 'a@mayak.example', VALUE_TYPE: 'WORK' }],
      fm: [{ typeId: 'PHONE', valueType: 'WORK', value: '+70000000000' }],
    }
    assert.deepEqual(portal.call('crm.item.import', { entityTypeId: 4, fields }), { item: { id: 1 } })
    const { phone, phoneMobile, email, fm } = get(portal, 1)
    assert.deepEqual(
      [phone, phoneMobile, email, (fm as unknown[]).length],
      ['+74951234567', '+79031234567', 'a@mayak.example', 3],
    )
    assert.deepEqual(portal.state.automation, [])
  })

  test('lets an administrator set times, in ascending order and not in the future', () => {
    const portal = calling()
    const add = (times: object) => ({ entityTypeId: 4, fields: { title: 'А', ...times } })
    const refused = (name: string) => `400 "CRM_FIELD_ERROR_VALUE_NOT_VALID": Invalid value for field "${name}"`
    portal.call('crm.item.import', add({ createdTime: '2026-01-10T12:00:00+10:00', createdBy: 6 }))
    const { createdTime, createdBy, updatedTime } = get(portal, 1)
    assert.deepEqual([createdTime, createdBy, updatedTime], ['2026-01-10T05:00:00+03:00', 6, '2026-08-20T09:00:00+03:00'])
    assert.equal(portal.refusal('crm.item.import', add({ createdTime: '2026-01-09' })), refused('createdTime'))
    assert.equal(portal.refusal('crm.item.import', add({ createdTime: '2027-01-01' })), refused('createdTime'))
    const early = { createdTime: '2026-02-01', updatedTime: '2026-01-31' }
    assert.equal(portal.refusal('crm.item.import', add(early)), refused('updatedTime'))
    portal.isAdmin(false)
    assert.equal(portal.refusal('crm.item.import', add({ createdTime: '2026-03-01' })), refused('createdTime'))
    assert.deepEqual(portal.call('crm.item.import', add({})), { item: { id: 2 } })
  })
})

describe('crm.item.batchImport', () => {
  test('answers each item in its place; one that is refused stops no other', () => {
    const { call } = calling()
    const data = [{ title: 'А' }, { title: '' }, { title: 'Б', typeId: 'NO_SUCH' }, { title: 'В' }]
    assert.deepEqual(call('crm.item.batchImport', { entityTypeId: 4, data }), {
      items: [
        { item: { id: 1 } },
        { error: 'CRM_FIELD_ERROR_REQUIRED', error_description: 'The "Name" field is required' },
        { error: 'CRM_FIELD_ERROR_VALUE_NOT_VALID', error_description: 'Invalid value for field "typeId"' },
        { item: { id: 2 } },
      ],
    })
  })

  test('a contact needs one of its names', () => {
    const { call } = calling()
    const data = [{ post: 'Директор' }, { lastName: 'Белова' }]
    assert.deepEqual(call('crm.item.batchImport', { entityTypeId: 3, data }), {
      items: [{ error: 'CRM_FIELD_ERROR_REQUIRED', error_description: 'The "Name" field is required' }, { item: { id: 1 } }],
    })
  })

  test('takes twenty items and no more', () => {
    const { call, refusal } = calling()
    const data = (count: number) => ({ entityTypeId: 4, data: Array.from({ length: count }, () => ({ title: 'А' })) })
    assert.equal(call<{ items: unknown[] }>('crm.item.batchImport', data(20)).items.length, 20)
    const told = '400 "MAX_IMPORT_BATCH_SIZE_EXCEEDED": You cannot import more than 20 items'
    assert.equal(refusal('crm.item.batchImport', data(21)), told)
  })
})
