import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'
import type { FaultKind } from '../../../src/bitrix24/sandbox/faults.ts'
import type { Column } from '../../../src/bitrix24/sandbox/methods/store/column.ts'
import { tableOf } from '../../../src/bitrix24/sandbox/methods/store/store.ts'
import type { PortalState } from '../../../src/bitrix24/sandbox/state.ts'
import { ask, askRaw, batch, openSmall, titles, toldOf } from './small-portal.ts'

const start = Date.parse('2026-08-20T06:00:00Z')

function withFault(t: TestContext, fault: FaultKind, at = 1) {
  const clock = simulatedClock(start)
  return { clock, sandbox: openSmall(t, { clock, faults: { seed: 1, plan: [{ on: 'any', at, ...fault }] } }) }
}

const refusals: readonly (readonly [FaultKind, number, string, string])[] = [
  [{ do: 'refuse-before' }, 503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests'],
  [{ do: 'refuse-before', status: 500 }, 500, 'INTERNAL_SERVER_ERROR', 'Internal server error'],
  [{ do: 'overload' }, 503, 'OVERLOAD_LIMIT', 'REST API is blocked due to overload'],
  [{ do: 'not-commercial' }, 403, 'ACCESS_DENIED', 'REST API is available only on commercial plans'],
  [{ do: 'https-required' }, 400, 'INVALID_REQUEST', 'Https required'],
  [{ do: 'expired' }, 401, 'expired_token', 'The access token provided has expired'],
]

for (const [fault, status, error, description] of refusals) {
  test(`${JSON.stringify(fault)} answers ${status} ${error}, and nothing has run`, async (t) => {
    const { sandbox } = withFault(t, fault)
    const told = await ask(sandbox, 'note.add', { title: 'x' })
    assert.deepEqual([told.status, told.json], [status, { error, error_description: description }])
    assert.deepEqual(titles(sandbox), [])
    assert.deepEqual([sandbox.log[0]!.committed, sandbox.log[0]!.faults], [0, [fault.do]])
    assert.equal((await ask(sandbox, 'note.add', { title: 'x' })).status, 200)
  })
}

test('fail-after answers as an error that ran before does, but everything has run', async (t) => {
  const { sandbox } = withFault(t, { do: 'fail-after' })
  const { status, body } = await ask(sandbox, 'note.add', { title: 'x' })
  assert.deepEqual([status, body], [500, '{"error":"INTERNAL_SERVER_ERROR","error_description":"Internal server error"}'])
  assert.deepEqual(titles(sandbox), ['x'])
  assert.equal(sandbox.log[0]!.committed, 1)
})

test('half an answer, none in the body, and the page of a proxy: everything has run', async (t) => {
  const { sandbox } = withFault(t, { do: 'truncated' })
  sandbox.plan({ on: 'any', at: 2, do: 'empty' }, { on: 'any', at: 3, do: 'html' }, { on: 'any', at: 4, do: 'html', status: 200 })
  const answers = []
  for (const title of ['a', 'b', 'c', 'd']) answers.push(await askRaw(sandbox, 'note.add', { title }))
  const [half, empty, page, fine] = answers.map((answer) => (answer.kind === 'answer' ? answer : assert.fail()))
  assert.equal(half!.status, 200)
  assert.match(half!.body, /^\{"result":1,/)
  assert.throws(() => JSON.parse(half!.body), SyntaxError)
  assert.deepEqual([empty!.status, empty!.body], [200, ''])
  assert.deepEqual([page!.status, fine!.status, page!.headers['content-type']], [502, 200, 'text/html'])
  assert.match(page!.body, /<h1>502 Bad Gateway<\/h1>/)
  assert.deepEqual(titles(sandbox), ['a', 'b', 'c', 'd'])
})

test('a lost answer has run, a reset connection has not', async (t) => {
  const { sandbox } = withFault(t, { do: 'lose-answer' })
  sandbox.plan({ on: 'any', at: 2, do: 'reset' })
  assert.deepEqual(await askRaw(sandbox, 'note.add', { title: 'lost' }), { kind: 'closed', abruptly: false })
  assert.deepEqual(await askRaw(sandbox, 'note.add', { title: 'reset' }), { kind: 'closed', abruptly: true })
  assert.deepEqual(titles(sandbox), ['lost'])
  assert.deepEqual(
    sandbox.log.map(({ status, committed }) => [status, committed]),
    [
      [null, 1],
      [null, 0],
    ],
  )
})

const four = { a: 'note.add?title=a', b: 'note.add?title=b', c: 'note.add?title=c', d: 'note.add?title=d' }

test('a cut leaves the first commands of a batch, with a page or without an answer', async (t) => {
  const { sandbox } = withFault(t, { do: 'cut', commands: 3 })
  sandbox.plan({ on: 'any', at: 2, do: 'cut', commands: 1, how: 'close' })
  assert.equal((await batch(sandbox, four)).status, 504)
  assert.deepEqual(titles(sandbox), ['a', 'b', 'c'])
  assert.deepEqual(await askRaw(sandbox, 'batch', { cmd: four }), { kind: 'closed', abruptly: false })
  assert.deepEqual(titles(sandbox), ['a', 'b', 'c', 'a'])
})

test('a late request runs after its connection broke', async (t) => {
  const { clock, sandbox } = withFault(t, { do: 'late', ms: 5_000 })
  assert.deepEqual(await askRaw(sandbox, 'note.add', { title: 'late' }), { kind: 'closed', abruptly: false })
  assert.deepEqual((await ask(sandbox, 'note.list')).json.result, [])
  await clock.sleep(8_000)
  assert.deepEqual((await ask(sandbox, 'note.list')).json.result, [1])
  // Nobody waited for it: only the two lists took time.
  assert.equal(clock.now(), start + 8_020)
  assert.equal(sandbox.state.items[4]![1]!['updatedTime'], '2026-08-20T09:00:05+03:00')
  assert.equal(sandbox.log[0]!.committed, 1)
})

test('what is late can be waited for', async (t) => {
  const { sandbox } = withFault(t, { do: 'late', ms: 3_600_000 })
  await askRaw(sandbox, 'note.add', { title: 'late' })
  await sandbox.settle()
  assert.deepEqual(titles(sandbox), ['late'])
})

test('a slow answer comes later', async (t) => {
  const { clock, sandbox } = withFault(t, { do: 'slow', ms: 30_000 })
  assert.equal((await ask(sandbox, 'echo')).status, 200)
  assert.equal(clock.now(), start + 30_000)
})

test('a renamed portal sends every call to its new name', async (t) => {
  const { sandbox } = withFault(t, { do: 'renamed', to: 'https://new.example.ru' }, 2)
  assert.equal((await ask(sandbox, 'echo')).status, 200)
  for (const method of ['note.add', 'echo?a=1']) {
    const answer = await askRaw(sandbox, method, { title: 'x' })
    assert.ok(answer.kind === 'answer')
    assert.deepEqual([answer.status, answer.headers['location']], [302, `https://new.example.ru/rest/1/sandbox/${method}`])
  }
  assert.deepEqual(titles(sandbox), [])
})

test('a hidden record is there, but not for this webhook', async (t) => {
  const { sandbox } = withFault(t, { do: 'hide', entityTypeId: 4, id: 1 }, 3)
  for (const title of ['a', 'b']) await ask(sandbox, 'note.add', { title })
  assert.deepEqual((await ask(sandbox, 'note.list')).json.result, [2])
  sandbox.plan({ on: 'any', do: 'hide', entityTypeId: 4, id: 'all' })
  assert.deepEqual((await ask(sandbox, 'note.list')).json.result, [])
})

test('somebody edits a record, or anything, just before a request', async (t) => {
  const { clock, sandbox } = withFault(t, { do: 'edit', entityTypeId: 4, id: 'last', fields: { title: 'edited' } }, 3)
  for (const title of ['a', 'b']) await ask(sandbox, 'note.add', { title })
  await clock.sleep(60_000)
  await ask(sandbox, 'echo')
  assert.deepEqual(titles(sandbox), ['a', 'edited'])
  assert.equal(sandbox.state.items[4]![2]!['updatedTime'], '2026-08-20T09:01:01+03:00')
  sandbox.plan({
    on: 'any',
    do: 'edit',
    change: (state) => {
      delete state.items[4]![1]
    },
  })
  await ask(sandbox, 'echo')
  assert.deepEqual(titles(sandbox), ['edited'])
  sandbox.plan({ on: 'any', do: 'edit', entityTypeId: 4, id: 'first', fields: { title: 'x' } })
  sandbox.plan({ on: 'any', do: 'edit', entityTypeId: 4, id: 77, fields: { title: 'nobody' } })
  await ask(sandbox, 'echo')
  assert.deepEqual(titles(sandbox), ['x'])
})

test('an edit is seen by the indexes of a big table', async (t) => {
  const title: Column = { name: 'title', kind: 'text', read: (row) => row['title'] }
  const { sandbox } = withFault(t, { do: 'edit', entityTypeId: 4, id: 600, fields: { title: 'edited' } })
  for (let id = 1; id <= 600; id++) sandbox.state.items[4]![id] = { id, fm: [], title: 'x' }
  const held = (text: string) => tableOf(sandbox.state, 'item:4').find(title, [text])?.length
  assert.equal(held('x'), 600)
  await ask(sandbox, 'echo')
  assert.deepEqual([held('x'), held('edited')], [599, 1])
  const change = (state: PortalState) => {
    state.items[4]![1]!['title'] = 'edited'
  }
  sandbox.plan({ on: 'any', do: 'edit', change })
  await ask(sandbox, 'echo')
  assert.deepEqual([held('x'), held('edited')], [598, 2])
})

test('a stage goes away', async (t) => {
  const { sandbox } = withFault(t, { do: 'remove-status', entityId: 'DEAL_STAGE', statusId: 'NEW' })
  await ask(sandbox, 'echo')
  assert.deepEqual(sandbox.state.statuses, [])
})

test('a method is refused for its operating time, alone and inside a batch, until the time is over', async (t) => {
  const { clock, sandbox } = withFault(t, { do: 'operation-limit', method: 'note.add' })
  const { status, json } = await batch(sandbox, { a: 'note.add?title=a', l: 'note.list' })
  const blocked = { error: 'OPERATION_TIME_LIMIT', error_description: 'Method is blocked due to operation time limit.' }
  assert.deepEqual([status, json.result.result_error, json.result.result], [200, { a: blocked }, { l: [] }])
  assert.equal((await ask(sandbox, 'note.add', { title: 'a' })).status, 429)
  await clock.sleep(300_000)
  assert.equal((await ask(sandbox, 'note.add', { title: 'a' })).status, 200)
})

test('every second command is refused, wherever it stands', async (t) => {
  const { sandbox } = withFault(t, { do: 'empty' }, 99)
  sandbox.plan({
    on: 'note.add',
    at: 2,
    every: 2,
    do: 'refuse-command',
    status: 400,
    error: '',
    description: 'TypeAddress exists.',
  })
  const refused = { error: '', error_description: 'TypeAddress exists.' }
  assert.deepEqual((await batch(sandbox, four)).json.result.result_error, { b: refused, d: refused })
  assert.equal((await ask(sandbox, 'note.add', { title: 'e' })).status, 200)
  const { status, json } = await ask(sandbox, 'note.add', { title: 'f' })
  assert.deepEqual([status, json], [400, refused])
})

test('faults and an unlucky state come together in one request', async (t) => {
  const change = (state: PortalState) => {
    state.items[4] = {}
  }
  const { sandbox } = withFault(t, { do: 'edit', change }, 2)
  sandbox.plan({ on: 'any', at: 2, do: 'fail-after' })
  await ask(sandbox, 'note.add', { title: 'a' })
  const told = toldOf(await askRaw(sandbox, 'note.add', { title: 'b' }))
  assert.equal(told.status, 500)
  assert.deepEqual(titles(sandbox), ['b'])
  assert.deepEqual(sandbox.log[1]!.faults, ['edit', 'fail-after'])
})
