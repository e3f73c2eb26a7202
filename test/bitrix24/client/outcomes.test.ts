import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '../../../src/bitrix24/client/outcome.ts'
import { done, refused, type Said, scriptedPortal } from './scripted-portal.ts'

const write = { method: 'crm.item.add', params: { entityTypeId: 4, fields: { title: 'Ясень' } } }

test('a request is a POST of JSON with our name, and its answer is taken apart', async (t) => {
  const portal = await scriptedPortal(t, () => ({ json: { result: [{ ID: '1' }], total: 120, next: 50 } }))
  const outcome = await portal.open().call(write)
  assert.deepEqual(outcome, { kind: 'done', result: [{ ID: '1' }], total: 120, next: 50 })
  const [asked] = portal.asked
  assert.equal(asked?.verb, 'POST')
  assert.equal(asked?.path, portal.webhook.pathOf('crm.item.add'))
  assert.deepEqual(asked?.params, write.params)
  assert.match(asked?.headers['user-agent'] ?? '', /^obmen24\/\d+\.\d+\.\d+/)
  assert.equal(asked?.headers['content-type'], 'application/json')
  assert.equal(asked?.headers.accept, 'application/json')
})

test('a result may be anything, and so may be absent numbers', async (t) => {
  const results: unknown[] = [true, false, null, 0, '', [], {}, 27, 'text']
  const portal = await scriptedPortal(t, (_, number) => ({ json: { result: results[number] } }))
  const client = portal.open()
  for (const result of results) assert.deepEqual(await client.call(write), { kind: 'done', result, total: null, next: null })
})

