import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'
import { ask, openSmall, titles, toldOf } from './small-portal.ts'

test('the log names what was asked as the docs write it, and what became of it', async (t) => {
  const sandbox = openSmall(t, { clock: simulatedClock(1_000) })
  await ask(sandbox, 'NOTE.ADD', { title: 'x', seconds: 1 })
  await ask(sandbox, 'batch.json', { cmd: { a: 'Note.List', b: 'no.such' } })
  assert.deepEqual(sandbox.log, [
    { at: 1_000, method: 'note.add', commands: [], status: 200, committed: 1, faults: [] },
    { at: 2_000, method: 'batch', commands: ['note.list', 'no.such'], status: 200, committed: 1, faults: [] },
  ])
})

test('a planned fault is kept for a request that the rate limit lets through', async (t) => {
  const clock = simulatedClock(0)
  const plan = [{ on: 'note.add', do: 'fail-after' } as const]
  const sandbox = openSmall(t, { clock, limits: { rate: { burst: 1, perSecond: 1 } }, faults: { seed: 1, plan } })
  assert.equal((await ask(sandbox, 'echo')).status, 200)
  assert.equal((await ask(sandbox, 'note.add', { title: 'x' })).status, 503)
  await clock.sleep(1_000)
  assert.equal((await ask(sandbox, 'note.add', { title: 'x' })).status, 500)
  assert.deepEqual(titles(sandbox), ['x'])
})

test('several late requests run in the order of their time', async (t) => {
  const plan = [{ on: 'any', do: 'late', ms: 2_000 } as const, { on: 'any', at: 2, do: 'late', ms: 1_000 } as const]
  const sandbox = openSmall(t, { clock: simulatedClock(0), faults: { seed: 1, plan } })
  for (const title of ['first', 'second']) {
    await sandbox.handle({ method: 'GET', url: `/rest/1/sandbox/note.add?title=${title}` })
  }
  await sandbox.settle()
  assert.deepEqual(titles(sandbox), ['second', 'first'])
})

test('a wrong webhook is refused before its body is looked at', async (t) => {
  const sandbox = openSmall(t)
  const request = { method: 'POST', url: '/rest/1/wrong/echo', contentType: 'application/json', body: '{' }
  assert.equal(toldOf(await sandbox.handle(request)).json.error, 'INVALID_CREDENTIALS')
})
