import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realClock } from '../../../src/bitrix24/sandbox/clock.ts'
import { ask, openSmall, titles, toldOf, unlimited } from './small-portal.ts'

test('requests that come together are served one after the other', async (t) => {
  const sandbox = openSmall(t, { clock: realClock(0.01), limits: unlimited })
  const { webhook } = await sandbox.listen()
  const numbers = Array.from({ length: 10 }, (_, index) => index)
  await Promise.all(
    numbers.map((number) => {
      const command = `note.add?title=${number}&seconds=0.1`
      return fetch(`${webhook}batch`, { method: 'POST', body: new URLSearchParams({ 'cmd[a]': command, 'cmd[b]': command }) })
    }),
  )
  const found = titles(sandbox)
  assert.equal(found.length, 20)
  // The commands of one request stand together.
  assert.deepEqual(
    found.filter((_, index) => index % 2 === 0),
    found.filter((_, index) => index % 2 === 1),
  )
})

test('a slow answer keeps nobody else waiting, and the end of the portal does not wait for it', async (t) => {
  const sandbox = openSmall(t, { faults: { seed: 1, plan: [{ on: 'note.add', do: 'slow', ms: 3_600_000 }] } })
  const slow = ask(sandbox, 'note.add', { title: 'slow' })
  assert.deepEqual((await ask(sandbox, 'note.list')).json.result, [1])
  await sandbox.close()
  assert.equal((await slow).json.result, 1)
})

test('outside /rest/ the page answers, with the state and the address', async (t) => {
  const sandbox = openSmall(t, {
    page: ({ name }, url) => ({
      status: 200,
      headers: { 'content-type': 'text/plain' },
      body: `${name} ${url.pathname}${url.search}`,
    }),
  })
  const { origin } = await sandbox.listen()
  assert.equal(await (await fetch(`${origin}/company/7?tab=1`)).text(), 'Тестовый портал /company/7?tab=1')
  assert.equal((await fetch(origin, { method: 'POST' })).status, 404)
  assert.deepEqual(sandbox.log, [])
})

test('without a page there is nothing outside /rest/', async (t) => {
  const told = toldOf(await openSmall(t).handle({ method: 'GET', url: '/' }))
  assert.equal(told.status, 404)
  assert.match(told.body, /404 Not Found/)
})
