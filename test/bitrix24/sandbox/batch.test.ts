import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'
import { ask, batch, openSmall, titles } from './small-portal.ts'

const clock = () => simulatedClock(Date.parse('2026-08-20T06:00:00Z'))

test('commands run one after another, and each has its own time', async (t) => {
  const sandbox = openSmall(t, { clock: clock() })
  const { status, json } = await batch(sandbox, {
    a: 'note.add?title=one&seconds=2',
    l: 'note.list',
    b: 'note.add?title=two&seconds=1',
  })
  assert.equal(status, 200)
  assert.deepEqual(titles(sandbox), ['one', 'two'])
  const { result_time: times, ...sections } = json.result
  assert.deepEqual(sections, { result: { a: 1, l: [1], b: 2 }, result_error: [], result_total: { l: 1 }, result_next: [] })
  assert.deepEqual(
    Object.values<{ duration: number; operating: number }>(times).map(({ duration, operating }) => [duration, operating]),
    [
      [2, 2],
      [0.01, 0.01],
      [1, 3],
    ],
  )
  assert.equal(json.time.duration, 3.01)
  assert.deepEqual(sandbox.log[0]!.commands, ['note.add', 'note.list', 'note.add'])
  assert.equal(sandbox.log[0]!.committed, 3)
})

test('an empty batch has five empty arrays', async (t) => {
  const { json } = await batch(openSmall(t), {})
  assert.deepEqual(json.result, { result: [], result_error: [], result_total: [], result_next: [], result_time: [] })
})

test('numeric keys bring an array, and with a gap an object', async (t) => {
  const sandbox = openSmall(t)
  const { json } = await batch(sandbox, ['note.add?title=a', 'note.add?title=b'])
  assert.deepEqual(json.result.result, [1, 2])
  const gap = await batch(sandbox, ['note.add?title=c', 'note.add', 'note.add?title=d'])
  assert.deepEqual(gap.json.result.result, { 0: 3, 2: 4 })
  assert.deepEqual(gap.json.result.result_error, { 1: { error: '', error_description: 'Title is not defined' } })
})

test('errors are collected, and with halt the first one ends it', async (t) => {
  const cmd = { a: 'note.add?title=a', b: 'note.add', c: 'note.add?title=c' }
  const going = openSmall(t)
  assert.deepEqual((await batch(going, cmd, 0)).json.result.result, { a: 1, c: 2 })
  for (const halt of [1, true]) {
    const halting = openSmall(t)
    const { result } = (await batch(halting, cmd, halt)).json
    assert.deepEqual([result.result, Object.keys(result.result_error)], [{ a: 1 }, ['b']])
    assert.deepEqual(titles(halting), ['a'])
  }
})

test('fifty run and the rest is told to be too much', async (t) => {
  const sandbox = openSmall(t)
  const cmd = Object.fromEntries(Array.from({ length: 52 }, (_, index) => [`k${index}`, `note.add?title=${index}`]))
  const { status, json } = await batch(sandbox, cmd)
  assert.equal(status, 200)
  assert.equal(titles(sandbox).length, 50)
  const error = { error: 'ERROR_BATCH_LENGTH_EXCEEDED', error_description: 'Max batch length exceeded' }
  assert.deepEqual(json.result.result_error, { k50: error, k51: error })
})

test('a batch in a batch and methods with files are not allowed', async (t) => {
  const sandbox = openSmall(t)
  const { json } = await batch(sandbox, { a: 'batch?cmd[x]=note.add', b: 'file.upload', c: 'note.add?title=x' })
  const error = { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED', error_description: 'Method is not allowed for batch usage' }
  assert.deepEqual(json.result.result_error, { a: error, b: error })
  assert.equal((await ask(sandbox, 'file.upload')).json.result, true)
})

test('a later command takes what an earlier one brought', async (t) => {
  const { json } = await batch(openSmall(t), { a: 'note.add?title=x', b: 'echo?id=$result[a]&no=$result[z]' })
  assert.deepEqual(json.result.result.b, { id: 1, no: '$result[z]' })
})

test('in the address of a batch its commands are encoded twice', async (t) => {
  const sandbox = openSmall(t)
  const { webhook } = await sandbox.listen()
  const command = `note.add?title=${encodeURIComponent('A&B')}`
  await fetch(`${webhook}batch?cmd[a]=${encodeURIComponent(command)}&halt=1`)
  assert.deepEqual(titles(sandbox), ['A&B'])
})
