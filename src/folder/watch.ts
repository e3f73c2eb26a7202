import type { InputFolder } from './input.ts'
import { watchOne } from './watch-one.ts'

export interface FolderWatch {
  /**
   * Returns when something happened in a folder since the last call (`woken`), after `pollMs` in any case (`poll`: network
   * drives lose events, so the poll decides and the event only saves time), or at once when `signal` is raised.
   */
  wait(pollMs: number, signal?: AbortSignal): Promise<'woken' | 'poll' | 'stopped'>
  close(): Promise<void>
}

/** A folder that is not there, or goes away, is no error: the poll goes on, and events come back with the folder. */
export function watchFolders(
  folders: readonly Pick<InputFolder, 'path' | 'recursive'>[],
  onError: (error: unknown) => void = () => {},
): FolderWatch {
  let dirty = false
  let wake = () => {}
  const onEvent = () => {
    dirty = true
    wake()
  }
  const watchers = folders.map((folder) => watchOne(folder, onEvent, onError))
  return {
    async wait(pollMs, signal) {
      // Not waited for: a share that hangs answers after half a minute.
      for (const watcher of watchers) void watcher.attend()
      if (!dirty && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
          signal?.addEventListener('abort', wake, { once: true })
        })
        signal?.removeEventListener('abort', wake)
      }
      const why = signal?.aborted ? 'stopped' : dirty ? 'woken' : 'poll'
      dirty = false
      return why
    },
    async close() {
      wake()
      await Promise.all(watchers.map((watcher) => watcher.close()))
    },
  }
}
