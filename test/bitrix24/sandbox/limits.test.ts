import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'
import { openLimits } from '../../../src/bitrix24/sandbox/limits.ts'
import { ask, batch, openSmall, titles } from './small-portal.ts'

test('nothing said means the limits of the cloud', () => {
  const { rate, operating, requestMs } = openLimits()
  const call = { method: 'm', inBatch: false, webhook: 'w' }
  operating.charge(call, 479, 0)
  assert.equal(operating.blocks(call, 0), false)
  operating.charge(call, 1, 0)
  assert.equal(operating.blocks(call, 0), true)
  assert.equal(requestMs, 60_000)
  assert.equal(Array.from({ length: 60 }, () => rate.admits(0)).filter(Boolean).length, 50)
})

test('a request is cut after 60 seconds: what ran has run, what would not be ready has not', async (t) => {
  const clock = simulatedClock(0)
  const sandbox = openSmall(t, { clock })
  const cmd = Object.fromEntries(['a', 'b', 'c', 'd'].map((key) => [key, `note.add?title=${key}&seconds=25`]))
  const answer = await batch(sandbox, cmd)
  assert.equal(answer.status, 504)
  assert.match(answer.body, /<title>504 Gateway Timeout<\/title>/)
  assert.deepEqual(titles(sandbox), ['a', 'b'])
  assert.equal(clock.now(), 60_000)
  assert.deepEqual([sandbox.log[0]!.status, sandbox.log[0]!.committed], [504, 2])
})

test('a single call that would take longer does not run', async (t) => {
  const sandbox = openSmall(t, { clock: simulatedClock(0) })
  assert.equal((await ask(sandbox, 'note.add', { title: 'x', seconds: 61 })).status, 504)
  assert.deepEqual(titles(sandbox), [])
})

test('a portal without that limit takes its time', async (t) => {
  const sandbox = openSmall(t, { clock: simulatedClock(0), limits: { requestSeconds: 'off' } })
  assert.equal((await ask(sandbox, 'note.add', { title: 'x', seconds: 400 })).json.time.duration, 400)
})
