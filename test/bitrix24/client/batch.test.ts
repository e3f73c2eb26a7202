import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Command } from '../../../src/bitrix24/client/command.ts'
import { type Asked, batchDone, done, refused, scriptedPortal } from './scripted-portal.ts'

const list = (id: number): Command => ({ method: 'crm.item.list', params: { id } })
const add = (id: number): Command => ({ method: 'crm.requisite.add', params: { fields: { NAME: `№ ${id}` } } })
const many = (count: number, each: (id: number) => Command) => Array.from({ length: count }, (_, id) => each(id))
const idOf = (command: string) => Number(/\bid=(\d+)/.exec(command)?.[1] ?? /%20(\d+)$/.exec(command)?.[1])

test('commands go fifty to a request, under keys that are no numbers, and come back in order', async (t) => {
  const portal = await scriptedPortal(t, (asked) => batchDone(asked, (command) => ({ result: idOf(command) })))
  const client = portal.open()
  const outcomes = await client.batch(many(120, list))
  assert.deepEqual(
    outcomes.map((outcome) => outcome.kind === 'done' && outcome.result),
    Array.from({ length: 120 }, (_, id) => id),
  )
  assert.deepEqual(sizes(portal.asked), [50, 50, 20])
  assert.ok(portal.asked.every(({ method, params }) => method === 'batch' && params['halt'] === 0))
  assert.ok(portal.asked.every(({ cmd }) => Object.keys(cmd).every((key) => /^c\d+$/.test(key))))
  const { requests, commands } = client.counters()
  assert.deepEqual([requests, commands], [3, 120])
})

test('nothing is sent for no commands, and one command is a call of its own', async (t) => {
  const portal = await scriptedPortal(t, () => done(7))
  const client = portal.open()
  assert.deepEqual(await client.batch([]), [])
  assert.equal(portal.asked.length, 0)
  assert.deepEqual(await client.batch([add(1)]), [{ kind: 'done', result: 7, total: null, next: null }])
  assert.equal(portal.asked[0]?.method, 'crm.requisite.add')
  assert.deepEqual(portal.asked[0]?.params, { fields: { NAME: '№ 1' } })
})

test('each command has an outcome of its own, whatever the code of its error', async (t) => {
  const errors: readonly (readonly [unknown, string])[] = [
    [{ error: '', error_description: 'TypeAddress exists.' }, 'refused command'],
    [{ error: 0, error_description: 'Access denied.' }, 'refused command'],
    [{ error: 'ACCESS_DENIED', error_description: 'Access denied' }, 'refused command'],
    [{ error: 'insufficient_scope', error_description: '' }, 'refused command'],
    [{ error: 'ERROR_BATCH_METHOD_NOT_ALLOWED', error_description: '' }, 'refused command'],
    [{ error: 'INTERNAL_SERVER_ERROR', error_description: '' }, 'unknown'],
    ['a bare text', 'refused command'],
    [undefined, 'done'],
  ]
  const portal = await scriptedPortal(t, (asked) =>
    batchDone(asked, (command) => {
      const error = errors[idOf(command)]![0]
      return error === undefined ? { result: null } : { error }
    }),
  )
  const outcomes = await portal.open().batch(many(errors.length, add))
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.kind === 'refused' ? `refused ${outcome.reach}` : outcome.kind)),
    errors.map(([, expected]) => expected),
  )
  assert.equal(portal.asked.length, 1)
})

test('numbers of a list are found by its command, and sections may be lists or objects', async (t) => {
  const results = [
    { result: { c0: [1], c1: [2] }, result_error: [], result_total: { c0: 120 }, result_next: { c0: '50' }, result_time: [] },
    { result: [], result_error: { c0: { error: 'NOT_FOUND' }, c1: { error: '' } }, result_total: [], result_next: [] },
    { result: [[1], [2]], result_error: {} },
  ]
  const portal = await scriptedPortal(t, (_, number) => ({ json: { result: results[number] } }))
  const client = portal.open()
  assert.deepEqual(await client.batch([list(0), list(1)]), [
    { kind: 'done', result: [1], total: 120, next: 50 },
    { kind: 'done', result: [2], total: null, next: null },
  ])
  assert.deepEqual(kinds(await client.batch([list(0), list(1)])), ['refused', 'refused'])
  assert.deepEqual(kinds(await client.batch([list(0), list(1)])), ['done', 'done'])
})

test('a command that the answer leaves out may have run: it is unknown, and only it', async (t) => {
  const portal = await scriptedPortal(t, () => ({ json: { result: { result: { c0: 1, c2: 3 }, result_error: [] } } }))
  assert.deepEqual(kinds(await portal.open().batch(many(3, add))), ['done', 'unknown', 'done'])
})

test('an answer without sections makes every command unknown', async (t) => {
  const portal = await scriptedPortal(t, () => done(true))
  assert.deepEqual(kinds(await portal.open().batch(many(2, add))), ['unknown', 'unknown'])
})

