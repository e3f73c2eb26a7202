import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Command } from '../../../src/bitrix24/client/command.ts'
import { type Asked, batchDone, done, refused, type Said, scriptedPortal } from './scripted-portal.ts'

const add: Command = { method: 'crm.item.add', params: { entityTypeId: 4 } }
const many = (count: number, command: Command) => Array.from({ length: count }, () => command)
const minute = 60_000

test('requests keep to the bucket of the plan: fifty at once, then two a second', async (t) => {
  const portal = await scriptedPortal(t, () => done(1))
  const client = portal.open()
  for (let i = 0; i < 70; i++) await client.call(add)
  const began = portal.asked[0]!.at
  assert.ok(portal.asked.slice(0, 50).every(({ at }) => at === began))
  assert.equal(portal.asked[69]!.at - began, 10_000)
  assert.equal(client.counters().pausedMs, 10_000)
})

test('an enterprise portal takes more, and one of its own any number', async (t) => {
  const portal = await scriptedPortal(t, () => done(1))
  const enterprise = portal.open({ rate: 'enterprise' })
  for (let i = 0; i < 255; i++) await enterprise.call(add)
  assert.equal(enterprise.counters().pausedMs, 1000)
  const unlimited = portal.open({ rate: 'unlimited' })
  for (let i = 0; i < 300; i++) await unlimited.call(add)
  assert.equal(unlimited.counters().pausedMs, 0)
})

test('too many requests: the same is sent again after growing pauses, and told again before it leaves', async (t) => {
  const portal = await scriptedPortal(t, (_, number) => (number < 3 ? refused(503, 'QUERY_LIMIT_EXCEEDED') : done(5)))
  let told = 0
  const outcome = await portal.open().call(add, { sending: async () => void told++ })
  assert.equal(outcome.kind, 'done')
  assert.equal(told, 4)
  const gaps = portal.asked.slice(1).map(({ at }, index) => at - portal.asked[index]!.at)
  assert.deepEqual(gaps, [1000, 2000, 4000])
})

