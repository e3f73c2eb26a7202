import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calling } from './calling.ts'

type Row = Readonly<Record<string, unknown>>

describe('crm.company.userfield', () => {
  test('adds a field with the prefix of the portal, which records then have', () => {
    const { call } = calling()
    const LIST = [
      { VALUE: 'Опт', XML_ID: 'opt' },
      { VALUE: 'Розница', XML_ID: 'retail', SORT: 10 },
    ]
    const fields = { FIELD_NAME: 'PRICE', USER_TYPE_ID: 'enumeration', LABEL: 'Цены', LIST }
    const id = call<number>('crm.company.userfield.add', { fields })
    const field = call<Row>('crm.company.userfield.get', { id })
    assert.deepEqual([field['FIELD_NAME'], field['EDIT_FORM_LABEL'], field['MULTIPLE']], ['UF_CRM_PRICE', 'Цены', 'N'])
    const values = field['LIST'] as readonly Row[]
    const value = Number(values[0]!['ID'])
    const company = { entityTypeId: 4, useOriginalUfNames: 'Y', fields: { UF_CRM_PRICE: String(value) } }
    assert.equal(call<{ item: Row }>('crm.item.add', company).item['UF_CRM_PRICE'], value)
    const edits = [{ ID: values[1]!['ID'], DEL: 'Y' }, { VALUE: 'VIP' }, { ID: value, VALUE: 'Крупный опт' }]
    call('crm.company.userfield.update', { id, fields: { LIST: edits } })
    const after = call<Row>('crm.company.userfield.get', { id })['LIST'] as readonly Row[]
    assert.deepEqual(
      after.map(({ VALUE }) => VALUE),
      ['Крупный опт', 'VIP'],
    )
    assert.equal(call('crm.company.userfield.delete', { id }), true)
  })

  test('tells labels only to who asks for a language', () => {
    const { call } = calling()
    const first = (filter: object) => call<Row[]>('crm.company.userfield.list', { filter })[0]!
    assert.equal(first({})['EDIT_FORM_LABEL'], undefined)
    assert.equal(first({ LANG: 'ru', FIELD_NAME: 'UF_CRM_INN' })['EDIT_FORM_LABEL'], 'ИНН')
  })

  test('refuses with the texts of the docs', () => {
    const { refusal, isAdmin } = calling()
    const add = (fields: object) => refusal('crm.deal.userfield.add', { fields: { USER_TYPE_ID: 'string', ...fields } })
    assert.equal(add({}), `400 "": The 'FIELD_NAME' field is not found.`)
    assert.equal(add({ FIELD_NAME: 'X'.repeat(44) }), '400 "ERROR_CORE": Field name is too long (more than 50 characters).')
    assert.match(add({ FIELD_NAME: 'имя' }), /invalid characters/)
    assert.equal(add({ FIELD_NAME: 'A', USER_TYPE_ID: 'x' }), '400 "ERROR_CORE": Incorrect custom type specified.')
    assert.match(add({ FIELD_NAME: 'ID_1C' }), /already exists/)
    const LIST = [
      { VALUE: 'А', XML_ID: 'a' },
      { VALUE: 'Б', XML_ID: 'a' },
    ]
    const twice = '400 "ERROR_CORE": List item with value XML_ID=a already exists.'
    assert.equal(add({ FIELD_NAME: 'A', USER_TYPE_ID: 'enumeration', LIST }), twice)
    isAdmin(false)
    assert.equal(add({ FIELD_NAME: 'A' }), '400 "": Access denied.')
  })
})