const table: readonly (readonly [string, Said, string])[] = [
  ['wrong credentials at 403', refused(403, 'INVALID_CREDENTIALS', 'Invalid request credentials'), 'portal'],
  ['wrong credentials at 401', refused(401, 'INVALID_CREDENTIALS'), 'portal'],
  ['no credentials', refused(401, 'NO_AUTH_FOUND'), 'portal'],
  ['an expired webhook', refused(401, 'expired_token'), 'portal'],
  ['a user without access', refused(403, 'user_access_error'), 'portal'],
  ['an extranet user', refused(403, 'allowed_only_intranet_user'), 'portal'],
  ['a plan without REST', refused(403, 'ACCESS_DENIED', 'REST API is available only on commercial plans'), 'portal'],
  ['a blocked portal, though its status is that of a pause', refused(503, 'OVERLOAD_LIMIT'), 'portal'],
  ['a deleted portal, though its status is 500', refused(500, 'PORTAL_DELETED'), 'portal'],
  ['http where https is required', refused(400, 'INVALID_REQUEST', 'Https required'), 'portal'],
  ['an unknown code at 401', refused(401, 'SOMETHING_NEW'), 'portal'],
  ['a bare 401', { status: 401, raw: '' }, 'portal'],
  ['a bare 403', { status: 403, raw: '<html><title>403 Forbidden</title></html>' }, 'portal'],
  ['a page where REST should be', { status: 404, raw: '<html><title>Not found</title></html>' }, 'portal'],
  ['a record that may not be seen', refused(400, 'ACCESS_DENIED', 'Access denied'), 'command'],
  ['a missing scope', refused(403, 'insufficient_scope'), 'command'],
  ['a method for applications', refused(403, 'WRONG_AUTH_TYPE'), 'command'],
  ['an unknown method at 404', refused(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'), 'command'],
  ['an unknown method at 400', refused(400, 'ERROR_METHOD_NOT_FOUND'), 'command'],
  ['another invalid request', refused(400, 'INVALID_REQUEST', 'Something else'), 'command'],
  ['a record that is not there', refused(400, 'NOT_FOUND', 'Item not found'), 'command'],
  ['an error without a code', refused(400, '', 'TypeAddress exists.'), 'command'],
  ['an error that is a zero', refused(400, 0, 'Access denied.'), 'command'],
  ['an error that is a number', refused(400, 200040300010, 'Access Denied'), 'command'],
  ['an error that is null', refused(400, null), 'command'],
  ['an error that is a sentence', refused(400, 'Communication type is not defined'), 'command'],
  ['an error that came as a success', refused(200, '', 'No'), 'command'],
  ['an error in the manner of REST 3', { status: 400, json: { error: { code: 'BITRIX_REST_V3_X', message: 'm' } } }, 'command'],
  ['a body that is too large', { status: 413, raw: '<html><title>413</title></html>' }, 'command'],
  ['an internal error', refused(500, 'INTERNAL_SERVER_ERROR'), 'unknown'],
  ['an unexpected answer', refused(500, 'ERROR_UNEXPECTED_ANSWER'), 'unknown'],
  ['another error of the server', refused(500, '', 'x'), 'unknown'],
  ['a page of nginx', { status: 502, raw: '<html><head><title>502 Bad Gateway</title></head></html>' }, 'unknown'],
  ['a page after 60 seconds', { status: 504, raw: '<html><title>504 Gateway Time-out</title></html>' }, 'unknown'],
  ['a bare 500', { status: 500, raw: '' }, 'unknown'],
  ['an empty success', { raw: '' }, 'unknown'],
  ['a truncated success', { raw: '{"result":{"item":{"id":1' }, 'unknown'],
  ['a page that came as a success', { raw: '<html><title>Вход</title></html>' }, 'unknown'],
  ['a success that is no answer', { json: { ok: 1 } }, 'unknown'],
  ['a success that is a list', { json: [] }, 'unknown'],
  ['a connection closed after the request', 'hang up', 'unknown'],
]

for (const [name, said, expected] of table) {
  test(`${name}: ${expected}`, async (t) => {
    const portal = await scriptedPortal(t, () => said)
    const outcome = await portal.open().call(write)
    assert.equal(reachOf(outcome), expected)
    assert.equal(portal.asked.length, 1, 'a write is sent once')
  })
}

test('the words of an error are kept as they came', async (t) => {
  const cases: readonly (readonly [Said, number, string, string])[] = [
    [refused(400, 0, 'Access denied.'), 400, '0', 'Access denied.'],
    [refused(400, '', 'Not found'), 400, '', 'Not found'],
    [{ status: 400, json: { error: { code: 'V3', message: 'text' } } }, 400, 'V3', 'text'],
    [{ status: 502, raw: '<html><title>502 Bad\n Gateway</title></html>' }, 502, 'not-json', '502 Bad Gateway'],
    [{ raw: '{"result":' }, 200, 'cut', '{"result":'],
    [{ raw: '<b>Fatal error</b>: no memory' }, 200, 'not-json', 'Fatal error : no memory'],
  ]
  const portal = await scriptedPortal(t, (_, number) => cases[number]![0])
  const client = portal.open()
  for (const [, status, code, description] of cases) {
    const outcome = await client.call(write)
    assert.deepEqual(outcome.kind !== 'done' && outcome.error, { status, code, description })
  }
})

test('a mark of byte order before the JSON, as careless PHP files leave it, does no harm', async (t) => {
  const portal = await scriptedPortal(t, () => ({ raw: '\uFEFF\n{"result":5}' }))
  assert.deepEqual(await portal.open().call(write), { kind: 'done', result: 5, total: null, next: null })
})

test('an answer that does not come in time is unknown, and the write is not repeated', async (t) => {
  const portal = await scriptedPortal(t, () => 'never')
  const outcome = await portal.open({ timeoutMs: 50 }).call(write)
  assert.deepEqual(outcome, { kind: 'unknown', error: { status: 0, code: 'timeout', description: '' } })
  assert.equal(portal.asked.length, 1)
})

test('an answer that breaks off inside is unknown', async (t) => {
  const portal = await scriptedPortal(t, () => ({ raw: '{"result":', headers: { 'content-length': '100' } }))
  const outcome = await portal.open({ timeoutMs: 100 }).call(write)
  assert.equal(outcome.kind, 'unknown')
})

test('a read of unknown outcome is asked again with growing pauses, and given up in the end', async (t) => {
  const portal = await scriptedPortal(t, (_, number) => (number < 2 ? 'hang up' : done([])))
  assert.equal((await portal.open().call({ method: 'crm.item.list', params: {} })).kind, 'done')
  assert.equal(portal.asked.length, 3)
  assert.deepEqual([...portal.timer.slept], [3000, 10_000])

  const dead = await scriptedPortal(t, () => ({ status: 502, raw: '' }))
  assert.equal((await dead.open().call({ method: 'crm.item.get', params: { id: 1 } })).kind, 'unknown')
  assert.equal(dead.asked.length, 4)
})

function reachOf(outcome: Outcome): string {
  return outcome.kind === 'refused' ? outcome.reach : outcome.kind
}
