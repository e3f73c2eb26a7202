import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import type { InputFolder } from './input.ts'
import { isOurs } from './our-names.ts'

export interface OneWatch {
  /** Begins, ends or goes on with watching, by whether the folder is there now. */
  attend(): Promise<void>
  close(): Promise<void>
}

/** One folder that may come and go, watched while it is there. */
export function watchOne(
  folder: Pick<InputFolder, 'path' | 'recursive'>,
  onEvent: () => void,
  onError: (error: unknown) => void,
): OneWatch {
  let watcher: FSWatcher | null = null
  let closed = false
  async function stop() {
    const closing = watcher
    watcher = null
    if (closing === null) return
    // chokidar 5 adds a vanished file's parent even after close(), which opens it again for good.
    closing.add = () => closing
    await closing.close()
  }
  async function attend() {
    const there = await exists(folder.path)
    if (!there) await stop()
    else if (watcher === null && !closed) {
      watcher = open(folder, onError)
      watcher.on('all', onEvent)
      // What came before the watching had begun is told as one event.
      watcher.on('ready', onEvent)
      // The folder itself went: another of the same name is another folder to the system.
      watcher.on('unlinkDir', (path) => {
        if (path === folder.path) void stop()
      })
    }
  }
  async function close() {
    closed = true
    await stop()
  }
  void attend()
  return { attend, close }
}

function open(folder: Pick<InputFolder, 'path' | 'recursive'>, onError: (error: unknown) => void): FSWatcher {
  const watcher = watch(folder.path, {
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    ...(folder.recursive ? {} : { depth: 0 }),
    ignored: (path) => path !== folder.path && (isOurs(basename(path)) || basename(path).toLowerCase() === 'import_files'),
  })
  // Without a listener an unreadable subfolder or a share that went off would end the process.
  watcher.on('error', onError)
  return watcher
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