test('userfieldconfig shows and makes the same fields in another form', () => {
  const { call, ask, refusal } = calling()
  const field = {
    entityId: 'CRM_COMPANY',
    fieldName: 'UF_CRM_COMPANY_SIZE',
    userTypeId: 'enumeration',
    enum: [{ value: 'S', xmlId: 's' }],
  }
  const made = call<{ field: Row }>('userfieldconfig.add', { moduleId: 'crm', field }).field
  assert.deepEqual([made['fieldName'], (made['enum'] as Row[])[0]!['value']], ['UF_CRM_COMPANY_SIZE', 'S'])
  const { result, total } = ask('userfieldconfig.list', { moduleId: 'crm', filter: { entityId: 'CRM_CONTACT' } })
  assert.equal(total, 4)
  assert.equal((result as { fields: Row[] }).fields[0]!['fieldName'], 'UF_CRM_ID_1C')
  const add = (given: object) => refusal('userfieldconfig.add', { moduleId: 'crm', field: { ...field, ...given } })
  assert.equal(add({ fieldName: 'UF_X' }), '400 "": You cannot create custom fields')
  assert.equal(add({ fieldName: '' }), `400 "": The 'FIELD_NAME' field is not found.`)
  assert.equal(add({ userTypeId: '' }), `400 "": The 'USER_TYPE_ID' field is not found.`)
  assert.match(add({}), /^400 "ERROR_CORE": Field UF_CRM_COMPANY_SIZE for entity CRM_COMPANY already exists/)
  assert.equal(add({ entityId: 'CRM_99', fieldName: 'UF_CRM_99_A' }), '400 "": Access denied.')
  assert.equal(refusal('userfieldconfig.add', { moduleId: 'tasks', field }), '400 "": No settings for UserFieldAccess')
})

describe('userfieldconfig', () => {
  test('makes fields of invoices and of smart processes, which their items then have', () => {
    const { call } = calling()
    const add = (field: object) => call<{ field: Row }>('userfieldconfig.add', { moduleId: 'crm', field }).field
    const kinds = [{ value: 'Поставка' }, { value: 'Услуги' }]
    const kind = add({ entityId: 'CRM_7', fieldName: 'UF_CRM_7_KIND', userTypeId: 'enumeration', enum: kinds })
    add({
      entityId: 'CRM_SMART_INVOICE',
      fieldName: 'UF_CRM_SMART_INVOICE_BASE',
      userTypeId: 'string',
      editFormLabel: { ru: 'Основание' },
    })
    const value = Number((kind['enum'] as Row[])[1]!['id'])
    const item = (entityTypeId: number, fields: object, useOriginalUfNames = 'Y') =>
      call<{ item: Row }>('crm.item.add', { entityTypeId, fields, useOriginalUfNames }).item
    assert.equal(item(1032, { UF_CRM_7_KIND: value })['UF_CRM_7_KIND'], value)
    assert.equal(item(1032, { ufCrm7Kind: value }, 'N')['ufCrm7Kind'], value)
    assert.equal(item(31, { UF_CRM_SMART_INVOICE_BASE: 'СО-17' })['UF_CRM_SMART_INVOICE_BASE'], 'СО-17')
    const fields = call<{ fields: Record<string, Row> }>('crm.item.fields', { entityTypeId: 31, useOriginalUfNames: 'Y' }).fields
    assert.equal(fields['UF_CRM_SMART_INVOICE_BASE']!['title'], 'Основание')
  })

  test('changes values of a list only with its type beside them', () => {
    const { call, refusal } = calling()
    const id = 109
    const values = () =>
      (call<{ field: Row }>('userfieldconfig.get', { moduleId: 'crm', id }).field['enum'] as Row[]).map((row) => row['value'])
    const update = (field: object) => call('userfieldconfig.update', { moduleId: 'crm', id, field })
    update({ enum: [{ value: 'Юг' }], editFormLabel: { ru: 'Края' } })
    assert.deepEqual(values(), ['Центр', 'Урал', 'Сибирь'])
    update({ userTypeId: 'enumeration', enum: [{ value: 'Юг' }, { id: 52, del: 'Y' }] })
    assert.deepEqual(values(), ['Центр', 'Сибирь', 'Юг'])
    assert.equal(call('userfieldconfig.delete', { moduleId: 'crm', id }), null)
    assert.match(refusal('userfieldconfig.get', { moduleId: 'crm', id }), /is not found/)
  })
})

test('required custom fields are asked for only where the portal is set so', () => {
  const { call, refusal, state } = calling()
  state.userFields.find(({ id }) => id === 102)!.mandatory = true
  const company = { entityTypeId: 4, fields: { title: 'А' } }
  call('crm.item.add', company)
  state.checksRequiredFields = true
  assert.equal(refusal('crm.item.add', company), '400 "CRM_FIELD_ERROR_REQUIRED": The "ИНН" field is required')
})
