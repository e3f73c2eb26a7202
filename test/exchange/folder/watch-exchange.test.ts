import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { test } from 'node:test'
import type { ExchangeReport } from '../../../src/exchange/folder/run-exchange.ts'
import { watchExchange } from '../../../src/exchange/folder/watch-exchange.ts'
import { catalogue, exchangeFolder, type TestExchange } from './exchange-folder.ts'

/** Watches until `until` says so of a round; whatever happens, no longer than a minute. */
async function watchUntil(exchange: TestExchange, until: (report: ExchangeReport) => Promise<boolean> | boolean): Promise<void> {
  const stop = new AbortController()
  const limit = setTimeout(() => stop.abort(new Error('nothing came of it in a minute')), 60_000)
  await exchange.withHome((home) =>
    watchExchange(home, {
      signal: stop.signal,
      progress: () => {},
      round: (report) => {
        void Promise.resolve(until(report)).then((enough) => {
          if (enough) stop.abort()
        })
      },
    }),
  )
  clearTimeout(limit)
  assert.ok(
    !(stop.signal.reason instanceof Error && stop.signal.reason.message.startsWith('nothing')),
    String(stop.signal.reason),
  )
}

const quick = 'readiness: {settle: 50ms, poll: 200ms, giveUp: 10m}'

test('whatever is dropped while it watches is worked off, file after file, and answered', async (t) => {
  const exchange = await exchangeFolder(t, quick, { settle: 50 })
  const names = ['Болт', 'Гайка', 'Шайба']
  const done: string[] = []
  await exchange.put({ 'in/0.xml': catalogue([names[0]!]) })
  await watchUntil(exchange, async ({ runs }) => {
    for (const { input } of runs.flatMap(({ answers }) => answers)) {
      done.push(input)
      if (done.length < names.length) await exchange.put({ [`in/${done.length}.xml`]: catalogue([names[done.length]!]) })
    }
    return done.length === names.length
  })
  assert.deepEqual(done, ['0.xml', '1.xml', '2.xml'])
  assert.deepEqual(await exchange.names('out'), ['0.xml.result.csv', '1.xml.result.csv', '2.xml.result.csv', 'status.txt'])
})

test('a folder that goes away and comes back is noticed both times', async (t) => {
  const exchange = await exchangeFolder(t, quick, { settle: 50 })
  await rm(`${exchange.root}/in`, { recursive: true })
  const seen: string[] = []
  await watchUntil(exchange, async ({ gone, runs }) => {
    const now = gone > 0 ? 'gone' : runs.length > 0 ? 'done' : 'empty'
    if (seen.at(-1) !== now) seen.push(now)
    if (seen.length === 1 && now === 'gone') await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
    return now === 'done'
  })
  assert.equal(seen[0], 'gone')
  assert.equal(seen.at(-1), 'done')
})

test('a signal raised before it begins ends it at once', async (t) => {
  const exchange = await exchangeFolder(t, quick)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  const rounds: ExchangeReport[] = []
  await exchange.withHome((home) => watchExchange(home, { signal: AbortSignal.abort(), round: (report) => rounds.push(report) }))
  assert.deepEqual(rounds, [])
  assert.deepEqual(await exchange.names('in'), ['import.xml'])
})
