/** Plans differ in how many requests at once and per second they take (`bitrix24-rest.md §1.3`); a portal of one's own takes any. */
export type Rate = 'standard' | 'enterprise' | 'unlimited'

export interface LeakyBucket {
  /** Milliseconds until one more request fits in. */
  waitMs(now: number): number
  take(now: number): void
  /** The portal says that it is full: others on this address use it too. */
  full(now: number): void
}

/** The portal's own count of requests, kept here too, so that it seldom has to say no. */
export function openLeakyBucket(rate: Rate): LeakyBucket {
  const { size, perSecond } = rates[rate]
  let level = 0
  let at = 0
  const levelAt = (now: number) => Math.max(0, level - (Math.max(0, now - at) / 1000) * perSecond)
  const set = (now: number, value: number) => {
    level = value
    at = now
  }
  return {
    waitMs: (now) => (rate === 'unlimited' ? 0 : Math.ceil((Math.max(0, levelAt(now) + 1 - size) / perSecond) * 1000)),
    take: (now) => set(now, levelAt(now) + 1),
    full: (now) => set(now, Math.max(levelAt(now), size)),
  }
}

const rates = {
  standard: { size: 50, perSecond: 2 },
  enterprise: { size: 250, perSecond: 5 },
  unlimited: { size: Number.POSITIVE_INFINITY, perSecond: 1 },
} as const
