import { dirname, join, relative } from 'node:path'
import { type Problem, problem } from '../problems/problem.ts'
import { errnoOf, isBusy, isMissing, writeProblem } from './errno.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'
import { hashFile } from './hash.ts'
import { retryBusy, usualWaitMs } from './retry-busy.ts'
import { syncFolder } from './sync-folder.ts'
import type { WriteOptions } from './write-atomic.ts'

export type FolderPlaced =
  | { readonly kind: 'placed' | 'alreadyThere'; readonly path: string }
  | { readonly kind: 'failed'; readonly problem: Problem }

/**
 * Lets a finished set of files appear at once: `temp` (a folder beside `final`, named by tempName) becomes `final`. A
 * `final` with the same content stays as it is, one with other content is a person's and is never touched.
 */
export async function placeFolder(temp: string, final: string, options: WriteOptions = {}): Promise<FolderPlaced> {
  const fs = options.fs ?? realFileSystem
  try {
    if (await exists(final, fs)) {
      if (!(await sameFolder(temp, final, fs))) return failed(problem('folder.set-exists', { path: final }))
      await fs.rm(temp, { recursive: true, force: true })
      return { kind: 'alreadyThere', path: final }
    }
    const code = await retryBusy(() => fs.rename(temp, final), options)
    if (code === null) {
      await syncFolder(dirname(final), fs)
      return { kind: 'placed', path: final }
    }
    const seconds = Math.round((options.waitMs ?? usualWaitMs) / 1000)
    return failed(isBusy(code) ? problem('folder.target-busy', { path: final, seconds, code }) : writeProblem(code, final))
  } catch (error) {
    return failed(writeProblem(errnoOf(error), final))
  }
}

async function exists(path: string, fs: FileSystem): Promise<boolean> {
  try {
    await fs.lstat(path)
    return true
  } catch (error) {
    if (isMissing(errnoOf(error))) return false
    throw error
  }
}

async function sameFolder(one: string, other: string, fs: FileSystem): Promise<boolean> {
  const [first, second] = await Promise.all([contentOf(one, fs), contentOf(other, fs)])
  return first === second
}

/** Names and hashes of all files, in one string. */
async function contentOf(folder: string, fs: FileSystem): Promise<string> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
  const lines: string[] = []
  for (const path of paths) lines.push(`${relative(folder, path)} ${(await hashFile(path, fs)).sha256}`)
  return lines.sort().join('\n')
}

function failed(found: Problem): FolderPlaced {
  return { kind: 'failed', problem: found }
}
