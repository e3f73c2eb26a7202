import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PortalClient } from '../../../src/bitrix24/client/portal-client.ts'
import { type ListRequest, type Page, type Row, readAll } from '../../../src/bitrix24/client/read-pages.ts'
import { done, refused, type Said, scriptedPortal } from './scripted-portal.ts'

const companies: ListRequest = {
  method: 'crm.item.list',
  params: { entityTypeId: 4, select: ['id'], filter: { originatorId: '1C' } },
  idField: 'id',
  itemsOf: (result) => (result as { items?: Row[] }).items ?? null,
}

async function pagesOf(client: PortalClient, request: ListRequest): Promise<readonly Page[]> {
  const pages: Page[] = []
  for await (const page of readAll(client, request)) pages.push(page)
  return pages
}

test('a list is read to its end by ascending ids, without the portal counting it', async (t) => {
  const ids = Array.from({ length: 120 }, (_, index) => 3 + index * 2)
  const portal = await scriptedPortal(t, ({ params }) => {
    const { '>id': last } = params['filter'] as { '>id': number }
    return done({
      items: ids
        .filter((id) => id > last)
        .slice(0, 50)
        .map((id) => ({ id })),
    })
  })
  const pages = await pagesOf(portal.open(), companies)
  assert.deepEqual(
    pages.flatMap((page) => (page.kind === 'rows' ? page.rows.map(({ id }) => id) : [])),
    ids,
  )
  assert.deepEqual(portal.asked[0]?.params, {
    entityTypeId: 4,
    select: ['id'],
    filter: { originatorId: '1C', '>id': 0 },
    order: { id: 'ASC' },
    start: -1,
  })
  assert.equal(portal.asked.length, 3)
})

test('ids of classic methods are texts, and a start may be given', async (t) => {
  const portal = await scriptedPortal(t, () => done([{ ID: '9' }, { ID: '10' }]))
  const request: ListRequest = {
    method: 'crm.requisite.list',
    params: { filter: { '>ID': 8 } },
    idField: 'ID',
    itemsOf: (result) => result as Row[],
  }
  assert.deepEqual(await pagesOf(portal.open(), request), [{ kind: 'rows', rows: [{ ID: '9' }, { ID: '10' }] }])
  assert.deepEqual(portal.asked[0]?.params['filter'], { '>ID': 8 })
})

const wrong: readonly (readonly [string, readonly unknown[] | null])[] = [
  ['goes backwards', [{ id: 5 }, { id: 4 }]],
  ['repeats a record', [{ id: 5 }, { id: 5 }]],
  ['has a record without an id', [{ id: 5 }, { title: 'Ясень' }]],
  ['has an id that is none', [{ id: 'five' }]],
  ['has no rows at all', null],
]
for (const [name, items] of wrong) {
  test(`a list that ${name} is not used`, async (t) => {
    const portal = await scriptedPortal(t, () => done(items === null ? {} : { items }))
    const [page, ...more] = await pagesOf(portal.open(), companies)
    assert.equal(page?.kind === 'failed' && page.outcome.error.code, 'list')
    assert.deepEqual(more, [])
  })
}

test('a filter that the portal passes over is noticed on the second page', async (t) => {
  const items = Array.from({ length: 50 }, (_, index) => ({ id: index + 1 }))
  const portal = await scriptedPortal(t, () => done({ items }))
  const pages = await pagesOf(portal.open(), companies)
  assert.deepEqual(
    pages.map(({ kind }) => kind),
    ['rows', 'failed'],
  )
})

test('a page that the portal does not give ends the reading with its reason', async (t) => {
  const said: Said = refused(400, 'INVALID_ARG_VALUE', "Invalid filter: field 'FOO' is not allowed in filter")
  const portal = await scriptedPortal(t, () => said)
  const pages = await pagesOf(portal.open(), companies)
  assert.equal(pages.length, 1)
  assert.equal(
    pages[0]?.kind === 'failed' && pages[0].outcome.kind === 'refused' && pages[0].outcome.error.code,
    'INVALID_ARG_VALUE',
  )
})
