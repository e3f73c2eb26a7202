import { setTimeout as wait } from 'node:timers/promises'

/** The time of the portal. With `now` and `sleep` it serves the client under test as its timer, too. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Somebody waits; the signal ends it before its time. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** The portal is busy with what takes so many seconds on a warm portal. */
  work(seconds: number): Promise<void>
  /** Milliseconds that such work takes on this clock. */
  takes(seconds: number): number
}

/** Time that only waiting and working move: an hour of pauses passes at once. */
export function simulatedClock(startMs: number): SandboxClock {
  let now = startMs
  const sleep = async (ms: number) => {
    now += Math.max(0, ms)
  }
  return clockOf(() => now, sleep, 1)
}

/** The time of the machine. `speed`: 0 answers at once, 1 is as slow as a warm portal, 0.1 a tenth of that. */
export function realClock(speed = 0): SandboxClock {
  const sleep = async (ms: number, signal?: AbortSignal) => {
    if (ms > 0) await wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
  }
  return clockOf(() => Date.now(), sleep, speed)
}

function clockOf(now: SandboxClock['now'], sleep: SandboxClock['sleep'], speed: number): SandboxClock {
  const takes = (seconds: number) => seconds * 1000 * speed
  return { now, sleep, takes, work: (seconds) => sleep(takes(seconds)) }
}
