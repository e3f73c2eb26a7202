import type { ExchangeReport } from '../../src/exchange/folder/run-exchange.ts'
import { watchExchange } from '../../src/exchange/folder/watch-exchange.ts'
import type { TestExchange } from '../exchange/folder/exchange-folder.ts'

/** Lets the exchange watch its folder by itself, as `obmen24 watch` does, until a round is enough; never longer than half a minute. */
export async function watchUntil(
  exchange: TestExchange,
  isEnough: (report: ExchangeReport) => Promise<boolean> | boolean,
): Promise<void> {
  const stop = new AbortController()
  const limit = setTimeout(() => stop.abort(), 30_000)
  let done = false
  const look = async (report: ExchangeReport) => {
    done ||= await isEnough(report)
    if (done) stop.abort()
  }
  await exchange.withHome((home) => watchExchange(home, { signal: stop.signal, round: look }))
  clearTimeout(limit)
  if (!done) throw new Error('nothing came of it in half a minute')
}

/** Settings of a watch that does not let a test wait. */
export const quick = 'readiness: { poll: 200ms }\n'
