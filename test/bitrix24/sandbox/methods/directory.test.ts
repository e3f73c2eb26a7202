import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calling } from './calling.ts'

type Row = Readonly<Record<string, unknown>>

describe('crm.status', () => {
  test('lists a directory in texts; an unknown one is empty, a list of them refused', () => {
    const { call, refusal } = calling()
    const names = (entityId: string) =>
      call<Row[]>('crm.status.list', { filter: { ENTITY_ID: entityId }, order: { SORT: 'ASC' } }).map(({ NAME }) => NAME)
    assert.deepEqual(names('COMPANY_TYPE'), ['Клиент', 'Поставщик', 'Конкурент', 'Партнёр', 'Другое'])
    assert.deepEqual(names('NO_SUCH'), [])
    const told = '400 "": Filter by ENTITY_ID must be a string'
    assert.equal(refusal('crm.status.list', { filter: { ENTITY_ID: ['SOURCE'] } }), told)
    const won = call<Row[]>('crm.status.list', { filter: { ENTITY_ID: 'DEAL_STAGE_5', STATUS_ID: 'C5:WON' } })[0]!
    assert.deepEqual([won['SEMANTICS'], won['EXTRA'], won['CATEGORY_ID']], ['S', { SEMANTICS: 'success', COLOR: '' }, '5'])
  })

  test('pages by fifty', () => {
    const { ask } = calling()
    const { total, next, result } = ask('crm.status.list', {})
    assert.deepEqual([(result as Row[]).length, next], [50, 50])
    assert.ok(total! > 50)
  })

  test('adds a stage with the prefix of its pipeline, once', () => {
    const { call, refusal, isAdmin } = calling()
    const fields = { ENTITY_ID: 'DEAL_STAGE_5', STATUS_ID: 'DECISION', NAME: 'Решение', SORT: 25 }
    const id = call<number>('crm.status.add', { fields })
    assert.deepEqual(call<Row>('crm.status.get', { id })['STATUS_ID'], 'C5:DECISION')
    assert.equal(refusal('crm.status.add', { fields }), '400 "ERROR_CORE": The specified status ID already exists.')
    assert.equal(refusal('crm.status.add', { fields: { ...fields, STATUS_ID: '' } }), '400 "": The field STATUS_ID is required.')
    call('crm.status.update', { id, fields: { NAME: 'Думает', STATUS_ID: 'X' } })
    const { NAME, STATUS_ID } = call<Row>('crm.status.get', { id })
    assert.deepEqual([NAME, STATUS_ID], ['Думает', 'C5:DECISION'])
    assert.equal(call('crm.status.delete', { id }), true)
    assert.equal(refusal('crm.status.get', { id }), `400 "": CRM Status with ID '${id}' is not found`)
    isAdmin(false)
    assert.equal(refusal('crm.status.add', { fields }), '400 "": Access denied.')
  })

  test('a system value goes only when that is forced', () => {
    const { call, refusal } = calling()
    const [first] = call<Row[]>('crm.status.list', { filter: { ENTITY_ID: 'SOURCE' } })
    assert.match(refusal('crm.status.delete', { id: first!['ID'] }), /^400 "": /)
    assert.equal(call('crm.status.delete', { id: first!['ID'], params: { FORCED: 'Y' } }), true)
  })

  test('tells every directory with the stages of each pipeline', () => {
    const types = calling().call<Row[]>('crm.status.entity.types')
    const ids = types.map(({ ID }) => ID)
    for (const id of ['SOURCE', 'COMPANY_TYPE', 'DEAL_STAGE', 'DEAL_STAGE_5', 'SMART_INVOICE_STAGE_3'])
      assert.ok(ids.includes(id), id)
    assert.equal(types.find(({ ID }) => ID === 'DEAL_STAGE_5')!['PREFIX'], 'C5')
  })
})

test('pipelines: that of every portal is 0', () => {
  const { ask, call, refusal } = calling()
  const { result, total } = ask('crm.category.list', { entityTypeId: 2 })
  assert.deepEqual(
    (result as { categories: Row[] }).categories.map(({ id, name, isDefault }) => [id, name, isDefault]),
    [
      [0, 'Общая', 'Y'],
      [5, 'Сервис', 'N'],
    ],
  )
  assert.equal(total, 2)
  assert.equal(call<{ category: Row }>('crm.category.get', { entityTypeId: 2, id: 5 }).category['name'], 'Сервис')
  assert.equal(refusal('crm.category.get', { entityTypeId: 2, id: 9 }), '400 "NOT_FOUND": Item not found')
})

test('currencies are told in texts', () => {
  const { call } = calling()
  const rows = call<Row[]>('crm.currency.list')
  assert.deepEqual([rows[0]!['CURRENCY'], rows[0]!['AMOUNT'], rows[0]!['BASE']], ['RUB', '1.0000', 'Y'])
  assert.equal(call('crm.currency.base.get'), 'RUB')
  assert.equal(call<Row>('crm.currency.get', { id: 'USD' })['FULL_NAME'], 'Доллар США')
})
