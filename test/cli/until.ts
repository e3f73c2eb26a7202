import { setTimeout as pause } from 'node:timers/promises'

/** Asks again and again until the answer comes without an error; the last error is thrown after a long while. */
export async function until<T>(ask: () => Promise<T>, patienceMs = 20_000): Promise<T> {
  const end = Date.now() + patienceMs
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > end) throw error
      await pause(20)
    }
  }
}
