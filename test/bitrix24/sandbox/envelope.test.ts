import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'
import { ask, openSmall, smallState } from './small-portal.ts'

const clock = () => simulatedClock(Date.parse('2026-08-20T06:10:29.250Z'))

test('an answer tells its time on the clock of the portal', async (t) => {
  const sandbox = openSmall(t, { clock: clock() })
  const { status, json } = await ask(sandbox, 'note.add', { title: 'x', seconds: 1.5 })
  assert.equal(status, 200)
  assert.deepEqual(json, {
    result: 1,
    time: {
      start: 1787206229.25,
      finish: 1787206230.75,
      duration: 1.5,
      processing: 1.5,
      date_start: '2026-08-20T09:10:29+03:00',
      date_finish: '2026-08-20T09:10:30+03:00',
      operating_reset_at: 1787206830,
      operating: 1.5,
    },
  })
})

test('a portal may keep its operating time to itself and tell whole seconds', async (t) => {
  const sandbox = openSmall(t, {
    clock: clock(),
    state: { ...smallState(), zone: -570 },
    options: { tellsOperating: false, wholeSeconds: true },
  })
  const { json } = await ask(sandbox, 'note.add', { title: 'x', seconds: 1.5 })
  assert.deepEqual(json.time, {
    start: 1787206229,
    finish: 1787206230,
    duration: 1.5,
    processing: 1,
    date_start: '2026-08-19T20:40:29-09:30',
    date_finish: '2026-08-19T20:40:30-09:30',
  })
})

test('a list tells total and next, and on its last page only total', async (t) => {
  const sandbox = openSmall(t)
  for (const title of ['a', 'b', 'c']) await ask(sandbox, 'note.add', { title })
  const { time, ...list } = (await ask(sandbox, 'note.list')).json
  assert.deepEqual(list, { result: [1, 2], next: 2, total: 3 })
  assert.ok(time.finish >= time.start)
  delete sandbox.state.items[4]![3]
  assert.deepEqual(Object.keys((await ask(sandbox, 'note.list')).json), ['result', 'total', 'time'])
})

test('what a method refuses has only its error and the text', async (t) => {
  const { status, json } = await ask(openSmall(t), 'note.add')
  assert.deepEqual([status, json], [400, { error: '', error_description: 'Title is not defined' }])
})

test('a method that brings nothing answers null', async (t) => {
  const nothing = { name: 'nothing', scope: '', seconds: 0, run: () => ({ result: undefined }) }
  const sandbox = openSmall(t, { methods: [nothing] })
  assert.equal((await ask(sandbox, 'nothing')).json.result, null)
})
