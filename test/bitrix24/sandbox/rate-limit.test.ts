import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'
import { type RateOptions, rateLimit } from '../../../src/bitrix24/sandbox/rate-limit.ts'
import { ask, batch, openSmall, titles } from './small-portal.ts'

function admitted(options: RateOptions, count: number, gapMs: number): number {
  const limit = rateLimit(options)
  return Array.from({ length: count }, (_, index) => limit.admits(1_000_000 + index * gapMs)).filter(Boolean).length
}

test('fifty requests at once and two a second, or 250 and five', () => {
  assert.equal(admitted('usual', 300, 0), 50)
  assert.equal(admitted('enterprise', 300, 0), 250)
  assert.equal(admitted('usual', 1000, 500), 1000)
  assert.equal(admitted('enterprise', 1000, 200), 1000)
  // 100 seconds: the burst, and 2 for each second.
  assert.equal(admitted('usual', 1000, 100), 249)
  assert.equal(admitted({ burst: 3, perSecond: 1 }, 10, 0), 3)
  assert.equal(admitted('off', 1000, 0), 1000)
})

test('what is too much is refused with 503, nothing of it runs, and it is not counted', async (t) => {
  const clock = simulatedClock(0)
  const sandbox = openSmall(t, { clock, limits: { rate: { burst: 2, perSecond: 2 } } })
  await batch(sandbox, { a: 'note.add?title=a&seconds=0', b: 'note.add?title=b&seconds=0' })
  await ask(sandbox, 'echo')
  for (let again = 0; again < 5; again++) {
    const { status, body } = await ask(sandbox, 'note.add', { title: 'c' })
    assert.deepEqual([status, body], [503, '{"error":"QUERY_LIMIT_EXCEEDED","error_description":"Too many requests"}'])
  }
  await clock.sleep(500)
  assert.equal((await ask(sandbox, 'note.add', { title: 'd', seconds: 0 })).status, 200)
  assert.deepEqual(titles(sandbox), ['a', 'b', 'd'])
})
