import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Problem, problem } from '../problems/problem.ts'
import { errnoOf, isBusy, writeProblem } from './errno.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'
import { asideName, tempName } from './our-names.ts'
import { type Patience, retryBusy, usualWaitMs } from './retry-busy.ts'
import { syncFolder } from './sync-folder.ts'

export type Content = string | Uint8Array | ((file: FileHandle) => Promise<void>)

export interface WriteOptions extends Patience {
  readonly fs?: FileSystem
}

/** `kept`: where the complete new content waits for the next start (sweep.ts), null when there is none. */
export type Written =
  | { readonly kind: 'written'; readonly path: string }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly kept: string | null }

/**
 * Writes or replaces a file in one step: whoever opens `target` finds the old content or the new one, whole, and there is
 * no moment without a file. The content is finished beside the target under a name that the next start knows, so neither
 * a crash nor a reader that keeps the target open (1C on Windows) loses it.
 */
export async function writeAtomic(target: string, content: Content, options: WriteOptions = {}): Promise<Written> {
  const fs = options.fs ?? realFileSystem
  const folder = dirname(target)
  const temp = join(folder, tempName())
  const aside = join(folder, asideName(basename(target)))
  try {
    await writeSynced(temp, content, fs)
    await fs.rename(temp, aside)
  } catch (error) {
    await fs.rm(temp, { force: true }).catch(() => undefined)
    return { kind: 'failed', problem: writeProblem(errnoOf(error), target), kept: null }
  }
  return putInPlace(aside, target, options)
}

/** The last step of writing, also taken by the next start for what a crash or a busy target left aside. */
export async function putInPlace(aside: string, target: string, options: WriteOptions = {}): Promise<Written> {
  const fs = options.fs ?? realFileSystem
  const code = await retryBusy(() => fs.rename(aside, target), options)
  if (code === null) {
    await syncFolder(dirname(target), fs)
    return { kind: 'written', path: target }
  }
  const seconds = Math.round((options.waitMs ?? usualWaitMs) / 1000)
  const found = isBusy(code) ? problem('folder.target-busy', { path: target, seconds, code }) : writeProblem(code, target)
  return { kind: 'failed', problem: found, kept: aside }
}

async function writeSynced(path: string, content: Content, fs: FileSystem): Promise<void> {
  const handle = await fs.open(path, 'wx')
  try {
    if (typeof content === 'function') await content(handle)
    else await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
