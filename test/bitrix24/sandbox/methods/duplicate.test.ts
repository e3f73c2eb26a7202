import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calling } from './calling.ts'

const phone = (value: string) => ({ PHONE: [{ VALUE: value, VALUE_TYPE: 'WORK' }] })
type Row = Readonly<Record<string, unknown>>

describe('crm.duplicate.findbycomm', () => {
  const filled = () => {
    const portal = calling()
    portal.call('crm.item.import', { entityTypeId: 4, fields: { title: 'А', ...phone('+7 (495) 123-45-67') } })
    portal.call('crm.item.import', { entityTypeId: 4, fields: { title: 'Б', ...phone('84951234567') } })
    portal.call('crm.item.import', { entityTypeId: 3, fields: { name: 'Анна', EMAIL: [{ VALUE: 'Anna@Mayak.example' }] } })
    const find = (type: string, values: readonly string[], rest: object = {}) =>
      portal.call('crm.duplicate.findbycomm', { type, values, ...rest })
    return { ...portal, find }
  }

  test('compares whole numbers: spellings of one number are different ones, an extension does not count', () => {
    const { find } = filled()
    assert.deepEqual(find('PHONE', ['+74951234567']), { COMPANY: [1] })
    assert.deepEqual(find('PHONE', ['+7 495 123 45 67 доб. 12']), { COMPANY: [1] })
    assert.deepEqual(find('PHONE', ['84951234567']), { COMPANY: [2] })
    assert.deepEqual(find('PHONE', ['+74951234567', '84951234567']), { COMPANY: [1, 2] })
    assert.deepEqual(find('PHONE', ['4951234567']), [])
    assert.deepEqual(find('EMAIL', ['anna@mayak.EXAMPLE'], { entity_type: 'CONTACT' }), { CONTACT: [1] })
    assert.deepEqual(find('EMAIL', ['anna@mayak.example'], { entity_type: 'COMPANY' }), [])
  })

  test('twenty contacts hide the companies behind them', () => {
    const { call, find } = filled()
    for (let count = 0; count < 20; count++) {
      call('crm.item.import', { entityTypeId: 3, fields: { name: 'Анна', ...phone('84951234567') } })
    }
    assert.deepEqual(Object.keys(find('PHONE', ['84951234567']) as object), ['CONTACT'])
    assert.deepEqual(find('PHONE', ['84951234567'], { entity_type: 'COMPANY' }), { COMPANY: [2] })
  })

  test('finds what an update changed, among many too', () => {
    const { call, find } = filled()
    for (let count = 0; count < 30; count++) {
      const data = Array.from({ length: 20 }, (_, place) => ({ title: 'В', ...phone(`+7903${count * 20 + place}`) }))
      call('crm.item.batchImport', { entityTypeId: 4, data })
    }
    assert.deepEqual(find('PHONE', ['+7903599']), { COMPANY: [602] })
    const { fm } = call<{ item: { fm: readonly { id: number }[] } }>('crm.item.get', { entityTypeId: 4, id: 602 }).item
    call('crm.item.update', { entityTypeId: 4, id: 602, fields: { fm: { [fm[0]!.id]: { typeId: 'PHONE', value: '+7900' } } } })
    assert.deepEqual([find('PHONE', ['+7903599']), find('PHONE', ['+7900'])], [[], { COMPANY: [602] }])
    call('crm.item.delete', { entityTypeId: 4, id: 602 })
    assert.deepEqual(find('PHONE', ['+7900']), [])
  })

  test('says in a sentence what is wrong', () => {
    const { refusal } = calling()
    const sentence = (text: string) => `400 "${text}": ${text}`
    const method = 'crm.duplicate.findbycomm'
    assert.equal(refusal(method, { values: ['1'] }), sentence('Communication type is not defined'))
    assert.equal(refusal(method, { type: 'PHONE', values: [] }), sentence('Communication values is not defined'))
    assert.equal(
      refusal(method, { type: 'FAX', values: ['1'] }),
      sentence("Communication type 'FAX' is not supported in current context"),
    )
  })
})

describe('crm.entity.mergeBatch', () => {
  const merge = (entityIds: readonly number[]) => ({ params: { entityTypeId: 4, entityIds } })

  test('keeps the first with what the others had', () => {
    const { call, state } = calling()
    call('crm.item.import', { entityTypeId: 4, fields: { title: 'А', ...phone('1') } })
    call('crm.item.import', { entityTypeId: 4, fields: { title: 'А', comments: 'x', ...phone('2') } })
    call('crm.item.add', { entityTypeId: 3, fields: { name: 'Анна', companyIds: [2] } })
    call('crm.item.add', { entityTypeId: 2, fields: { companyId: 2 } })
    call('crm.requisite.add', { fields: { ENTITY_TYPE_ID: 4, ENTITY_ID: 2, PRESET_ID: 1, NAME: 'А' } })
    assert.deepEqual(call('crm.entity.mergeBatch', merge([1, 2])), { STATUS: 'SUCCESS', ENTITY_IDS: [1, 2] })
    const { item } = call<{ item: Row }>('crm.item.get', { entityTypeId: 4, id: 1 })
    assert.deepEqual([item['comments'], (item['fm'] as unknown[]).length, item['contactIds']], ['x', 2, [1]])
    assert.deepEqual(Object.keys(state.items[4]!), ['1'])
    assert.equal(state.items[2]![1]!['companyId'], 1)
    assert.equal(call<Row>('crm.requisite.get', { id: 1 })['ENTITY_ID'], '1')
  })

  test('does nothing where two say different things, or one is missing', () => {
    const { call, state } = calling()
    call('crm.item.batchImport', { entityTypeId: 4, data: [{ title: 'А' }, { title: 'Б' }] })
    const before = JSON.stringify(state)
    assert.deepEqual(call('crm.entity.mergeBatch', merge([1, 2])), { STATUS: 'CONFLICT', ENTITY_IDS: [1, 2] })
    assert.deepEqual(call('crm.entity.mergeBatch', merge([1, 9])), { STATUS: 'ERROR', ENTITY_IDS: [1, 9] })
    assert.ok(JSON.stringify(state) === before)
  })
})
