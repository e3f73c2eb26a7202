import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Command } from '../../../src/bitrix24/client/command.ts'
import { type Asked, batchDone, done, scriptedPortal } from './scripted-portal.ts'

const list: Command = { method: 'crm.item.list', params: { entityTypeId: 4 } }
const importTwenty: Command = { method: 'crm.item.batchImport', params: { entityTypeId: 4 }, weight: 20 }
const requisite: Command = { method: 'crm.requisite.add', params: { fields: { NAME: 'ООО «Ясень»' } } }
const address: Command = { method: 'crm.address.add', params: { fields: { CITY: 'Москва' } } }
const many = (count: number, command: Command) => Array.from({ length: count }, () => command)

/** A portal where each command costs what its method costs; without limits, so that only the size is seen. */
async function portalOf(t: TestContext, seconds: (method: string, number: number) => number) {
  const requests: { commands: number; seconds: number }[] = []
  const portal = await scriptedPortal(t, (asked: Asked, number) => {
    const methods = asked.method === 'batch' ? Object.values(asked.cmd).map((text) => text.split('?')[0]!) : [asked.method]
    const whole = methods.reduce((sum, method) => sum + seconds(method, number), 0)
    requests.push({ commands: methods.length, seconds: whole })
    portal.timer.advance(whole * 1000)
    const time = { duration: whole }
    if (asked.method !== 'batch') return done(1, time)
    return batchDone(asked, (text) => ({ result: 1, time: { duration: seconds(text.split('?')[0]!, number) } }), time)
  })
  return { requests, client: portal.open() }
}

for (const importSeconds of [1, 4, 8]) {
  test(`a thousand companies with requisite and address need at most 91 requests where an import of 20 takes ${importSeconds} s`, async (t) => {
    const costs: Record<string, number> = {
      'crm.item.batchImport': importSeconds,
      'crm.requisite.add': 0.1,
      'crm.address.add': 0.15,
    }
    const { requests, client } = await portalOf(t, (method) => costs[method] ?? 0.03)
    await client.batch(many(20, list))
    await client.batch(many(50, importTwenty))
    await client.batch(many(1000, requisite))
    await client.batch(many(1000, address))
    assert.ok(requests.length <= 91, String(requests.length))
    assert.ok(requests.every(({ seconds }) => seconds <= 30))
  })
}

test('the figures of the docs, slow as they are, never come near the cut of 60 seconds', async (t) => {
  const costs: Record<string, number> = { 'crm.item.batchImport': 48, 'crm.requisite.add': 0.33, 'crm.address.add': 2.2 }
  const { requests, client } = await portalOf(t, (method) => costs[method] ?? 0.25)
  await client.batch(many(20, list))
  await client.batch(many(10, importTwenty))
  await client.batch(many(300, requisite))
  await client.batch(many(300, address))
  assert.ok(
    requests.every(({ seconds }) => seconds < 50),
    JSON.stringify(requests),
  )
  assert.ok(
    requests.slice(-20).every(({ seconds }) => seconds <= 26),
    'and once they are known, not near it at all',
  )
})

test('a portal that grows slow gets smaller requests, and larger ones when it is well again', async (t) => {
  const isSlow = (number: number) => number >= 12 && number < 18
  const { requests, client } = await portalOf(t, (_, number) => (isSlow(number) ? 1.1 : 0.1))
  await client.batch(many(2000, requisite))
  const sizes = requests.map(({ commands }) => commands)
  assert.deepEqual(sizes.slice(0, 5), [20, 30, 45, 50, 50])
  assert.equal(sizes[12], 50)
  assert.ok(sizes[13]! <= 22, 'one request of 55 s is enough to learn')
  assert.equal(sizes.at(-2), 50)
})

test('after a lost answer the next request is half as large', async (t) => {
  const portal = await scriptedPortal(t, (asked, number) =>
    number === 3 ? 'hang up' : batchDone(asked, () => ({ result: 1, time: { duration: 0.1 } })),
  )
  await portal.open().batch(many(300, requisite))
  const sizes = portal.asked.map(({ cmd }) => Object.keys(cmd).length)
  assert.deepEqual(sizes.slice(0, 6), [20, 30, 45, 50, 25, 37])
})

test('a command that weighs more than may go at once still goes, alone', async (t) => {
  const { requests, client } = await portalOf(t, () => 40)
  await client.batch(many(3, importTwenty))
  assert.deepEqual(
    requests.map(({ commands }) => commands),
    [1, 1, 1],
  )
})

test('where the portal does not time single commands, the request is shared out by weight', async (t) => {
  const portal = await scriptedPortal(t, (asked) =>
    asked.method === 'batch'
      ? batchDone(asked, () => ({ result: 1 }), { duration: Object.keys(asked.cmd).length })
      : done(1, { duration: 1 }),
  )
  await portal.open().batch(many(200, requisite))
  const sizes = portal.asked.map(({ cmd }) => Object.keys(cmd).length)
  assert.ok(
    sizes.slice(1, -1).every((size) => size <= 25),
    sizes.join(),
  )
})
