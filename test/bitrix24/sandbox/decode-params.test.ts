import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { openSmall, unlimited } from './small-portal.ts'

async function echo(t: TestContext) {
  const sandbox = openSmall(t, { limits: unlimited })
  const { webhook } = await sandbox.listen()
  return async (init: RequestInit, query = '') => {
    const answer = await fetch(`${webhook}echo.json${query}`, init)
    const body = (await answer.json()) as { result?: unknown; error?: unknown; error_description?: unknown }
    return answer.ok ? body.result : [answer.status, body]
  }
}

const wanted = { entityTypeId: '4', fields: { title: 'ООО «Рога & копыта» +1', PHONE: [{ VALUE: '8 #2' }, { VALUE: '50%' }] } }
const pairs: [string, string][] = [
  ['entityTypeId', '4'],
  ['fields[title]', 'ООО «Рога & копыта» +1'],
  ['fields[PHONE][0][VALUE]', '8 #2'],
  ['fields[PHONE][1][VALUE]', '50%'],
]

test('JSON, a form, a form with parts and the address bring the same parameters', async (t) => {
  const call = await echo(t)
  const form = new FormData()
  for (const [name, value] of pairs) form.set(name, value)
  assert.deepEqual(
    await call({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wanted) }),
    wanted,
  )
  assert.deepEqual(await call({ method: 'POST', body: new URLSearchParams(pairs) }), wanted)
  assert.deepEqual(await call({ method: 'POST', body: form }), wanted)
  assert.deepEqual(await call({ method: 'GET' }, `?${new URLSearchParams(pairs)}`), wanted)
})

test('JSON keeps types, which no other encoding has', async (t) => {
  const call = await echo(t)
  const typed = { start: -1, halt: true, none: null, empty: [], price: 1.5 }
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  assert.deepEqual(await call({ method: 'POST', headers, body: JSON.stringify(typed) }), typed)
})

test('what the body says goes over what the address says', async (t) => {
  const call = await echo(t)
  const told = await call({ method: 'POST', body: new URLSearchParams({ a: 'body' }) }, '?a=address&b=1')
  assert.deepEqual(told, { a: 'body', b: '1' })
})

test('a body that is no JSON is refused', async (t) => {
  const call = await echo(t)
  assert.deepEqual(await call({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"fields":' }), [
    400,
    { error: '100', error_description: 'Expected iterable value for multiple field, but got `string` instead' },
  ])
})

test('a body of an unknown kind is not looked at', async (t) => {
  const call = await echo(t)
  assert.deepEqual(await call({ method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"a":1}' }, '?b=2'), { b: '2' })
  assert.deepEqual(await call({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '"text"' }), {})
})

test('a form with parts that cannot be read brings nothing', async (t) => {
  const call = await echo(t)
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  assert.deepEqual(await call({ method: 'POST', headers, body: 'no part of it' }), {})
})