test('a limit that outlasts patience gives "temporary", known not to have run', async (t) => {
  const portal = await scriptedPortal(t, () => refused(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests'))
  const outcome = await portal.open({ patienceMs: 2 * minute }).call(add)
  assert.deepEqual(outcome, {
    kind: 'temporary',
    error: { status: 503, code: 'QUERY_LIMIT_EXCEEDED', description: 'Too many requests' },
  })
  const waited = portal.asked.at(-1)!.at - portal.asked[0]!.at
  assert.ok(waited > minute && waited <= 2 * minute, String(waited))
})

test('without patience the first "not now" is the answer', async (t) => {
  const portal = await scriptedPortal(t, () => ({ status: 429, raw: 'Too Many Requests' }))
  assert.equal((await portal.open({ patienceMs: 0 }).call(add)).kind, 'temporary')
  assert.equal(portal.asked.length, 1)
})

test('the limit of work is waited out until the moment that the portal names, by the clock of the portal', async (t) => {
  const clock = 4_000_000 // far from that of this computer
  const portal = await scriptedPortal(t, (_, number) =>
    number === 0
      ? refused(429, 'OPERATION_TIME_LIMIT', '', { time: { finish: clock, operating: 481, operating_reset_at: clock + 417 } })
      : done(1),
  )
  assert.equal((await portal.open().call(add)).kind, 'done')
  assert.equal(portal.asked[1]!.at - portal.asked[0]!.at, 417_000)
})

test('where the portal does not say until when, five minutes are waited; other methods go on meanwhile', async (t) => {
  const portal = await scriptedPortal(t, (asked, number) =>
    number === 0 ? refused(429, 'OPERATION_TIME_LIMIT') : done(asked.method),
  )
  const client = portal.open()
  const blocked = client.call(add)
  const other = client.call({ method: 'crm.item.get', params: { id: 1 } })
  assert.equal((await other).kind, 'done')
  assert.equal((await blocked).kind, 'done')
  assert.deepEqual(
    portal.asked.map(({ method }) => method),
    ['crm.item.add', 'crm.item.get', 'crm.item.add'],
  )
  assert.equal(portal.asked[1]!.at, portal.asked[0]!.at)
  assert.equal(portal.asked[2]!.at - portal.asked[0]!.at, 5 * minute)
})

test('a method that is closed for longer than patience lasts is not even tried', async (t) => {
  const portal = await scriptedPortal(t, () => refused(429, 'OPERATION_TIME_LIMIT'))
  const client = portal.open({ patienceMs: minute })
  const told: string[] = []
  const hooks = { sending: async () => void told.push('sending'), answered: async () => void told.push('answered') }
  assert.equal((await client.call(add, hooks)).kind, 'temporary')
  assert.equal((await client.call(add, hooks)).kind, 'temporary')
  assert.equal(portal.asked.length, 1)
  assert.deepEqual(told, ['sending', 'answered'], 'what never left is not told of')
})

test('a limit inside a batch: those commands are sent again after it, the others stay done', async (t) => {
  const portal = await scriptedPortal(t, (asked, number) =>
    batchDone(asked, (command) =>
      number === 0 && command.startsWith('crm.address.add')
        ? { error: { error: 'OPERATION_TIME_LIMIT' }, time: { finish: 100, operating_reset_at: 220 } }
        : { result: command },
    ),
  )
  const address: Command = { method: 'crm.address.add', params: { id: 1 } }
  const answered: string[] = []
  const outcomes = await portal.open().batch([add, address, add, address], {
    answered: async (results) => void answered.push(results.map(({ index }) => index).join()),
  })
  assert.ok(outcomes.every(({ kind }) => kind === 'done'))
  assert.deepEqual(commandsOf(portal.asked[1]!), ['crm.address.add?id=1', 'crm.address.add?id=1'])
  assert.equal(portal.asked[1]!.at - portal.asked[0]!.at, 120_000)
  assert.deepEqual(answered, ['0,2', '1,3'])
})

test('commands that a limit keeps back again and again end as temporary when patience is over', async (t) => {
  const portal = await scriptedPortal(t, (asked) => batchDone(asked, () => ({ error: { error: 'OPERATION_TIME_LIMIT' } })))
  const outcomes = await portal.open({ patienceMs: 12 * minute }).batch(many(3, add))
  assert.ok(outcomes.every(({ kind }) => kind === 'temporary'))
  assert.equal(portal.asked.length, 3)
})

/** A portal that bills its work as the docs say, per method and ten minutes; `inBatch`: all of a batch to the one account `batch`. */
function billing(limit: number, inBatch: 'by method' | 'to batch', secondsPerCommand: number) {
  const bills = new Map<string, { at: number; seconds: number }[]>()
  const sum = (account: string, now: number) =>
    (bills.get(account) ?? []).filter(({ at }) => at > now - 10 * minute).reduce((all, { seconds }) => all + seconds, 0)
  const state = { refusals: 0, most: 0 }
  const bill = (account: string, seconds: number, now: number) => {
    bills.set(account, [...(bills.get(account) ?? []), { at: now, seconds }])
    state.most = Math.max(state.most, sum(account, now))
    return { duration: seconds, processing: seconds, finish: now / 1000 }
  }
  const answer = (asked: Asked, advance: (ms: number) => void, now: () => number): Said => {
    const commands = asked.method === 'batch' ? Object.values(asked.cmd) : [asked.method]
    const account = asked.method === 'batch' && inBatch === 'by method' ? null : asked.method
    if (account !== null && sum(account, now()) >= limit) {
      state.refusals++
      return refused(429, 'OPERATION_TIME_LIMIT')
    }
    advance(commands.length * secondsPerCommand * 1000)
    if (asked.method !== 'batch')
      return done(1, {
        ...bill(asked.method, secondsPerCommand, now()),
        operating: sum(asked.method, now()),
        operating_reset_at: now() / 1000 + 60,
      })
    const whole = commands.length * secondsPerCommand
    if (inBatch === 'to batch') {
      const time = { ...bill('batch', whole, now()), operating: sum('batch', now()), operating_reset_at: now() / 1000 + 60 }
      return batchDone(asked, () => ({ result: 1, time: { duration: secondsPerCommand } }), time)
    }
    return batchDone(
      asked,
      (command) => {
        const method = command.split('?')[0]!
        if (sum(method, now()) >= limit) {
          state.refusals++
          return { error: { error: 'OPERATION_TIME_LIMIT' } }
        }
        const time = bill(method, secondsPerCommand, now())
        return { result: 1, time: { ...time, operating: sum(method, now()), operating_reset_at: now() / 1000 + 60 } }
      },
      { duration: whole, finish: now() / 1000 },
    )
  }
  return { answer, state }
}

for (const inBatch of ['by method', 'to batch'] as const) {
  test(`an hour of work billed ${inBatch} stays below the limit of a self-hosted portal and is never refused`, async (t) => {
    const bills = billing(420, inBatch, 0.5)
    const portal = await scriptedPortal(t, (asked) => bills.answer(asked, portal.timer.advance, portal.timer.now))
    const outcomes = await portal.open().batch(many(4000, add))
    assert.ok(outcomes.every(({ kind }) => kind === 'done'))
    assert.equal(bills.state.refusals, 0)
    assert.ok(bills.state.most <= 390, String(bills.state.most))
    assert.ok(bills.state.most > 300, 'and yet it is made use of')
  })
}

test('our own sums hold where the portal counts, but its number does not show what a batch costs', async (t) => {
  const spent: { at: number; seconds: number }[] = []
  const portal = await scriptedPortal(t, (asked) => {
    const count = Object.keys(asked.cmd).length
    portal.timer.advance(count * 500)
    spent.push({ at: portal.timer.now(), seconds: count / 2 })
    return batchDone(asked, () => ({ result: 1, time: { duration: 0.5 } }), { duration: count / 2, operating: 0 })
  })
  await portal.open().batch(many(2500, add))
  for (const { at } of spent) {
    const inWindow = spent.filter((each) => each.at <= at && each.at > at - 10 * minute)
    assert.ok(inWindow.reduce((sum, { seconds }) => sum + seconds, 0) <= 390)
  }
})

test('a portal without counters is not held back', async (t) => {
  const portal = await scriptedPortal(t, (asked) => {
    const count = Object.keys(asked.cmd).length
    portal.timer.advance(count * 500)
    return batchDone(asked, () => ({ result: 1 }), { duration: count / 2 })
  })
  const client = portal.open()
  await client.batch(many(2000, add))
  assert.equal(client.counters().pausedMs, 0)
  assert.equal(client.counters().answeringMs, 1_000_000)
})

test('a counter near the limit of the portal stops the method until it falls', async (t) => {
  const portal = await scriptedPortal(t, () => done(1, { finish: 1000, operating: 400, operating_reset_at: 1090 }))
  const client = portal.open()
  await client.call(add)
  await client.call({ method: 'crm.item.get', params: { id: 1 } })
  assert.equal(client.counters().pausedMs, 0)
  await client.call(add)
  assert.equal(client.counters().pausedMs, 90_000)
})

function commandsOf(asked: Asked): readonly string[] {
  return Object.values(asked.cmd)
}
