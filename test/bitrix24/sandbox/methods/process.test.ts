import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Calling, calling } from './calling.ts'

type Row = Readonly<Record<string, unknown>>

const contracts = 1032
const requests = 1036

function helper({ call }: Pick<Calling, 'call'>) {
  return {
    add: (entityTypeId: number, fields: object = {}) =>
      call<{ item: Row }>('crm.item.add', { entityTypeId, fields, useOriginalUfNames: 'Y' }).item,
    update: (entityTypeId: number, id: unknown, fields: object) =>
      call<{ item: Row }>('crm.item.update', { entityTypeId, id, fields, useOriginalUfNames: 'Y' }).item,
    fields: (entityTypeId: number) =>
      call<{ fields: Record<string, Row> }>('crm.item.fields', { entityTypeId, useOriginalUfNames: 'Y' }).fields,
  }
}

describe('crm.type', () => {
  test('lists the processes of the portal without their relations, to administrators alone', () => {
    const { call, ask, refusal, isAdmin } = calling()
    const { result, total } = ask('crm.type.list', { filter: { '%title': 'договор' }, order: { id: 'DESC' } })
    const [row] = (result as { types: Row[] }).types
    assert.deepEqual(
      [total, row!['id'], row!['entityTypeId'], row!['isClientEnabled'], row!['relations']],
      [1, 7, contracts, 'Y', undefined],
    )
    const { type } = call<{ type: Row }>('crm.type.get', { id: 7 })
    assert.deepEqual(
      (type['relations'] as { child: Row[] }).child.map(({ entityTypeId }) => entityTypeId),
      [2, 31, requests],
    )
    assert.deepEqual(call('crm.type.getByEntityTypeId', { entityTypeId: contracts }), { type })
    assert.equal(refusal('crm.type.get', { id: 99 }), '400 "NOT_FOUND": Smart process not found')
    assert.match(refusal('crm.type.list', { filter: { FOO: 1 } }), /field 'FOO' is not allowed in filter/)
    isAdmin(false)
    assert.equal(refusal('crm.type.list'), '400 "ACCESS_DENIED": Access denied')
  })

  test('portals have other processes, with other numbers', () => {
    const { call } = calling('vladivostok')
    const { types } = call<{ types: Row[] }>('crm.type.list')
    assert.deepEqual(
      types.map(({ id, entityTypeId, title }) => [id, entityTypeId, title]),
      [[4, 178, 'Договора']],
    )
    assert.equal(helper({ call }).add(178)['stageId'], 'DT178_6:NEW')
  })

  test('adds a process with a pipeline and stages; its number is even from 1030, or 128 to 192, and its own', () => {
    const portal = calling()
    const { call, refusal } = portal
    const fields = { title: 'Ремонты', entityTypeId: 150, isStagesEnabled: 'Y', isClientEnabled: 'Y' }
    const relations = {
      parent: [{ entityTypeId: 2, isChildrenListEnabled: 'true' }],
      child: [{ entityTypeId: 31, isChildrenListEnabled: 'Y' }],
    }
    const { type } = call<{ type: Row }>('crm.type.add', { fields: { ...fields, relations } })
    assert.deepEqual([type['id'], type['isStagesEnabled'], type['isLinkWithProductsEnabled']], [9, 'Y', 'N'])
    assert.deepEqual(type['relations'], {
      parent: [
        { entityTypeId: 3, isChildrenListEnabled: 'Y', isPredefined: 'Y' },
        { entityTypeId: 4, isChildrenListEnabled: 'Y', isPredefined: 'Y' },
        { entityTypeId: 2, isChildrenListEnabled: 'Y', isPredefined: 'N' },
      ],
      child: [{ entityTypeId: 31, isChildrenListEnabled: 'N', isPredefined: 'N' }],
    })
    const { add, fields: fieldsOf } = helper(portal)
    const item = add(150)
    assert.deepEqual([item['title'], item['stageId'], item['parentId2']], ['Ремонты #1', `DT150_${item['categoryId']}:NEW`, null])
    assert.equal(fieldsOf(31)['parentId150']!['title'], 'Ремонты')
    for (const entityTypeId of [127, 193, 1029, 1031, 150])
      assert.equal(
        refusal('crm.type.add', { fields: { title: 'А', entityTypeId } }),
        '400 "INVALID_ARG_VALUE": entityTypeId is out of allowed range',
      )
    assert.match(refusal('crm.type.add', {}), /^400 "100"/)
    assert.equal(call<{ type: Row }>('crm.type.add', { fields: { title: 'Следующий' } }).type['entityTypeId'], 1038)
  })

  test('a change of the settings changes the fields of the items', () => {
    const portal = calling()
    const { add, fields } = helper(portal)
    assert.equal(fields(requests)['begindate'], undefined)
    const item = add(requests)
    assert.equal(item['begindate'], null)
    portal.call('crm.type.update', { id: 8, fields: { isBeginCloseDatesEnabled: 'Y', title: 'Обращения' } })
    assert.equal(fields(requests)['begindate']!['type'], 'date')
    assert.equal(
      helper(portal).update(requests, item['id'], { begindate: '2026-03-05' })['begindate'],
      '2026-03-05T03:00:00+03:00',
    )
    assert.equal(fields(contracts)['parentId1036'], undefined)
    assert.equal(fields(31)['parentId1036']!['title'], 'Обращения')
  })
})

