import { setTimeout as wait } from 'node:timers/promises'
import type { Timer } from '../../src/bitrix24/client/portal-client.ts'
import type { SandboxClock } from '../../src/bitrix24/sandbox/clock.ts'

/** Time that goes `speed` times as fast as that of the machine, and is the same in every process. */
export interface QuickTime {
  /** Milliseconds since 1970 at which the two agreed. */
  readonly since: number
  readonly speed: number
}

export function quickTimer({ since, speed }: QuickTime): Timer {
  return {
    now: () => since + (Date.now() - since) * speed,
    sleep: async (ms) => {
      await wait(ms / speed)
    },
  }
}

/** The same time for the portal; its work takes so large a part of that of a warm one. */
export function quickClock(time: QuickTime, load: number): SandboxClock {
  const { now } = quickTimer(time)
  const sleep = async (ms: number, signal?: AbortSignal) => {
    if (ms > 0) await wait(ms / time.speed, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
  }
  const takes = (seconds: number) => seconds * 1000 * load
  return { now, sleep, takes, work: (seconds) => sleep(takes(seconds)) }
}
