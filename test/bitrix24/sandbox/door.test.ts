import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, request } from 'node:https'
import { connect } from 'node:net'
import { test } from 'node:test'
import type { FaultKind } from '../../../src/bitrix24/sandbox/faults.ts'
import { openSandbox } from '../../../src/bitrix24/sandbox/sandbox.ts'
import { openSmall, smallMethods, smallState, titles } from './small-portal.ts'
import { tls } from './tls-key.ts'

test('a connection is kept from one request to the next', async (t) => {
  const sandbox = openSmall(t)
  const { origin } = await sandbox.listen()
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  t.after(() => socket.destroy())
  for (let index = 0; index < 3; index++) {
    socket.write('GET /rest/1/sandbox/echo HTTP/1.1\r\nHost: x\r\n\r\n')
    const [chunk] = await once(socket, 'data')
    assert.match(String(chunk), /^HTTP\/1\.1 200 OK/)
  }
  await sandbox.close()
  await once(socket, 'close')
})

for (const kind of [
  { do: 'lose-answer' },
  { do: 'cut', commands: 1, how: 'close' },
  { do: 'reset' },
  { do: 'late', ms: 1 },
] as const) {
  test(`${kind.do} ends the connection without an answer`, async (t) => {
    const fault: FaultKind = kind
    const sandbox = openSmall(t, { faults: { seed: 1, plan: [{ on: 'note.add', ...fault }] } })
    const { webhook } = await sandbox.listen()
    const cmd = { a: 'note.add?title=a', b: 'note.add?title=b' }
    const post = () =>
      fetch(`${webhook}batch`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ cmd }) })
    await assert.rejects(post(), ({ cause }: Error) => {
      const code = cause instanceof Error && 'code' in cause ? cause.code : null
      return code === (kind.do === 'reset' ? 'ECONNRESET' : 'UND_ERR_SOCKET')
    })
    await sandbox.settle()
    const ran = { 'lose-answer': ['a', 'b'], cut: ['a'], reset: [], late: ['a', 'b'] }
    assert.deepEqual(titles(sandbox), ran[kind.do])
    assert.equal((await post()).status, 200)
  })
}

test('a renamed portal answers under another port, and a GET there has lost the body', async (t) => {
  const sandbox = openSmall(t, { faults: { seed: 1, plan: [{ on: 'note.add', do: 'renamed' }] } })
  const { webhook } = await sandbox.listen()
  const post = (address: string, redirect: 'manual' | 'follow') =>
    fetch(address, { method: 'POST', body: new URLSearchParams({ title: 'x' }), redirect })
  const told = await post(`${webhook}note.add`, 'manual')
  const location = told.headers.get('location') ?? ''
  assert.equal(told.status, 302)
  assert.match(location, /^http:\/\/127\.0\.0\.1:\d+\/rest\/1\/sandbox\/note\.add$/)
  assert.notEqual(new URL(location).port, new URL(webhook).port)
  const followed = await post(`${webhook}note.add`, 'follow')
  assert.deepEqual(await followed.json(), { error: '', error_description: 'Title is not defined' })
  assert.equal((await post(location, 'manual')).status, 200)
  assert.deepEqual(titles(sandbox), ['x'])
})

test('it answers https when it is given a key', async (t) => {
  const sandbox = openSmall(t, { tls })
  const { origin, webhook } = await sandbox.listen()
  assert.match(origin, /^https:/)
  const agent = new Agent({ ca: tls.cert })
  t.after(() => agent.destroy())
  const asked = request(`${webhook}echo?a=1`, { agent }).end()
  const [answer] = await once(asked, 'response')
  const chunks = await answer.toArray()
  assert.deepEqual(JSON.parse(Buffer.concat(chunks).toString()).result, { a: '1' })
})

test('a caller who goes away in the middle of a request has asked nothing', async (t) => {
  const sandbox = openSmall(t)
  const { origin } = await sandbox.listen()
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  socket.write('POST /rest/1/sandbox/note.add HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n')
  assert.match(String(await once(socket, 'data')), /^HTTP\/1\.1 100 Continue/)
  socket.end('title=')
  await once(socket, 'close')
  await sandbox.close()
  assert.deepEqual(sandbox.log, [])
})

test('the end of the portal ends a connection that waits for its answer', async (t) => {
  const sandbox = openSmall(t, { faults: { seed: 1, plan: [{ on: 'any', do: 'slow', ms: 3_600_000 }] } })
  const { webhook } = await sandbox.listen()
  const waiting = assert.rejects(fetch(`${webhook}note.add?title=x`), TypeError)
  while (titles(sandbox).length === 0) await new Promise((resolve) => setImmediate(resolve))
  await sandbox.close()
  await waiting
})

test('a bug in a method is an internal error to the caller, and the end of the portal tells it', async () => {
  const bug = new TypeError('no such thing')
  const broken = {
    name: 'broken',
    scope: '',
    seconds: 0,
    run: () => {
      throw bug
    },
  }
  const sandbox = openSandbox({ state: smallState(), methods: [...smallMethods, broken] })
  const { webhook } = await sandbox.listen()
  const answer = await fetch(`${webhook}broken`)
  assert.deepEqual(
    [answer.status, await answer.json()],
    [500, { error: 'INTERNAL_SERVER_ERROR', error_description: 'Internal server error' }],
  )
  assert.equal((await fetch(`${webhook}echo`)).status, 200)
  await assert.rejects(sandbox.close(), bug)
})
