import { setTimeout as pause } from 'node:timers/promises'
import { errnoOf, isBusy } from './errno.ts'

export interface Patience {
  /** How long to try again while somebody else has the file open. */
  readonly waitMs?: number
  readonly sleep?: (milliseconds: number) => Promise<unknown>
}

export const usualWaitMs = 10_000

/** Null when `action` went through, else the code of its last error. Only a busy file is worth a second try. */
export async function retryBusy(action: () => Promise<unknown>, patience: Patience = {}): Promise<string | null> {
  const sleep = patience.sleep ?? pause
  let left = patience.waitMs ?? usualWaitMs
  for (let delay = 25; ; delay = Math.min(delay * 2, 1000)) {
    try {
      await action()
      return null
    } catch (error) {
      const code = errnoOf(error)
      if (!isBusy(code) || left <= 0) return code
      await sleep(Math.min(delay, left))
      left -= delay
    }
  }
}
