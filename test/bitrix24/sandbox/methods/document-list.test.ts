import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fixturePortal } from '../../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { seededRandom } from '../../../../src/bitrix24/sandbox/random.ts'
import type { ItemRow } from '../../../../src/bitrix24/sandbox/state.ts'
import { type Calling, calling } from './calling.ts'

type Items = { readonly items: readonly Readonly<Record<string, unknown>>[] }

const find = ({ call }: Calling, entityTypeId: number, filter: object) => {
  const params = { entityTypeId, filter, select: ['id'], useOriginalUfNames: 'Y', start: -1, order: { id: 'ASC' } }
  return call<Items>('crm.item.list', params).items.map(({ id }) => id)
}

function filled(): Calling {
  const portal = calling()
  for (const name of ['Анна', 'Борис', 'Вера']) portal.call('crm.item.add', { entityTypeId: 3, fields: { name } })
  for (const title of ['Клён', 'Вяз']) portal.call('crm.item.add', { entityTypeId: 4, fields: { title } })
  const deals = [
    { contactIds: [1, 2], companyId: 1, UF_CRM_ID_1C: 'ЗН-1' },
    { contactIds: [2], companyId: 2, categoryId: 5, UF_CRM_ID_1C: 'ЗН-2' },
    { contactIds: [3, 1], stageId: 'WON' },
    { stageId: 'LOSE', UF_CRM_ID_1C: 'ЗН-4' },
  ]
  for (const fields of deals) {
    portal.wait(60)
    portal.call('crm.item.add', { entityTypeId: 2, fields, useOriginalUfNames: 'Y' })
  }
  for (const xmlId of ['BUH|1', 'BUH|2'])
    portal.call('crm.item.add', { entityTypeId: 31, fields: { xmlId, parentId2: xmlId === 'BUH|1' ? 2 : 3 } })
  return portal
}

describe('documents are found', () => {
  const cases: readonly (readonly [string, object, readonly number[]])[] = [
    ['by a contact that is any of theirs', { contactIds: 1 }, [1, 3]],
    ['by several contacts', { '@contactIds': [1, 3] }, [1, 3]],
    ['by their primary contact', { contactId: 2 }, [2]],
    ['by several primary contacts', { '@contactId': [1, 2] }, [1, 2]],
    ['without a contact', { contactId: 0 }, [4]],
    ['by a company', { companyId: 1 }, [1]],
    ['by several companies', { '@companyId': [1, 2, 9] }, [1, 2]],
    ['by a stage', { stageId: 'WON' }, [3]],
    ['by what their stage is not', { '!@stageId': ['WON', 'LOSE'] }, [1, 2]],
    ['by a pipeline', { categoryId: 5 }, [2]],
    ['by several pipelines', { '@categoryId': [0, 5], '>id': 2 }, [3, 4]],
    ['by a custom field', { '@UF_CRM_ID_1C': ['ЗН-1', 'ЗН-4'] }, [1, 4]],
    ['by the time of their last change', { '>=updatedTime': '2026-08-20T09:03:00+03:00', '>id': 2 }, [3, 4]],
    ['by whether they are closed', { closed: 'N', contactIds: [1, 2] }, [1, 2]],
  ]
  for (const [title, filter, expected] of cases) test(title, () => assert.deepEqual(find(filled(), 2, filter), expected))

  test('by the one external code that invoices have, and by the deal that they belong to', () => {
    const portal = filled()
    assert.deepEqual(find(portal, 31, { xmlId: 'BUH|2' }), [2])
    assert.deepEqual(find(portal, 31, { '@xmlId': ['BUH|1', 'BUH|3'] }), [1])
    assert.deepEqual(find(portal, 31, { '@parentId2': [3] }), [2])
    assert.deepEqual(find(portal, 31, { parentId2: 2, '>id': 0 }), [1])
  })

  test('by any contact under contactId too, where the portal is read so', () => {
    const portal = filled()
    portal.state.readings = { contactIdFinds: 'any' }
    assert.deepEqual(find(portal, 2, { contactId: 1 }), [1, 3])
    assert.deepEqual(find(portal, 2, { '@contactId': [2] }), [1, 2])
  })

  test('by the older list through their primary contact alone; CONTACT_IDS it does not know and finds all', () => {
    const { call } = filled()
    const old = (filter: object) => call<{ ID: string }[]>('crm.deal.list', { filter, select: ['ID'] }).map(({ ID }) => ID)
    assert.deepEqual(old({ CONTACT_ID: 1 }), ['1'])
    assert.deepEqual(old({ CONTACT_IDS: [1] }), ['1', '2', '3', '4'])
  })
})

