import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPath } from '../../../src/bitrix24/sandbox/route.ts'
import { ask, batch, openSmall, toldOf } from './small-portal.ts'

test('an address brings the webhook and the method, without case and with or without .json', () => {
  const credentials = { user: '1', code: 'sandbox' }
  assert.deepEqual(readPath('/rest/1/sandbox/crm.item.batchImport.json'), {
    kind: 'method',
    name: 'crm.item.batchimport',
    credentials,
  })
  assert.deepEqual(readPath('/rest/1/sandbox/BATCH/'), { kind: 'method', name: 'batch', credentials })
  assert.deepEqual(readPath('/rest/1/sandbox/'), { kind: 'method', name: '', credentials })
  assert.deepEqual(readPath('/rest/profile.json'), { kind: 'method', name: 'profile', credentials: null })
  assert.deepEqual(readPath('/'), { kind: 'elsewhere' })
})

const refusals = [
  ['/rest/1/wrong/echo', 401, 'INVALID_CREDENTIALS', 'Invalid request credentials'],
  ['/rest/7/sandbox/echo', 401, 'INVALID_CREDENTIALS', 'Invalid request credentials'],
  ['/rest/echo', 401, 'NO_AUTH_FOUND', 'Wrong authorization data'],
  ['/rest/2/old/echo', 401, 'expired_token', 'The access token provided has expired'],
  [
    '/rest/1/sandbox/order.add',
    403,
    'insufficient_scope',
    'The request requires higher privileges than provided by the webhook token',
  ],
  ['/rest/1/sandbox/no.such', 404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'],
  ['/rest/1/sandbox/', 404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'],
  ['/rest/1/sandbox/event.bind', 403, 'WRONG_AUTH_TYPE', 'Current authorization type is denied for this method.'],
  ['/rest/1/sandbox/placement.list', 403, 'WRONG_AUTH_TYPE', 'Current authorization type is denied for this method.'],
] as const

for (const [url, status, error, description] of refusals) {
  test(`${url} is refused with ${status} ${error}`, async (t) => {
    const sandbox = openSmall(t)
    const told = toldOf(await sandbox.handle({ method: 'GET', url }))
    assert.deepEqual([told.status, told.json], [status, { error, error_description: description }])
    assert.equal(sandbox.log[0]!.committed, 0)
  })
}

test('a portal may answer a wrong webhook with 403 and an unknown method with 400', async (t) => {
  const sandbox = openSmall(t, { options: { wrongWebhookStatus: 403, unknownMethodStatus: 400 } })
  const wrong = toldOf(await sandbox.handle({ method: 'GET', url: '/rest/1/wrong/echo' }))
  assert.deepEqual([wrong.status, wrong.json.error], [403, 'INVALID_CREDENTIALS'])
  const unknown = await ask(sandbox, 'no.such')
  assert.deepEqual([unknown.status, unknown.json.error], [400, 'ERROR_METHOD_NOT_FOUND'])
})

test('inside a batch a missing scope has no text', async (t) => {
  const { json } = await batch(openSmall(t), { a: 'order.add', b: 'event.bind', c: 'no.such' })
  assert.deepEqual(json.result.result_error, {
    a: { error: 'insufficient_scope', error_description: '' },
    b: { error: 'WRONG_AUTH_TYPE', error_description: 'Current authorization type is denied for this method.' },
    c: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' },
  })
})

test('the small scopes of users open the methods of users', async (t) => {
  assert.equal((await ask(openSmall(t), 'user.get')).status, 200)
})

test('user 1 is an administrator, unless the state says otherwise', async (t) => {
  const sandbox = openSmall(t)
  assert.deepEqual((await ask(sandbox, 'user.get')).json.result, { isAdmin: true, userId: 1 })
  sandbox.state.users[0]!['ADMIN'] = false
  assert.deepEqual((await ask(sandbox, 'user.get')).json.result, { isAdmin: false, userId: 1 })
  sandbox.state.webhooks[1] = { user: 2, code: 'old', scopes: ['user'] }
  const told = toldOf(await sandbox.handle({ method: 'GET', url: '/rest/2/old/user.get' }))
  assert.deepEqual(told.json.result, { isAdmin: false, userId: 2 })
})
