import assert from 'node:assert/strict'
import { test } from 'node:test'
import { productIdsByXmlId } from '../../../src/bitrix24/crm/product-ids.ts'
import { done, refused, scriptedPortal } from '../client/scripted-portal.ts'
import { type CrmPortal, openCrmPortal } from './crm-portal.ts'

/** A portal with a catalogue of products and one of their variations. */
function openCatalogue(t: Parameters<typeof openCrmPortal>[0]): Promise<CrmPortal> {
  return openCrmPortal(t, (state) => {
    state.webhooks[0]!.scopes = ['crm', 'user_basic', 'catalog']
    const catalogs = [
      { iblockId: 23, id: 23, name: 'Товары', productIblockId: null, skuPropertyId: null },
      { iblockId: 24, id: 24, name: 'Варианты', productIblockId: 23, skuPropertyId: 97 },
    ]
    const product = (id: number, iblockId: number, xmlId: string) => ({ id, iblockId, xmlId, name: xmlId, type: 1 })
    const rows = [
      product(1, 23, 'p-1'),
      product(2, 23, 'p-2'),
      product(3, 24, 'p-2#v-1'),
      product(4, 23, 'twin'),
      product(5, 23, 'twin'),
      product(6, 23, 'p-6'),
      product(7, 24, 'p-6'),
    ]
    state.catalog = { catalogs, products: Object.fromEntries(rows.map((row) => [row.id, row])), measures: [], vats: [] }
  })
}

test('products and their variations are known by external code; one that several have means none, and a variation comes first', async (t) => {
  const portal = await openCatalogue(t)
  const found = await productIdsByXmlId(portal.client, ['p-1', 'p-2', 'p-2#v-1', 'twin', 'p-6', 'p-9', ''])
  assert.deepEqual(found.kind === 'read' && Object.fromEntries(found.ids), { 'p-1': 1, 'p-2': 2, 'p-2#v-1': 3, 'p-6': 7 })
})

test('a thousand products take a few requests', async (t) => {
  const portal = await openCatalogue(t)
  const before = portal.requests()
  const codes = Array.from({ length: 1000 }, (_, index) => `p-${index}`)
  const found = await productIdsByXmlId(portal.client, codes)
  assert.deepEqual([found.kind, portal.requests() - before], ['read', 3])
})

test('without the scope, or without a catalogue, it is said so', async (t) => {
  const portal = await openCrmPortal(t)
  const found = await productIdsByXmlId(portal.client, ['p-1'])
  assert.deepEqual(found.kind === 'unavailable' && found.error.code, 'insufficient_scope')
  const old = await scriptedPortal(t, () => refused(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'))
  assert.equal((await productIdsByXmlId(old.open(), ['p-1'])).kind, 'unavailable')
})

test('a portal that is closed, or that lists other products, is a failure', async (t) => {
  const closed = await scriptedPortal(t, () => refused(401, 'NO_AUTH_FOUND', 'Wrong authorization data'))
  const found = await productIdsByXmlId(closed.open(), ['p-1'])
  assert.equal(found.kind === 'failed' && found.outcome.error.code, 'NO_AUTH_FOUND')
  const odd = await scriptedPortal(t, ({ method }) =>
    done(method === 'catalog.catalog.list' ? { catalogs: [{ iblockId: 23 }] } : { products: [{ id: 8, xmlId: 'p-8' }] }),
  )
  const strangers = await productIdsByXmlId(odd.open(), ['p-1'])
  assert.equal(strangers.kind === 'failed' && strangers.outcome.error.code, 'list')
})
