import type { MethodResult, RestFailure } from './method.ts'
import { formatMoment } from './methods/portal-time.ts'

/** Where portals differ in `time` (`bitrix24-rest.md §1.2`). */
export interface TimeOptions {
  /** `operating` and `operating_reset_at` are told; yes when nothing is said. */
  readonly tellsOperating?: boolean
  /** `start`, `finish` and the rest in whole seconds, as newer portals have it. */
  readonly wholeSeconds?: boolean
}

export interface Spent {
  readonly startMs: number
  readonly finishMs: number
  /** Of it the method itself. */
  readonly processingMs: number
  readonly operating: number
  readonly resetAt: number
}

export type TimeBlock = Readonly<Record<string, number | string>>

export function timeBlock(spent: Spent, zone: number, options: TimeOptions): TimeBlock {
  const seconds = options.wholeSeconds === true ? (ms: number) => Math.floor(ms / 1000) : inMicroseconds
  return {
    start: seconds(spent.startMs),
    finish: seconds(spent.finishMs),
    duration: inMicroseconds(spent.finishMs - spent.startMs),
    processing: seconds(spent.processingMs),
    date_start: formatMoment(spent.startMs, zone),
    date_finish: formatMoment(spent.finishMs, zone),
    ...(options.tellsOperating === false
      ? {}
      : { operating_reset_at: spent.resetAt, operating: Math.round(spent.operating * 1e4) / 1e4 }),
  }
}

export function successBody({ result, next, total }: MethodResult, time: TimeBlock): string {
  return JSON.stringify({
    result: result ?? null,
    ...(next === undefined ? {} : { next }),
    ...(total === undefined ? {} : { total }),
    time,
  })
}

export function errorBody(failure: RestFailure): string {
  return JSON.stringify(errorOf(failure))
}

export function errorOf({ error, description }: RestFailure): Readonly<Record<string, string | number>> {
  return { error, error_description: description }
}

function inMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1e6
}
