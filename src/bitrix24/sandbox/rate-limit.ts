/** `usual`: 50 at once and 2 a second; `enterprise`: 250 and 5 (`bitrix24-rest.md §1.3`). */
export type RateOptions = 'off' | 'usual' | 'enterprise' | { readonly burst: number; readonly perSecond: number }

export interface RateLimit {
  /** Counts a request, or says no to it: a refused one is not counted. */
  admits(now: number): boolean
}

/** A bucket that each request fills by one and that leaks all the time. */
export function rateLimit(options: RateOptions): RateLimit {
  if (options === 'off') return { admits: () => true }
  const { burst, perSecond } = typeof options === 'object' ? options : plans[options]
  let filled = 0
  let seenAt = 0
  return {
    admits(now) {
      filled = Math.max(0, filled - (Math.max(0, now - seenAt) / 1000) * perSecond)
      seenAt = now
      if (filled + 1 > burst) return false
      filled += 1
      return true
    },
  }
}

const plans = { usual: { burst: 50, perSecond: 2 }, enterprise: { burst: 250, perSecond: 5 } } as const
