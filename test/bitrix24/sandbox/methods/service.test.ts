import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { methods } from '../../../../src/bitrix24/sandbox/methods/index.ts'
import { calling } from './calling.ts'

type Row = Readonly<Record<string, unknown>>

describe('users', () => {
  test('are found by activity, e-mail and a pattern of a name', () => {
    const { call, ask } = calling()
    const ids = (filter: object) => call<Row[]>('user.get', { FILTER: filter }).map(({ ID }) => ID)
    assert.deepEqual(ids({ ACTIVE: true }), ['1', '6', '8'])
    assert.deepEqual(ids({ ACTIVE: 'N' }), ['11'])
    assert.deepEqual(ids({ EMAIL: 'belova@mayak.example' }), ['8'])
    assert.deepEqual(ids({ LAST_NAME: 'куз%' }), ['6'])
    assert.deepEqual(ids({ '@ID': ['6', '11'] }), ['6', '11'])
    assert.equal(ask('user.get', { ID: 6 }).total, 1)
  })

  test('user.search finds the active by a word, user.current is the owner of the webhook', () => {
    const { call } = calling()
    assert.deepEqual(
      call<Row[]>('user.search', { FIND: 'менеджер' }).map(({ ID }) => ID),
      ['6', '8'],
    )
    assert.deepEqual(call<Row[]>('user.search', { FILTER: { LAST_NAME: 'Громов' } }), [])
    assert.equal(call<Row>('user.current')['ID'], '1')
  })
})

describe('service methods', () => {
  test('tell who asks, by which rights and at what time', () => {
    const { call } = calling('vladivostok')
    const { ID, ADMIN, NAME } = call<Row>('profile')
    assert.deepEqual([ID, ADMIN, NAME], ['1', true, 'Сергей'])
    assert.deepEqual(call('scope'), ['crm', 'user', 'userfieldconfig'])
    assert.equal(call('server.time'), '2026-08-20T16:00:00+10:00')
    assert.deepEqual(call('feature.get', { CODE: 'x' }), { value: 'Y' })
  })

  test('tell which methods there are', () => {
    const { call } = calling()
    assert.deepEqual(call('method.get', { name: 'CRM.Item.Add' }), { isExisting: true, isAvailable: true })
    assert.deepEqual(call('method.get', { name: 'crm.nothing' }), { isExisting: false, isAvailable: false })
    assert.ok(call<string[]>('methods').includes('crm.duplicate.findbycomm'))
  })

  test('no name is there twice', () => {
    const names = methods.map(({ name }) => name.toLowerCase())
    assert.equal(new Set(names).size, names.length)
  })
})

test('crm.stagehistory.list tells the moves of a deal', () => {
  const { call, ask } = calling()
  call('crm.item.add', { entityTypeId: 2, fields: { title: 'А' } })
  call('crm.item.update', { entityTypeId: 2, id: 1, fields: { stageId: 'WON' } })
  const { result, total } = ask('crm.stagehistory.list', { entityTypeId: 2, filter: { OWNER_ID: 1 }, order: { ID: 'DESC' } })
  const { items } = result as { items: readonly Row[] }
  assert.deepEqual(
    items.map(({ TYPE_ID, STAGE_ID, STAGE_SEMANTIC_ID }) => [TYPE_ID, STAGE_ID, STAGE_SEMANTIC_ID]),
    [
      [3, 'WON', 'S'],
      [1, 'NEW', 'P'],
    ],
  )
  assert.equal(total, 2)
})

test('quotes, leads and invoices go the same way as the rest', () => {
  const { call } = calling()
  const add = (entityTypeId: number, fields: object) => call<{ item: Row }>('crm.item.add', { entityTypeId, fields }).item
  assert.deepEqual([add(1, {})['title'], add(7, {})['stageId'], add(31, {})['stageId']], ['Lead #1', 'DRAFT', 'DT31_3:N'])
  const invoice = add(31, { title: 'Счёт', xmlId: 'i1', stageId: 'DT31_3:P', mycompanyId: 0 })
  assert.deepEqual([invoice['xmlId'], invoice['categoryId'], invoice['stageId']], ['i1', 3, 'DT31_3:P'])
})
