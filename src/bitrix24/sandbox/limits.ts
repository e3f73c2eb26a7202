import { type OperatingLimit, type OperatingOptions, operatingLimit } from './operating-limit.ts'
import { type RateLimit, type RateOptions, rateLimit } from './rate-limit.ts'

/** What a portal holds its callers to; all three as in the cloud when nothing is said (`bitrix24-rest.md §1.3`, §1.4). */
export interface LimitOptions {
  readonly rate?: RateOptions
  readonly operating?: OperatingOptions
  /** A request that takes longer is cut off after a part of its commands. */
  readonly requestSeconds?: number | 'off'
}

export interface Limits {
  readonly rate: RateLimit
  readonly operating: OperatingLimit
  readonly requestMs: number
}

export function openLimits(options: LimitOptions = {}): Limits {
  const seconds = options.requestSeconds ?? 60
  return {
    rate: rateLimit(options.rate ?? 'usual'),
    operating: operatingLimit(options.operating ?? { model: 'docs' }),
    requestMs: seconds === 'off' ? Number.POSITIVE_INFINITY : seconds * 1000,
  }
}
