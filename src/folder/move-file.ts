import { basename, dirname, extname, join } from 'node:path'
import { type Problem, problem } from '../problems/problem.ts'
import { copyVerified } from './copy-verified.ts'
import { errnoOf, isMissing } from './errno.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'
import { hashFile } from './hash.ts'
import { tempName } from './our-names.ts'
import { type Patience, retryBusy } from './retry-busy.ts'
import { syncFolder } from './sync-folder.ts'

export type Moved = { readonly kind: 'moved'; readonly path: string } | { readonly kind: 'failed'; readonly problem: Problem }

/**
 * Moves a file of ours into a folder of ours (the lock is held, nobody else writes there), to another disk too. Never
 * overwrites: a taken name gets ` (2)`. A file of that name with the same bytes is the same move, cut short by a crash.
 */
export async function moveFile(from: string, to: string, options: Patience & { readonly fs?: FileSystem } = {}): Promise<Moved> {
  const fs = options.fs ?? realFileSystem
  let code: string | null
  let target = to
  try {
    await fs.mkdir(dirname(to), { recursive: true })
    const place = await freePlace(from, to, fs)
    target = place.path
    code = place.there ? null : await retryBusy(() => fs.rename(from, target), options)
    if (code === 'EXDEV') {
      if (!(await copyInto(from, target, fs)))
        return { kind: 'failed', problem: problem('folder.copy-differs', { name: basename(from) }) }
      code = null
    }
    if (code === null) {
      await syncFolder(dirname(target), fs)
      await fs.rm(from, { force: true })
    }
  } catch (error) {
    code = errnoOf(error)
  }
  if (code === null) return { kind: 'moved', path: target }
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'failed', problem: problem('folder.disk-full', { path: target }) }
  return { kind: 'failed', problem: problem('folder.move-failed', { path: from, target: dirname(to), code }) }
}

/** A name that is free; or one that holds this very content already (`there`). */
export async function freePlace(from: string, wanted: string, fs: FileSystem): Promise<{ path: string; there: boolean }> {
  const ending = extname(wanted)
  const stem = wanted.slice(0, wanted.length - ending.length)
  for (let number = 1; ; number++) {
    const path = number === 1 ? wanted : `${stem} (${number})${ending}`
    const size = await sizeOf(path, fs)
    if (size === null) return { path, there: false }
    if (size === (await sizeOf(from, fs)) && (await hashFile(path, fs)).sha256 === (await hashFile(from, fs)).sha256) {
      return { path, there: true }
    }
  }
}

async function copyInto(from: string, to: string, fs: FileSystem): Promise<boolean> {
  const temp = join(dirname(to), tempName())
  if ((await copyVerified(from, temp, fs)) === null) return false
  await fs.rename(temp, to)
  return true
}

async function sizeOf(path: string, fs: FileSystem): Promise<number | null> {
  try {
    return (await fs.lstat(path)).size
  } catch (error) {
    if (isMissing(errnoOf(error))) return null
    throw error
  }
}
