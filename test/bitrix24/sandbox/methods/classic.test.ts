import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calling } from './calling.ts'

type Row = Readonly<Record<string, unknown>>

describe('crm.company.* and its like', () => {
  test('add tells an id, get tells texts, and phones stand in a list of their own', () => {
    const { call } = calling()
    const fields = {
      TITLE: 'Ромашка',
      COMPANY_TYPE: 'SUPPLIER',
      REVENUE: '1000.5',
      ORIGINATOR_ID: '1C',
      ORIGIN_ID: 'a1',
      UF_CRM_VIP: '1',
      PHONE: [{ VALUE: '+74951234567', VALUE_TYPE: 'WORK' }],
    }
    assert.equal(call('crm.company.add', { fields }), 1)
    const row = call<Row>('crm.company.get', { ID: '1' })
    assert.deepEqual(
      ['ID', 'TITLE', 'COMPANY_TYPE', 'REVENUE', 'ORIGIN_ID', 'ASSIGNED_BY_ID', 'UF_CRM_VIP', 'LEAD_ID'].map((name) => row[name]),
      ['1', 'Ромашка', 'SUPPLIER', '1000.50', 'a1', '1', '1', null],
    )
    assert.deepEqual(row['PHONE'], [{ ID: '1', VALUE_TYPE: 'WORK', VALUE: '+74951234567', TYPE_ID: 'PHONE' }])
    assert.equal(call<{ item: Row }>('crm.item.get', { entityTypeId: 4, id: 1 }).item['originatorId'], '1C')
  })

  test('a phone without ID is always added, one with DELETE goes', () => {
    const { call } = calling()
    call('crm.company.add', { fields: { TITLE: 'А', PHONE: [{ VALUE: '1', VALUE_TYPE: 'WORK' }] } })
    const phones = (given: readonly object[]) => {
      assert.equal(call('crm.company.update', { id: 1, fields: { PHONE: given } }), true)
      return ((call<Row>('crm.company.get', { id: 1 })['PHONE'] ?? []) as Row[]).map(({ ID, VALUE }) => `${ID} ${VALUE}`)
    }
    assert.deepEqual(phones([{ VALUE: '1', VALUE_TYPE: 'WORK' }]), ['1 1', '2 1'])
    assert.deepEqual(
      phones([
        { ID: 1, VALUE: '9', VALUE_TYPE: 'WORK' },
        { ID: 2, DELETE: 'Y' },
      ]),
      ['1 9'],
    )
  })

  test('refuses with an empty code, an e-mail with one of its own', () => {
    const { refusal } = calling()
    assert.equal(refusal('crm.contact.get', { id: 5 }), '400 "": Not found')
    assert.equal(refusal('crm.contact.add', { fields: 'x' }), `400 "": Parameter 'fields' must be array`)
    const fields = { NAME: 'Анна', EMAIL: [{ VALUE: 'нет', VALUE_TYPE: 'WORK' }] }
    assert.equal(refusal('crm.contact.add', { fields }), '400 "ERROR_CORE": The `E-mail` field contains an invalid address')
  })

  test('a list finds a phone as a whole, adds ID to what is selected, and passes over a wrong name', () => {
    const { call, ask } = calling()
    call('crm.company.add', { fields: { TITLE: 'А', PHONE: [{ VALUE: '+74951234567', VALUE_TYPE: 'WORK' }] } })
    call('crm.company.add', { fields: { TITLE: 'Б', UF_CRM_INN: '7701234560' } })
    const list = (filter: object, select: readonly string[] = ['TITLE']) => call('crm.company.list', { filter, select })
    assert.deepEqual(list({ PHONE: '+74951234567' }), [{ ID: '1', TITLE: 'А' }])
    assert.deepEqual(list({ PHONE: '74951234567' }), [])
    assert.deepEqual(list({ '@UF_CRM_INN': ['7701234560'] }, ['UF_CRM_INN']), [{ ID: '2', UF_CRM_INN: '7701234560' }])
    assert.deepEqual(list({ NO_SUCH: 'x' }), [
      { ID: '1', TITLE: 'А' },
      { ID: '2', TITLE: 'Б' },
    ])
    assert.equal(ask('crm.company.list', { order: { ID: 'DESC' } }).total, 2)
  })

  test('a deal keeps its pipeline whatever crm.deal.update is told', () => {
    const { call } = calling()
    call('crm.deal.add', { fields: { TITLE: 'А', CATEGORY_ID: '5', OPPORTUNITY: '100' } })
    call('crm.deal.update', { id: 1, fields: { CATEGORY_ID: 0, TITLE: 'Б' } })
    const deal = call<Row>('crm.deal.get', { id: 1 })
    assert.deepEqual([deal['CATEGORY_ID'], deal['STAGE_ID'], deal['TITLE'], deal['OPPORTUNITY']], ['5', 'C5:NEW', 'Б', '100.00'])
    assert.equal(call('crm.deal.delete', { id: 1 }), true)
    assert.deepEqual(call('crm.deal.list', {}), [])
  })

  test('fields are told in upper case', () => {
    const fields = calling().call<Record<string, Row>>('crm.contact.fields')
    assert.equal(fields['ASSIGNED_BY_ID']!['type'], 'user')
    assert.equal(fields['PHONE']!['type'], 'crm_multifield')
    assert.equal(fields['UF_CRM_CARD_NUMBER']!['type'], 'integer')
  })
})

describe('bindings', () => {
  test('crm.deal.contact.items.set replaces all; the primary one comes first', () => {
    const { call, refusal } = calling()
    for (const name of ['Анна', 'Олег', 'Вера']) call('crm.contact.add', { fields: { NAME: name } })
    call('crm.deal.add', { fields: { TITLE: 'А', CONTACT_ID: 1 } })
    const items = [
      { CONTACT_ID: 3, SORT: 20 },
      { CONTACT_ID: 2, SORT: 30, IS_PRIMARY: 'Y' },
    ]
    assert.equal(call('crm.deal.contact.items.set', { id: 1, items }), true)
    assert.deepEqual(call('crm.deal.contact.items.get', { id: 1 }), [
      { CONTACT_ID: 2, SORT: 10, ROLE_ID: 0, IS_PRIMARY: 'Y' },
      { CONTACT_ID: 3, SORT: 20, ROLE_ID: 0, IS_PRIMARY: 'N' },
    ])
    assert.equal(refusal('crm.deal.contact.items.set', { id: 9, items }), '400 "": Not found')
  })

  test('crm.contact.company.add adds one more', () => {
    const { call } = calling()
    for (const title of ['А', 'Б']) call('crm.company.add', { fields: { TITLE: title } })
    call('crm.contact.add', { fields: { NAME: 'Анна', COMPANY_ID: 1 } })
    call('crm.contact.company.add', { id: 1, fields: { COMPANY_ID: 2, IS_PRIMARY: 'Y' } })
    const bound = call<Row[]>('crm.contact.company.items.get', { id: 1 })
    assert.deepEqual(
      bound.map(({ COMPANY_ID, IS_PRIMARY }) => [COMPANY_ID, IS_PRIMARY]),
      [
        [2, 'Y'],
        [1, 'N'],
      ],
    )
  })
})
