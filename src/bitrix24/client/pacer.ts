import type { AnswerTime } from './answer-time.ts'
import { type LeakyBucket, openLeakyBucket, type Rate } from './leaky-bucket.ts'
import type { RestError } from './rest-error.ts'
import type { Reply } from './way.ts'
import { type Load, openWorkBudget, type Wait, type WorkBudget } from './work-budget.ts'

/** When the next request may leave: by the count of requests, by the work that they cost, and by what the portal last said. */
export interface Pacer {
  waitFor(load: Load, now: number): Wait
  taken(now: number): void
  /** `seconds` of work that the request cost, as far as it is known. */
  answered(method: string, reply: Reply, seconds: number, now: number): void
  /** The same of a command inside a batch. */
  answeredInside(method: string, time: AnswerTime, now: number): void
  refusedInside(method: string, time: AnswerTime, error: RestError, now: number): void
  /** Nothing leaves for so long. */
  rest(ms: number, now: number): void
}

export function openPacer(options: { readonly rate: Rate; readonly limitSeconds: number }): Pacer {
  const bucket: LeakyBucket = openLeakyBucket(options.rate)
  const budget: WorkBudget = openWorkBudget(options.limitSeconds)
  let closedUntil = 0
  let refusal: RestError | null = null
  let failures = 0

  function waitFor(load: Load, now: number): Wait {
    const waits: Wait[] = [
      { ms: closedUntil - now, refusal },
      { ms: bucket.waitMs(now), refusal: null },
      budget.waitFor(load, now),
    ]
    return waits.reduce((longest, wait) => (wait.ms > longest.ms ? wait : longest))
  }

  function close(ms: number, error: RestError | null, now: number): void {
    if (now + ms < closedUntil) return
    closedUntil = now + ms
    refusal = error
  }

  function answered(method: string, reply: Reply, seconds: number, now: number): void {
    const account = accountOf(method)
    budget.reported(account, reply.time, now)
    const verdict = reply.kind === 'done' ? 'done' : reply.verdict
    if (verdict === 'done' || verdict === 'unknown') budget.spent(account, seconds, now)
    if (reply.kind === 'failed' && verdict === 'operating') budget.refused(account, reply.time, reply.error, now)
    if (reply.kind === 'failed' && (verdict === 'rate' || verdict === 'way')) {
      if (verdict === 'rate') bucket.full(now)
      close(pauses[verdict][Math.min(failures, pauses[verdict].length - 1)]!, reply.error, now)
      failures++
    } else {
      failures = 0
    }
  }

  return {
    waitFor,
    taken: (now) => bucket.take(now),
    answered,
    answeredInside: (method, time, now) => {
      budget.spent(accountOf(method), time.seconds ?? 0, now)
      budget.reported(accountOf(method), time, now)
    },
    refusedInside: (method, time, error, now) => budget.refused(accountOf(method), time, error, now),
    rest: (ms, now) => close(ms, null, now),
  }
}

/** The name under which the portal keeps count of a method. */
export function accountOf(method: string): string {
  return method.toLowerCase()
}

const pauses = {
  rate: [1000, 2000, 4000, 8000, 15_000, 30_000],
  way: [2000, 5000, 10_000, 20_000, 40_000, 60_000],
} as const