describe('items of a smart process', () => {
  test('have the fields that its settings give them; the others are told as null and never written', () => {
    const { add, fields } = helper(calling())
    const item = add(requests, {
      title: 'Не печатает',
      closedate: '2026-09-01',
      mycompanyId: 99,
      opportunity: 500,
      observers: [6],
    })
    assert.deepEqual(
      ['title', 'closedate', 'mycompanyId', 'opportunity', 'observers', 'xmlId'].map((name) => item[name]),
      ['Не печатает', null, null, 500, null, null],
    )
    const described = fields(requests)
    assert.deepEqual(
      ['closedate', 'mycompanyId', 'observers', 'originId', 'companyId', 'sourceId'].map((name) => name in described),
      [false, false, false, false, true, true],
    )
    assert.deepEqual(described['parentId1032'], {
      type: 'crm_entity',
      isRequired: false,
      isReadOnly: false,
      isImmutable: false,
      isMultiple: false,
      isDynamic: false,
      title: 'Договоры',
      settings: { parentEntityTypeId: contracts },
      upperName: 'PARENT_ID_1032',
    })
  })

  test('go through stages of their own pipeline, and an unknown one is refused', () => {
    const portal = calling()
    const { add, update } = helper(portal)
    const item = add(contracts, { title: 'СО-17', xmlId: 'BUH|a1' })
    assert.deepEqual([item['categoryId'], item['stageId'], item['currencyId']], [7, 'DT1032_7:NEW', 'RUB'])
    assert.equal(update(contracts, 1, { stageId: 'DT1032_7:CLIENT' })['previousStageId'], 'DT1032_7:NEW')
    const refused = portal.refusal('crm.item.update', { entityTypeId: contracts, id: 1, fields: { stageId: 'DT1036_9:NEW' } })
    assert.equal(refused, '400 "CRM_FIELD_ERROR_VALUE_NOT_VALID": Invalid value for field "stageId"')
    assert.equal(portal.refusal('crm.item.list', { entityTypeId: 1030 }), '400 "NOT_FOUND": Smart process not found')
  })

  test('an update that names no pipeline moves the item to the main one, unless the portal is read the other way', () => {
    const portal = calling()
    const { add, update } = helper(portal)
    add(requests, { categoryId: 11, stageId: 'DT1036_11:PREPARATION' })
    const kept = update(requests, 1, { categoryId: 11, title: 'Срочно' })
    assert.deepEqual([kept['categoryId'], kept['stageId']], [11, 'DT1036_11:PREPARATION'])
    const named = { entityTypeId: requests, id: 1, fields: { stageId: 'DT1036_11:CLIENT' } }
    assert.match(portal.refusal('crm.item.update', named), /Invalid value for field "stageId"/)
    const moved = update(requests, 1, { title: 'Очень срочно' })
    assert.deepEqual([moved['categoryId'], moved['stageId']], [9, 'DT1036_9:NEW'])

    portal.state.readings = { updateWithoutCategory: 'stays' }
    add(requests, { categoryId: 11 })
    const stayed = update(requests, 2, { stageId: 'DT1036_11:CLIENT' })
    assert.deepEqual([stayed['categoryId'], stayed['stageId']], [11, 'DT1036_11:CLIENT'])
    // A deal stays where it is in either way.
    add(2, { categoryId: 5 })
    assert.equal(update(2, 1, { title: 'А' })['categoryId'], 5)
  })

  test('belong to others by the relations of the portal, and are let go when those are deleted', () => {
    const portal = calling()
    const { add, update } = helper(portal)
    add(contracts, { title: 'СО-17' })
    const deal = add(2, { parentId1032: 1 })
    const invoice = add(31, { parentId2: deal['id'], parentId1032: '1' })
    assert.deepEqual([deal['parentId1032'], invoice['parentId2'], invoice['parentId1032']], [1, 1, 1])
    assert.match(
      portal.refusal('crm.item.add', { entityTypeId: 2, fields: { parentId1032: 99 } }),
      /Invalid value for field "parentId1032"/,
    )
    assert.equal(update(2, 1, { parentId1032: 0 })['parentId1032'], null)
    portal.call('crm.item.delete', { entityTypeId: contracts, id: 1 })
    assert.equal(portal.call<{ item: Row }>('crm.item.get', { entityTypeId: 31, id: 1 }).item['parentId1032'], null)
  })

  test('are imported by twenty, each on its own, without automation', () => {
    const { call, state } = calling()
    const data = [
      { title: 'СО-17', xmlId: 'BUH|1', stageId: 'DT1032_7:CLIENT' },
      { title: '' },
      { title: 'СО-18', stageId: 'C5:NEW' },
    ]
    const { items } = call<{ items: Row[] }>('crm.item.batchImport', { entityTypeId: contracts, data })
    assert.deepEqual(
      items.map((one) => one['item'] ?? one['error']),
      [{ id: 1 }, 'CRM_FIELD_ERROR_REQUIRED', 'CRM_FIELD_ERROR_VALUE_NOT_VALID'],
    )
    assert.deepEqual(state.automation, [])
    const found = call<{ items: Row[] }>('crm.item.list', {
      entityTypeId: contracts,
      filter: { '@xmlId': ['BUH|1', 'BUH|2'] },
      start: -1,
    })
    assert.deepEqual(
      found.items.map(({ id, stageId }) => [id, stageId]),
      [[1, 'DT1032_7:CLIENT']],
    )
  })

  test('have rows where products are enabled, requisites by a link, and their own name in the timeline', () => {
    const { call, refusal, state } = calling()
    state.items[4] = { 51: { id: 51, title: 'ООО «Клён»', fm: [] } }
    const fields = { ENTITY_TYPE_ID: 4, ENTITY_ID: 51, PRESET_ID: 1, NAME: 'ООО «Клён»' }
    call('crm.requisite.add', { fields })
    const { add } = helper({ call })
    add(contracts, { companyId: 51 })
    const rows = [{ productId: 10, price: 2000, quantity: 3 }]
    call('crm.item.productrow.set', { ownerType: 'T408', ownerId: 1, productRows: rows })
    const item = call<{ item: Row }>('crm.item.get', { entityTypeId: contracts, id: 1 }).item
    assert.equal(item['opportunity'], 6000)
    call('crm.type.update', { id: 7, fields: { isLinkWithProductsEnabled: 'N' } })
    const set = { ownerType: 'T408', ownerId: 1, productRows: [] }
    assert.match(refusal('crm.item.productrow.set', set), /^400 "ENTITY_TYPE_NOT_SUPPORTED"/)
    const link = {
      ENTITY_TYPE_ID: contracts,
      ENTITY_ID: 1,
      REQUISITE_ID: 1,
      BANK_DETAIL_ID: 0,
      MC_REQUISITE_ID: 0,
      MC_BANK_DETAIL_ID: 0,
    }
    assert.equal(call('crm.requisite.link.register', { fields: link }), true)
    const comment = { ENTITY_ID: 1, ENTITY_TYPE: 'DYNAMIC_1032', COMMENT: 'Подписан' }
    assert.equal(call('crm.timeline.comment.add', { fields: comment }), 1)
  })
})
