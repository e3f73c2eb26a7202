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
    for (const id of ['SOURCE', 'COMPANY_TYPE', 'DEAL_STAGE', 'DEAL_STAGE_5', 'SMART_INVOICE_STAGE_3', 'DYNAMIC_1032_STAGE_7'])
      assert.ok(ids.includes(id), id)
    assert.equal(types.find(({ ID }) => ID === 'DYNAMIC_1032_STAGE_7')!['PREFIX'], 'DT1032_7')
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
      [7, 'Бронирования', 'N'],
    ],
  )
  assert.equal(total, 3)
  assert.equal(call<{ category: Row }>('crm.category.get', { entityTypeId: 2, id: 5 }).category['name'], 'Сервис')
  assert.equal(refusal('crm.category.get', { entityTypeId: 2, id: 9 }), '400 "NOT_FOUND": Item not found')
})

test('a new pipeline has stages of its own, and the main one of deals stays what it is', () => {
  const { call, refusal, isAdmin } = calling()
  const add = (entityTypeId: number, fields: object) =>
    call<{ category: Row }>('crm.category.add', { entityTypeId, fields }).category
  const pipeline = add(2, { name: 'Гарантия', isDefault: 'Y', sort: -5 })
  assert.deepEqual([pipeline['isDefault'], pipeline['sort']], ['N', 0])
  const stages = call<Row[]>('crm.status.list', { filter: { ENTITY_ID: `DEAL_STAGE_${pipeline['id']}` } })
  assert.deepEqual(stages.at(0)!['STATUS_ID'], `C${pipeline['id']}:NEW`)
  assert.ok(stages.some(({ SEMANTICS }) => SEMANTICS === 'S') && stages.some(({ SEMANTICS }) => SEMANTICS === 'F'))
  // Of a process the old main one steps back.
  const main = add(1036, { name: 'Новая основная', isDefault: 'Y' })
  const item = call<{ item: Row }>('crm.item.add', { entityTypeId: 1036, fields: {} }).item
  assert.deepEqual([item['categoryId'], item['stageId']], [main['id'], `DT1036_${main['id']}:NEW`])
  assert.equal(refusal('crm.category.add', { entityTypeId: 2, fields: { name: ' ' } }), `400 "0": Field 'NAME' is required`)
  isAdmin(false)
  assert.equal(refusal('crm.category.add', { entityTypeId: 2, fields: { name: 'А' } }), '400 "ACCESS_DENIED": Access denied')
})

test('only stages of leads, deals and quotes tell in EXTRA where they lead', () => {
  const { call } = calling()
  const first = (entityId: string, statusId: string) =>
    call<Row[]>('crm.status.list', { filter: { ENTITY_ID: entityId, STATUS_ID: statusId } })[0]!
  assert.deepEqual(first('DEAL_STAGE_7', 'C7:WON')['EXTRA'], { SEMANTICS: 'success', COLOR: '' })
  const paid = first('SMART_INVOICE_STAGE_3', 'DT31_3:P')
  const ended = first('DYNAMIC_1032_STAGE_7', 'DT1032_7:FAIL')
  assert.deepEqual([paid['SEMANTICS'], paid['EXTRA'], ended['SEMANTICS'], ended['EXTRA']], ['S', undefined, 'F', undefined])
})

test('currencies are told in texts', () => {
  const { call } = calling()
  const rows = call<Row[]>('crm.currency.list')
  assert.deepEqual([rows[0]!['CURRENCY'], rows[0]!['AMOUNT'], rows[0]!['BASE']], ['RUB', '1.0000', 'Y'])
  assert.equal(call('crm.currency.base.get'), 'RUB')
  assert.equal(call<Row>('crm.currency.get', { id: 'USD' })['FULL_NAME'], 'Доллар США')
})
