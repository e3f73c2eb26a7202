import type { AnswerTime } from './answer-time.ts'
import type { RestError } from './rest-error.ts'

/** Seconds of work that a request will cost, by the account they may go to: a method, or `batch`. */
export type Load = ReadonlyMap<string, number>

export interface Wait {
  readonly ms: number
  /** What the portal said, where it is the portal that makes us wait. */
  readonly refusal: RestError | null
}

/**
 * The portal's limit of work per method and ten minutes (`bitrix24-rest.md §1.4`). How it counts differs between portals, and
 * whether a batch has an account of its own does too; so all possible accounts are kept, and 65 % of the time is the most
 * that any of them gets. Portals that show no counters and never refused have no such limit, and are not held back.
 */
export interface WorkBudget {
  waitFor(load: Load, now: number): Wait
  spent(account: string, seconds: number, now: number): void
  /** What the portal itself has counted for the account. */
  reported(account: string, time: AnswerTime, now: number): void
  /** The account was refused with OPERATION_TIME_LIMIT. */
  refused(account: string, time: AnswerTime, error: RestError, now: number): void
}

/** `limitSeconds`: 480 in the cloud, 420 on portals of one's own. */
export function openWorkBudget(limitSeconds: number): WorkBudget {
  const accounts = new Map<string, Account>()
  let isCounted = false

  function accountOf(name: string): Account {
    const found = accounts.get(name) ?? { work: [], closedUntil: 0, refusal: null }
    accounts.set(name, found)
    return found
  }

  function waitFor(load: Load, now: number): Wait {
    let longest: Wait = { ms: 0, refusal: null }
    for (const [name, seconds] of load) {
      const account = accountOf(name)
      const closed = account.closedUntil - now
      if (closed > longest.ms) longest = { ms: closed, refusal: account.refusal }
      const rest = isCounted ? restMs(account, seconds, now) : 0
      if (rest > longest.ms) longest = { ms: rest, refusal: null }
    }
    return longest
  }

  function close(name: string, ms: number, refusal: RestError | null, now: number): void {
    const account = accountOf(name)
    const until = now + Math.min(Math.max(ms, leastPauseMs), windowMs + 60_000)
    if (until > account.closedUntil) Object.assign(account, { closedUntil: until, refusal })
  }

  return {
    waitFor,
    spent: (name, seconds, now) => {
      if (seconds > 0) accountOf(name).work.push({ at: now, seconds })
    },
    reported: (name, time, now) => {
      if (time.operating === null) return
      isCounted = true
      if (time.operating >= limitSeconds * shareThatSlows) close(name, resetMs(time, now) ?? 60_000, null, now)
    },
    refused: (name, time, error, now) => {
      isCounted = true
      close(name, resetMs(time, now) ?? unknownResetMs, error, now)
    },
  }
}

interface Account {
  work: { readonly at: number; readonly seconds: number }[]
  closedUntil: number
  refusal: RestError | null
}

const windowMs = 600_000
const workShare = 0.65
const shareThatSlows = 0.8
/** One model bans a method for a fixed five minutes, and does not always say so. */
const unknownResetMs = 300_000
const leastPauseMs = 10_000

/** Until enough of the work is ten minutes old for `seconds` more to fit. */
function restMs(account: Account, seconds: number, now: number): number {
  account.work = account.work.filter(({ at }) => at > now - windowMs)
  let over = account.work.reduce((sum, each) => sum + each.seconds, 0) + seconds - (windowMs / 1000) * workShare
  let until = now
  for (const each of account.work) {
    if (over <= 0) break
    over -= each.seconds
    until = each.at + windowMs
  }
  return until - now
}

function resetMs({ resetIn, resetAt }: AnswerTime, now: number): number | null {
  const ms = resetIn !== null ? resetIn * 1000 : resetAt !== null ? resetAt * 1000 - now : null
  return ms === null || ms <= 0 ? null : ms
}