test('an index finds what reading everything finds, whatever is asked for and whatever has changed since', () => {
  const seed = Math.trunc(Math.random() * 1e9)
  const random = seededRandom(seed)
  const draw = (below: number) => Math.floor(random() * below)
  const many = calling()
  const deals: Record<number, ItemRow> = {}
  for (let id = 1; id <= 700; id++) deals[id] = dealOf(id, draw)
  many.state.items[2] = deals
  for (let round = 0; round < 60; round++) {
    const id = 1 + draw(700)
    const fields = {
      title: `Сделка ${id}`,
      opportunity: draw(1000),
      categoryId: 0,
      stageId: ['NEW', 'EXECUTING', 'WON'][draw(3)]!,
    }
    if (deals[id] !== undefined && round % 3 === 0) many.call('crm.item.update', { entityTypeId: 2, id, fields })
    if (deals[id] !== undefined && round % 7 === 0) many.call('crm.item.delete', { entityTypeId: 2, id })
    const filter = filterOf(draw)
    const plain = calling(fixturePortal('moscow'))
    const found = find(many, 2, filter)
    // Below five hundred rows nothing is indexed: the same rows in portions.
    const expected: unknown[] = []
    for (let from = 0; from < 800; from += 400) {
      const portion = Object.entries(deals).filter(([key]) => Number(key) > from && Number(key) <= from + 400)
      plain.state.items[2] = Object.fromEntries(portion)
      expected.push(...find(plain, 2, filter))
    }
    assert.deepEqual(found, expected.slice(0, 50), `seed ${seed}, ${JSON.stringify(filter)}`)
  }
})

function dealOf(id: number, draw: (below: number) => number): ItemRow {
  return {
    id,
    fm: [],
    title: `Сделка ${id}`,
    categoryId: [0, 5][draw(2)]!,
    stageId: ['NEW', 'WON', 'LOSE'][draw(3)]!,
    contactIds: Array.from({ length: draw(3) }, () => 1 + draw(40)),
    companyId: draw(5) === 0 ? null : 1 + draw(30),
    originatorId: ['1C', 'SITE'][draw(2)]!,
    originId: `o${draw(300)}`,
    UF_CRM_ID_1C: draw(4) === 0 ? null : `ЗН-${draw(300)}`,
    updatedTime: `2026-08-${String(1 + draw(28)).padStart(2, '0')}T10:00:00+03:00`,
  }
}

function filterOf(draw: (below: number) => number): object {
  const conditions = [
    { contactIds: 1 + draw(40) },
    { '@contactIds': [1 + draw(40), 1 + draw(40)] },
    { contactId: 1 + draw(40) },
    { '@companyId': [1 + draw(30), 1 + draw(30)] },
    { '!@stageId': ['WON', 'LOSE'] },
    { stageId: 'NEW' },
    { categoryId: [0, 5][draw(2)] },
    { '@UF_CRM_ID_1C': [`ЗН-${draw(300)}`, `ЗН-${draw(300)}`] },
    { originatorId: '1C', '@originId': [`o${draw(300)}`, `o${draw(300)}`] },
    { '>id': draw(700) },
    { '>=updatedTime': `2026-08-${String(1 + draw(28)).padStart(2, '0')}T00:00:00+03:00` },
  ]
  return Object.assign({}, conditions[draw(conditions.length)], conditions[draw(conditions.length)])
}
