import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fixturePortal } from '../../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { forgetIndexes } from '../../../../src/bitrix24/sandbox/methods/store/store.ts'
import { type Calling, calling } from './calling.ts'

type Items = { readonly items: readonly Readonly<Record<string, unknown>>[] }

const ids = ({ call }: Calling, filter: object, rest: object = {}) =>
  call<Items>('crm.item.list', { entityTypeId: 4, filter, select: ['id'], useOriginalUfNames: 'Y', ...rest }).items.map(
    ({ id }) => id,
  )

/** Companies Альфа 1 … with what lists can be asked for. */
function filled(count = 6): Calling {
  const portal = calling()
  const data = Array.from({ length: count }, (_, place) => ({
    title: `Альфа ${place + 1}`,
    originatorId: place % 2 === 0 ? '1C' : 'site',
    originId: `a${place + 1}`,
    revenue: (place + 1) * 100,
    typeId: place < 2 ? 'SUPPLIER' : 'CUSTOMER',
    UF_CRM_VIP: place === 0 ? 'Y' : 'N',
    PHONE: [{ VALUE: `+7903${String(place).padStart(7, '0')}`, VALUE_TYPE: 'WORK' }],
    ...(place === 3 && { comments: 'особый' }),
  }))
  for (let from = 0; from < count; from += 20) {
    portal.wait(60)
    portal.call('crm.item.batchImport', { entityTypeId: 4, data: data.slice(from, from + 20), useOriginalUfNames: 'Y' })
  }
  return portal
}

describe('crm.item.list filters', () => {
  const cases: readonly (readonly [string, object, readonly number[]])[] = [
    ['no prefix is equality', { originId: 'a2' }, [2]],
    ['= is equality', { '=originId': 'a2' }, [2]],
    ['@ is a list', { '@originId': ['a2', 'a5', 'zz'] }, [2, 5]],
    ['!@ is none of a list', { '!@id': [1, 2, 3, 4] }, [5, 6]],
    ['! and != differ', { '!typeId': 'CUSTOMER', '!=id': 1 }, [2]],
    ['> and <=', { '>revenue': 200, '<=revenue': 400 }, [3, 4]],
    ['>= and < by id', { '>=id': 2, '<id': 4 }, [2, 3]],
    ['% is a part, in any case', { '%title': 'ФА 3' }, [3]],
    ['=% is a pattern', { '=%title': '%4' }, [4]],
    ['%= is the same pattern', { '%=title': 'Альфа%' }, [1, 2, 3, 4, 5, 6]],
    ['!% is not a part', { '!%title': 'а 1', '<id': 3 }, [2]],
    ['!=% is not a pattern', { '!=%title': '%1', '<id': 3 }, [2]],
    ['empty finds empty', { comments: '', '<id': 3 }, [1, 2]],
    ['! empty finds the filled', { '!comments': '' }, [4]],
    ['nothing is not less than anything', { '<comments': 'я' }, [4]],
    ['a custom boolean is 1', { UF_CRM_VIP: 1 }, [1]],
    ['a custom boolean is never Y', { UF_CRM_VIP: 'Y' }, []],
    ['times compare as moments', { '>=updatedTime': '2026-08-20T06:01:00Z', '<id': 3 }, [1, 2]],
    ['times in the future find nothing', { '>updatedTime': '2026-08-20T09:01:00+03:00' }, []],
    ['an OR stands in a nested group', { '>id': 1, 0: { logic: 'OR', 0: { originId: 'a1' }, 1: { title: 'Альфа 6' } } }, [6]],
    ['an array is a list without @ too', { id: [2, 3] }, [2, 3]],
  ]
  for (const [title, filter, expected] of cases) test(title, () => assert.deepEqual(ids(filled(), filter), expected))

  test('find the same by an index as by reading everything', () => {
    const portal = filled(620)
    const filters = [
      { '@originId': ['a601', 'a2', 'nothing'], originatorId: '1C' },
      { originatorId: '1C', '@id': [1, 2, 3, 619] },
      { title: 'Альфа 600' },
      { '>id': 600, typeId: 'CUSTOMER' },
    ]
    const everything = portal.state.items[4]!
    for (const filter of filters) {
      const single = calling(fixturePortal('moscow'))
      const found = ids(portal, filter)
      single.state.items[4] = Object.fromEntries(found.map((id) => [id, everything[Number(id)]!]))
      assert.deepEqual(ids(single, filter), found)
      assert.ok(found.length > 0)
    }
    assert.deepEqual(ids(portal, filters[0]!), [601])
  })

  test('an index follows add, update and delete, and is made anew after a hand was laid on the state', () => {
    const portal = filled(620)
    assert.deepEqual(ids(portal, { originId: 'a7' }), [7])
    portal.call('crm.item.update', { entityTypeId: 4, id: 7, fields: { originId: 'b7' } })
    assert.deepEqual([ids(portal, { originId: 'a7' }), ids(portal, { originId: 'b7' })], [[], [7]])
    portal.call('crm.item.delete', { entityTypeId: 4, id: 7 })
    assert.deepEqual(ids(portal, { originId: 'b7' }), [])
    portal.call('crm.item.add', { entityTypeId: 4, fields: { originId: 'b7' } })
    assert.deepEqual(ids(portal, { originId: 'b7' }), [621])
    portal.state.items[4]![621]!['originId'] = 'c7'
    forgetIndexes(portal.state)
    assert.deepEqual([ids(portal, { originId: 'b7' }), ids(portal, { originId: 'c7' })], [[], [621]])
  })

  test('a small portal shows at once what a test changed by hand', () => {
    const portal = filled()
    assert.deepEqual(ids(portal, { originId: 'a1' }), [1])
    portal.state.items[4]![1]!['originId'] = 'x'
    delete portal.state.items[4]![2]
    assert.deepEqual([ids(portal, { originId: 'x' }), ids(portal, { originId: 'a2' })], [[1], []])
  })
})

