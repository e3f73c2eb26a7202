import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ChangedCard, type ChangedQuery, readChanged } from '../../../src/bitrix24/crm/read-changed.ts'
import { done, refused, scriptedPortal } from '../client/scripted-portal.ts'
import { type CrmPortal, openCrmPortal } from './crm-portal.ts'
import { documentDirectories } from './directories.ts'

const query: ChangedQuery = {
  since: '2026-03-02T10:00:00+03:00',
  categories: [],
  select: [],
  directories: documentDirectories,
}

/** Deals 1 … of which each was changed a minute after the one before it. */
async function portalWith(t: Parameters<typeof openCrmPortal>[0], count: number): Promise<CrmPortal> {
  return openCrmPortal(t, (state) => {
    state.items[2] = {}
    for (let id = 1; id <= count; id += 1) {
      const updatedTime = new Date(Date.parse('2026-03-02T07:00:00Z') + (id - 60) * 60_000)
        .toISOString()
        .replace('.000Z', '+00:00')
      const categoryId = id % 2 === 0 ? 5 : 0
      const stageId = categoryId === 5 ? 'C5:NEW' : 'NEW'
      state.items[2][id] = {
        id,
        title: `Сделка ${id}`,
        categoryId,
        stageId,
        updatedTime,
        updatedBy: 3,
        createdTime: updatedTime,
        fm: [],
      }
      state.productRows[`D:${id}`] = [
        { id: 1000 + id, ownerId: id, ownerType: 'D', productName: `Р${id}`, price: id, quantity: 1, sort: 10 },
      ]
    }
  })
}

async function pagesOf(portal: CrmPortal, more: Partial<ChangedQuery>) {
  const pages: (readonly ChangedCard[])[] = []
  const directories = await portal.directories(['deal'])
  const before = portal.requests()
  const result = await readChanged(portal.client, 'deal', { ...query, directories, ...more }, async (cards) => {
    pages.push(cards)
  })
  return { pages, result, requests: portal.requests() - before }
}

test('cards that changed since a moment come in pages by their ids, whatever the zone it was told in', async (t) => {
  const portal = await portalWith(t, 180)
  const { pages, result, requests } = await pagesOf(portal, {})
  assert.deepEqual(result, { kind: 'read', count: 121 })
  assert.deepEqual(
    pages.map((page) => [page.length, page[0]!.id]),
    [
      [50, 60],
      [50, 110],
      [21, 160],
    ],
  )
  assert.equal(requests, 3)
  const same = await pagesOf(portal, { since: '2026-03-02T07:00:00Z' })
  assert.deepEqual(same.result, result)
  const [first] = pages[0]!
  assert.deepEqual(
    [first!.updatedBy, first!.createdTime !== '', first!.fields['title'], first!.rows],
    [3, true, 'Сделка 60', null],
  )
})

test('only the pipelines that are asked for, only the fields that are asked for, and rows a request more for a page', async (t) => {
  const portal = await portalWith(t, 180)
  const { pages, result, requests } = await pagesOf(portal, { categories: [5], select: ['title', 'opportunity'], rows: true })
  assert.deepEqual(result, { kind: 'read', count: 61 })
  const cards = pages.flat()
  assert.ok(cards.every(({ id }) => id % 2 === 0))
  assert.deepEqual(cards[0]!.fields, { title: 'Сделка 60', opportunity: '' })
  assert.deepEqual(
    cards.map(({ rows }) => rows!.map(({ productName }) => productName)),
    cards.map(({ id }) => [`Р${id}`]),
  )
  assert.equal(requests, 4)
})

test('nothing changed is nothing read', async (t) => {
  const portal = await portalWith(t, 3)
  const { pages, result } = await pagesOf(portal, { since: '2027-01-01T00:00:00+03:00' })
  assert.deepEqual([pages, result], [[], { kind: 'read', count: 0 }])
})

test('invoices come with the mark out of their one field', async (t) => {
  const portal = await openCrmPortal(t)
  await portal.add(31, { title: 'Счёт', xmlId: 'obmen24|i-1' })
  const directories = await portal.directories(['invoice'])
  const marks: string[] = []
  const since = '2020-01-01T00:00:00+03:00'
  await readChanged(portal.client, 'invoice', { ...query, since, directories, select: ['title'] }, async (cards) => {
    for (const { originatorId, originId } of cards) marks.push(originatorId, originId)
  })
  assert.deepEqual(marks, ['obmen24', 'i-1'])
})

const page = async () => undefined
const changed = { id: 5, title: 'А', categoryId: 0, updatedTime: '2026-03-02T11:00:00+03:00' }

test('a card that is older, or of another pipeline, says that the filter was passed over', async (t) => {
  for (const row of [
    { ...changed, updatedTime: '2026-03-02T09:59:59+03:00' },
    { ...changed, categoryId: 5 },
  ]) {
    const portal = await scriptedPortal(t, () => done({ items: [row] }))
    const result = await readChanged(portal.open(), 'deal', { ...query, categories: [0] }, page)
    assert.equal(result.kind === 'failed' && result.outcome.error.code, 'list')
  }
})

test('rows of another card are not given to ours, and a refusal is handed on', async (t) => {
  const strangers = { productRows: [{ id: 1, ownerId: 6, ownerType: 'D' }] }
  const odd = await scriptedPortal(t, ({ method }) => done(method === 'crm.item.list' ? { items: [changed] } : strangers))
  const rows = await readChanged(odd.open(), 'deal', { ...query, rows: true }, page)
  assert.equal(rows.kind === 'failed' && rows.outcome.error.code, 'list')
  const closed = await scriptedPortal(t, () => refused(401, 'NO_AUTH_FOUND', 'Wrong authorization data'))
  const result = await readChanged(closed.open(), 'deal', query, page)
  assert.equal(result.kind === 'failed' && result.outcome.error.code, 'NO_AUTH_FOUND')
  const gone = await scriptedPortal(t, ({ method }) =>
    method === 'crm.item.list' ? done({ items: [changed] }) : refused(401, 'NO_AUTH_FOUND', 'Wrong authorization data'),
  )
  const half = await readChanged(gone.open(), 'deal', { ...query, rows: true }, page)
  assert.equal(half.kind === 'failed' && half.outcome.error.code, 'NO_AUTH_FOUND')
})
