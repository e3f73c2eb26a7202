import { watchFolders } from '../../folder/watch.ts'
import type { Home } from './home.ts'
import { type ExchangeReport, runExchange } from './run-exchange.ts'

export interface WatchHooks {
  /** Raised by Ctrl-C: the current set is finished, then the watching ends. */
  readonly signal: AbortSignal
  progress?(rows: number): void
  /** After every round, also one that found nothing. */
  round?(report: ExchangeReport): unknown
  watchError?(error: unknown): void
}

/** Stays and works off whatever comes. A change in a folder wakes it, the poll decides; a round without news costs a look. */
export async function watchExchange(home: Home, hooks: WatchHooks): Promise<void> {
  const watch = watchFolders(home.folders.inputs, hooks.watchError)
  const { settle, poll } = home.settings.readiness
  try {
    while (!hooks.signal.aborted) {
      const report = await runExchange(home, {
        patient: false,
        ...(hooks.progress === undefined ? {} : { progress: hooks.progress }),
      })
      await hooks.round?.(report)
      // A file that is still being written is looked at again when it may have settled.
      await watch.wait(report.waiting > 0 ? Math.min(poll, settle + 50) : poll, hooks.signal)
    }
  } finally {
    await watch.close()
  }
}