describe('crm.item.list refuses', () => {
  const cases: readonly (readonly [object, string])[] = [
    [{ filter: { FOO: 1 } }, "Invalid filter: field 'FOO' is not allowed in filter"],
    [{ filter: { '@ORIGIN_ID': ['a'] } }, "Invalid filter: field 'ORIGIN_ID' is not allowed in filter"],
    [{ filter: { fm: 1 } }, "Invalid filter: field 'fm' is not allowed in filter"],
    [{ filter: { '>id': [1] } }, "Invalid filter: field 'id' has invalid value"],
    [{ filter: { revenue: 'много' } }, "Invalid filter: field 'revenue' has invalid value"],
    [{ order: { FOO: 'ASC' } }, "Invalid order: field 'FOO' is not allowed in order"],
    [{ order: { id: 'V' } }, "Invalid order: allowed sort directions are ASC, DESC. But got 'V' for field 'id'"],
  ]
  for (const [params, text] of cases) {
    test(text, () => {
      assert.equal(calling().refusal('crm.item.list', { entityTypeId: 4, ...params }), `400 "INVALID_ARG_VALUE": ${text}`)
    })
  }
})

describe('crm.item.list pages', () => {
  test('fifty at a time, with total and next, and no next on the last page', () => {
    const { ask } = filled(120)
    const page = (start?: number) => {
      const { result, ...counts } = ask('crm.item.list', { entityTypeId: 4, select: ['id'], order: { id: 'DESC' }, start })
      return { first: (result as Items).items[0]?.['id'], count: (result as Items).items.length, ...counts }
    }
    assert.deepEqual(page(), { first: 120, count: 50, total: 120, next: 50 })
    assert.deepEqual(page(50), { first: 70, count: 50, total: 120, next: 100 })
    assert.deepEqual(page(100), { first: 20, count: 20, total: 120 })
  })

  test('start -1 turns the count off', () => {
    const { ask } = filled(120)
    const request = { entityTypeId: 4, select: ['id'], order: { id: 'ASC' }, filter: { '>id': 60 }, start: -1 }
    const { result, ...counts } = ask('crm.item.list', request)
    assert.deepEqual(
      (result as Items).items.map(({ id }) => id),
      Array.from({ length: 50 }, (_, place) => place + 61),
    )
    assert.deepEqual(counts, {})
  })

  test('what is hidden is absent and not counted', () => {
    const portal = filled()
    portal.hide(4, 2)
    const { result, total } = portal.ask('crm.item.list', { entityTypeId: 4, select: ['id'] })
    assert.deepEqual([(result as Items).items.length, total], [5, 5])
  })

  test('order by several fields; equal ones stay by id', () => {
    assert.deepEqual(ids(filled(), {}, { order: { typeId: 'DESC', revenue: 'DESC' } }), [2, 1, 6, 5, 4, 3])
    assert.deepEqual(ids(filled(), {}, { order: { typeId: 'ASC' } }), [3, 4, 5, 6, 1, 2])
  })
})

describe('crm.item.list select', () => {
  test('fm comes with everything only; a phone can be named; unknown names are passed over', () => {
    const { call } = filled(1)
    const select = (names?: readonly string[]) => call<Items>('crm.item.list', { entityTypeId: 4, select: names }).items[0]!
    assert.deepEqual(select(['id', 'fm', 'phone', 'foo']), { id: 1, phone: '+79030000000' })
    for (const all of [undefined, [], ['*'], ['id', '*']]) {
      assert.deepEqual(select(all)['fm'], [{ id: 1, valueType: 'WORK', value: '+79030000000', typeId: 'PHONE' }])
    }
  })
})
