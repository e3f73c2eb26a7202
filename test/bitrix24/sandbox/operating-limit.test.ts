import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'
import type { LimitOptions } from '../../../src/bitrix24/sandbox/limits.ts'
import type { OperatingOptions } from '../../../src/bitrix24/sandbox/operating-limit.ts'
import { ask, batch, openSmall, titles } from './small-portal.ts'

const start = Date.parse('2026-08-20T06:00:00Z')
const blocked = { error: 'OPERATION_TIME_LIMIT', error_description: 'Method is blocked due to operation time limit.' }

function openPortal(t: TestContext, operating: OperatingOptions) {
  const clock = simulatedClock(start)
  const limits: LimitOptions = { rate: 'off', operating, requestSeconds: 'off' }
  const sandbox = openSmall(t, { clock, limits })
  const add = (seconds: number) => ask(sandbox, 'note.add', { title: 'x', seconds })
  return { clock, sandbox, add }
}

test('docs: the call that crosses the limit is completed, the next one of that method is refused with 429', async (t) => {
  const { sandbox, add } = openPortal(t, { model: 'docs' })
  assert.equal((await add(300)).json.time.operating, 300)
  assert.equal((await add(200)).json.time.operating, 500)
  const { status, json } = await add(1)
  assert.deepEqual([status, json], [429, blocked])
  assert.equal((await ask(sandbox, 'note.list')).status, 200)
  assert.equal(titles(sandbox).length, 2)
})

test('docs: inside a batch each method has its own account, and the refusal stands under 200', async (t) => {
  const { sandbox } = openPortal(t, { model: 'docs', seconds: 10 })
  const command = 'note.add?title=x&seconds=6'
  const { status, json } = await batch(sandbox, { a: command, b: command, c: command, d: 'note.list' })
  assert.equal(status, 200)
  assert.deepEqual(json.result.result_error, { c: blocked })
  assert.deepEqual([json.result.result_time.a.operating, json.result.result_time.b.operating], [6, 12])
  assert.equal(json.time.operating, 0)
  assert.equal((await batch(sandbox, { a: 'note.list' })).status, 200)
})

test('docs: the oldest minute is forgotten ten minutes after its first call', async (t) => {
  const { clock, add } = openPortal(t, { model: 'docs', seconds: 100 })
  await add(60)
  await clock.sleep(120_000)
  const { time } = (await add(60)).json
  // The first call is put down when it ends, a minute after the start.
  assert.equal(time.operating_reset_at, (start + 660_000) / 1000)
  assert.equal((await add(1)).status, 429)
  await clock.sleep(time.operating_reset_at * 1000 - clock.now() - 1)
  assert.equal((await add(1)).status, 429)
  await clock.sleep(1)
  assert.equal((await add(1)).json.time.operating, 61)
})

test('batch: a batch is an account of its own, what runs in it is neither charged nor checked', async (t) => {
  const { sandbox, add } = openPortal(t, { model: 'batch', seconds: 10 })
  const command = 'note.add?title=x&seconds=6'
  const { json } = await batch(sandbox, { a: command, b: command })
  assert.deepEqual([json.result.result_time.a.operating, json.result.result_time.b.operating], [0, 0])
  assert.equal(json.time.operating, 12)
  const again = await batch(sandbox, { a: command })
  assert.deepEqual([again.status, again.json], [429, blocked])
  assert.equal((await add(1)).json.time.operating, 1)
})

test('ban: a batch counts by half, short calls not at all, and the refusal ends after 300 seconds with nothing owed', async (t) => {
  const { clock, sandbox, add } = openPortal(t, { model: 'ban', seconds: 10 })
  assert.equal((await batch(sandbox, { a: 'note.add?title=x&seconds=19' })).json.time.operating, 9.5)
  for (let call = 0; call < 200; call++) await add(0.1)
  assert.equal((await add(9)).json.time.operating, 9)
  const { time } = (await add(2)).json
  assert.equal(time.operating_reset_at, clock.now() / 1000 + 300)
  assert.equal((await add(1)).status, 429)
  await clock.sleep(299_000)
  assert.equal((await add(1)).status, 429)
  await clock.sleep(1_000)
  assert.equal((await add(1)).json.time.operating, 1)
})

test('the accounts of two webhooks are apart', async (t) => {
  const { sandbox, add } = openPortal(t, { model: 'docs', seconds: 10 })
  sandbox.state.webhooks.push({ user: 1, code: 'second', scopes: ['crm'] })
  await add(11)
  assert.equal((await add(1)).status, 429)
  const other = await sandbox.handle({ method: 'GET', url: '/rest/1/second/note.add?title=x' })
  assert.ok(other.kind === 'answer' && other.status === 200)
})

test('a portal without the limit still tells the time', async (t) => {
  const { add } = openPortal(t, 'off')
  await add(599)
  assert.equal((await add(1)).json.time.operating, 600)
})
