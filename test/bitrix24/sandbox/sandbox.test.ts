import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'
import { ask, openSmall, titles, unlimited } from './small-portal.ts'

test('a portal answers at the address of its webhook', async (t) => {
  const sandbox = openSmall(t)
  const { origin, webhook } = await sandbox.listen()
  assert.match(origin, /^http:\/\/127\.0\.0\.1:\d+$/)
  assert.equal(webhook, `${origin}/rest/1/sandbox/`)
  const answer = await fetch(`${webhook}note.add.json`, { method: 'POST', body: new URLSearchParams({ title: 'x' }) })
  assert.equal(((await answer.json()) as { result: number }).result, 1)
  assert.equal(answer.headers.get('content-type'), 'application/json; charset=utf-8')
  assert.deepEqual(titles(sandbox), ['x'])
})

test('two ports are doors to one portal, and a port that is taken is told', async (t) => {
  const sandbox = openSmall(t)
  const [one, other] = [await sandbox.listen(), await sandbox.listen()]
  for (const { webhook } of [one, other]) await fetch(`${webhook}note.add?title=x`)
  assert.equal(titles(sandbox).length, 2)
  await assert.rejects(sandbox.listen(Number(new URL(one.origin).port)), { code: 'EADDRINUSE' })
})

test('without a webhook nobody is let in', async (t) => {
  const sandbox = openSmall(t)
  sandbox.state.webhooks.length = 0
  assert.equal((await sandbox.listen()).webhook, '')
  assert.equal((await ask(sandbox, 'echo')).json.error, 'INVALID_CREDENTIALS')
})

test('a test may change the state between two calls', async (t) => {
  const sandbox = openSmall(t)
  sandbox.state.items[4]![1] = { id: 1, fm: [], title: 'by hand' }
  assert.deepEqual((await ask(sandbox, 'note.list')).json.result, [1])
})

test('the same requests, seed and clock give the same portal and the same answers', async (t) => {
  const play = async () => {
    const plan = [
      { on: 'note.add', chance: 0.3, do: 'fail-after' } as const,
      { on: 'any', chance: 0.2, do: 'refuse-before' } as const,
    ]
    const sandbox = openSmall(t, { clock: simulatedClock(0), limits: unlimited, faults: { seed: 42, plan } })
    const answers = []
    for (let index = 0; index < 50; index++) answers.push((await ask(sandbox, 'note.add', { title: index })).body)
    return { answers, titles: titles(sandbox), log: sandbox.log }
  }
  const [one, other] = [await play(), await play()]
  assert.deepEqual(one, other)
  assert.ok(one.titles.length > 20 && one.titles.length < 50)
  assert.equal(new Set(one.log.map(({ status }) => status)).size, 3)
})

test('a closed portal does what was put off', async (t) => {
  const sandbox = openSmall(t, { faults: { seed: 1, plan: [{ on: 'any', do: 'late', ms: 60_000 }] } })
  await sandbox.handle({ method: 'GET', url: '/rest/1/sandbox/note.add?title=late' })
  await sandbox.close()
  assert.deepEqual(titles(sandbox), ['late'])
})
