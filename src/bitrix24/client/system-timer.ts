import { setTimeout } from 'node:timers/promises'
import type { Timer } from './portal-client.ts'

export const systemTimer: Timer = {
  now: () => Date.now(),
  sleep: async (ms) => {
    await setTimeout(ms)
  },
}