test('of a lost batch only the reads are asked again', async (t) => {
  const portal = await scriptedPortal(t, (asked, number) =>
    number === 0 ? 'hang up' : asked.method === 'batch' ? batchDone(asked, () => ({ result: 1 })) : done(1),
  )
  const told: string[] = []
  const outcomes = await portal.open().batch([add(0), list(1), add(2), list(3)], {
    sending: async (indexes) => void told.push(`sending ${indexes}`),
    answered: async (results) => void told.push(`answered ${results.map(({ index, outcome }) => `${index} ${outcome.kind}`)}`),
  })
  assert.deepEqual(kinds(outcomes), ['unknown', 'done', 'unknown', 'done'])
  assert.deepEqual(told, ['sending 0,1,2,3', 'answered 0 unknown,2 unknown', 'sending 1,3', 'answered 1 done,3 done'])
})

test('a refusal of everything ends the batch: the rest is not sent and has the same outcome', async (t) => {
  const portal = await scriptedPortal(t, () => refused(401, 'INVALID_CREDENTIALS'))
  const answered: number[] = []
  const outcomes = await portal.open().batch(many(120, list), {
    answered: async (results) => void answered.push(...results.map(({ index }) => index)),
  })
  assert.equal(portal.asked.length, 1)
  assert.ok(outcomes.every((outcome) => outcome.kind === 'refused' && outcome.reach === 'portal'))
  assert.equal(answered.length, 50, 'only of those that were announced')
})

test('a portal that answers nobody is not fed one write after another: after four the rest stays at home', async (t) => {
  const portal = await scriptedPortal(t, () => ({ status: 502, raw: '' }))
  const outcomes = await portal.open().batch(many(200, add))
  assert.equal(portal.asked.length, 4)
  const unknown = outcomes.filter(({ kind }) => kind === 'unknown').length
  assert.equal(
    unknown,
    portal.asked.reduce((sum, { cmd }) => sum + Object.keys(cmd).length, 0),
  )
  assert.ok(outcomes.slice(unknown).every(({ kind }) => kind === 'temporary'))
})

test('what is told before a request is lasting before it leaves', async (t) => {
  const written: number[] = []
  const portal = await scriptedPortal(t, (asked) => {
    assert.equal(written.length, Object.keys(asked.cmd).length)
    return batchDone(asked, () => ({ result: 1 }))
  })
  await portal.open().batch(many(5, add), {
    sending: async (indexes) => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      written.push(...indexes)
    },
  })
  assert.deepEqual(written, [0, 1, 2, 3, 4])
})

test('where the journal cannot be written nothing is sent, and the next call goes through', async (t) => {
  const portal = await scriptedPortal(t, () => done(1))
  const client = portal.open()
  await assert.rejects(client.call(add(1), { sending: () => Promise.reject(new Error('disk full')) }), /disk full/)
  assert.equal(portal.asked.length, 0)
  assert.equal((await client.call(add(1))).kind, 'done')
})

test('an empty array stops a batch before anything is sent, and a single call says it', async (t) => {
  const portal = await scriptedPortal(t, () => done(1))
  const client = portal.open()
  const empty: Command = { method: 'crm.item.update', params: { id: 1, fields: { contactIds: [] } } }
  await assert.rejects(client.batch([add(1), empty]), /empty array/)
  await assert.rejects(client.batch([empty]), /empty array/)
  assert.equal(portal.asked.length, 0)
  await client.call(empty)
  assert.deepEqual(portal.asked[0]?.params, empty.params)
})

test('text like a reference to another result travels alone, so that it stays text', async (t) => {
  const portal = await scriptedPortal(t, (asked) =>
    asked.method === 'batch' ? batchDone(asked, () => ({ result: 1 })) : done(1),
  )
  const tricky: Command = { method: 'crm.requisite.add', params: { fields: { NAME: 'ООО $result[c0]' } } }
  assert.deepEqual(kinds(await portal.open().batch([add(0), add(1), tricky, add(3), add(4)])), Array(5).fill('done'))
  assert.deepEqual(
    portal.asked.map(({ method }) => method),
    ['batch', 'crm.requisite.add', 'batch'],
  )
  assert.deepEqual(portal.asked[1]?.params, tricky.params)
})

test('calls made at the same time go one after another', async (t) => {
  let inFlight = 0
  let most = 0
  const portal = await scriptedPortal(t, () => done(1))
  const client = portal.open()
  const hooks = {
    sending: async () => {
      most = Math.max(most, ++inFlight)
    },
    answered: async () => void inFlight--,
  }
  await Promise.all(many(6, add).map((command) => client.call(command, hooks)))
  assert.equal(portal.asked.length, 6)
  assert.ok(most <= 2, 'an answer may be told while the next request is announced, and no more than that')
})

function kinds(outcomes: readonly { readonly kind: string }[]): readonly string[] {
  return outcomes.map(({ kind }) => kind)
}

function sizes(asked: readonly Asked[]): readonly number[] {
  return asked.map(({ cmd }) => Object.keys(cmd).length)
}
