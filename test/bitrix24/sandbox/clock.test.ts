import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realClock, simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'

test('simulated time is moved by waiting and working and by nothing else', async () => {
  const clock = simulatedClock(1_000)
  await clock.sleep(3_600_000)
  await clock.work(0.25)
  await clock.sleep(-5)
  assert.equal(clock.now(), 3_601_250)
  assert.equal(clock.takes(2), 2_000)
})

test('the real clock works at the speed that it was given', async () => {
  assert.equal(realClock().takes(60), 0)
  assert.equal(realClock(0.1).takes(60), 6_000)
  const clock = realClock(0.01)
  const start = performance.now()
  await clock.work(2)
  assert.ok(performance.now() - start >= 19)
})

test('a signal ends a wait on the real clock', async () => {
  await realClock().sleep(3_600_000, AbortSignal.abort())
})
