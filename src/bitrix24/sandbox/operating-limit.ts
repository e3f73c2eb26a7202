/**
 * Which account the processing seconds go to, as sources differ (`bitrix24-rest.md §1.4`). `docs`: each method its own, also
 * inside a batch. `batch`: a batch is an account of its own and what runs inside it is neither charged nor checked. `ban`:
 * the same, a batch by half and short calls not at all, and 300 seconds of refusal, after which nothing is owed.
 */
export type OperatingModel = 'docs' | 'batch' | 'ban'

export type OperatingOptions = 'off' | { readonly model: OperatingModel; readonly seconds?: number }

export interface Charged {
  /** In lower case; a batch itself is `batch`. */
  readonly method: string
  readonly inBatch: boolean
  /** The accounts are per webhook. */
  readonly webhook: string
}

export interface OperatingLimit {
  /** Asked before a call: the call that crosses the limit is completed, the next one is refused. */
  blocks(call: Charged, now: number): boolean
  charge(call: Charged, seconds: number, now: number): void
  /** For the `time` of an answer; `resetAt` in seconds since 1970. */
  told(call: Charged, now: number): { readonly operating: number; readonly resetAt: number }
  /** Refuses a method wherever it is called, until then. */
  block(method: string, untilMs: number): void
}

const windowMs = 600_000
const banMs = 300_000

export function operatingLimit(options: OperatingOptions): OperatingLimit {
  const model = options === 'off' ? 'docs' : options.model
  // 480 is what the docs reckon with, 420 what a self-hosted portal has when it is switched on.
  const limit = options === 'off' ? Number.POSITIVE_INFINITY : (options.seconds ?? (model === 'ban' ? 420 : 480))
  const accounts = new Map<string, Account>()
  const blocked = new Map<string, number>()

  const nameOf = (call: Charged) => `${call.webhook} ${call.inBatch && model !== 'docs' ? 'batch' : call.method}`
  const isFree = (call: Charged) => (model === 'docs' ? call.method === 'batch' : call.inBatch)
  const blockedUntil = (call: Charged, now: number) => {
    const until = blocked.get(call.method) ?? 0
    return until > now ? until : null
  }

  return {
    blocks(call, now) {
      if (blockedUntil(call, now) !== null) return true
      const account = accounts.get(nameOf(call))
      if (isFree(call) || account === undefined) return false
      return account.bannedUntil > now || used(account, now) >= limit
    },
    charge(call, seconds, now) {
      if (isFree(call) || (model === 'ban' && seconds <= 0.1)) return
      const account = accounts.get(nameOf(call)) ?? { buckets: [], bannedUntil: 0 }
      accounts.set(nameOf(call), account)
      add(account, model === 'ban' && call.method === 'batch' ? seconds / 2 : seconds, now)
      if (model !== 'ban' || used(account, now) < limit) return
      account.bannedUntil = now + banMs
      account.buckets.length = 0
    },
    told(call, now) {
      const account = accounts.get(nameOf(call))
      const until = blockedUntil(call, now)
      if (account === undefined) return { operating: 0, resetAt: wholeSeconds(until ?? now + windowMs) }
      if (account.bannedUntil > now) return { operating: limit, resetAt: wholeSeconds(account.bannedUntil) }
      const operating = used(account, now)
      return { operating, resetAt: wholeSeconds(until ?? (account.buckets[0]?.firstAt ?? now) + windowMs) }
    },
    block(method, untilMs) {
      blocked.set(method.toLowerCase(), untilMs)
    },
  }
}

interface Account {
  /** One per minute in which something ran, oldest first. */
  readonly buckets: { readonly minute: number; readonly firstAt: number; seconds: number }[]
  bannedUntil: number
}

/** A minute counts until ten minutes after its first call. */
function used({ buckets }: Account, now: number): number {
  while (buckets[0] !== undefined && buckets[0].firstAt + windowMs <= now) buckets.shift()
  return buckets.reduce((sum, bucket) => sum + bucket.seconds, 0)
}

function add({ buckets }: Account, seconds: number, now: number): void {
  const minute = Math.floor(now / 60_000)
  const last = buckets.at(-1)
  if (last?.minute === minute) last.seconds += seconds
  else buckets.push({ minute, firstAt: now, seconds })
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000)
}
