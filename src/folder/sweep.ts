import { dirname, join } from 'node:path'
import type { Problem } from '../problems/problem.ts'
import { errnoOf, goneProblem, isMissing } from './errno.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'
import type { InputFolder } from './input.ts'
import { isTemp, targetOfAside } from './our-names.ts'
import { restoreTaken } from './restore-taken.ts'
import type { Patience } from './retry-busy.ts'
import { putInPlace } from './write-atomic.ts'

export interface SweepFolders {
  readonly inputs: readonly Pick<InputFolder, 'path' | 'recursive'>[]
  readonly work: string
  /** Folders that we write: answers, archive, failed, state. */
  readonly own: readonly string[]
}

export interface Swept {
  /** Half-made files that were thrown away. */
  readonly removed: readonly string[]
  /** Answers that were complete and now stand in their place. */
  readonly finished: readonly string[]
  /** Inputs that got their own name back. */
  readonly restored: readonly string[]
  readonly problems: readonly Problem[]
}

/** Clears up after a crash, at start and under the lock: it goes by our own names alone. Before recoverClaims. */
export async function sweep(
  folders: SweepFolders,
  options: Patience & { readonly fs?: FileSystem } = { waitMs: 1000 },
): Promise<Swept> {
  const fs = options.fs ?? realFileSystem
  const swept = { removed: [] as string[], finished: [] as string[], restored: [] as string[], problems: [] as Problem[] }
  for (const folder of [folders.work, ...folders.own]) {
    await walk(folder, true, swept.problems, fs, async (path, name) => {
      const target = targetOfAside(name)
      if (isTemp(name)) {
        await fs.rm(path, { recursive: true, force: true })
        swept.removed.push(path)
        return 'done'
      }
      if (target === null) return 'goOn'
      const written = await putInPlace(path, join(dirname(path), target), options)
      if (written.kind === 'written') swept.finished.push(written.path)
      else swept.problems.push(written.problem)
      return 'done'
    })
  }
  for (const input of folders.inputs) {
    await walk(input.path, input.recursive, swept.problems, fs, async (path, name) => {
      const restored = await restoreTaken(path, name, folders.work, fs)
      if (restored !== null) swept.restored.push(restored)
      return 'goOn'
    })
  }
  return swept
}

/** A folder that is not there yet has nothing to sweep; one that cannot be read is reported, and the others go on. */
async function walk(
  folder: string,
  recursive: boolean,
  problems: Problem[],
  fs: FileSystem,
  visit: (path: string, name: string) => Promise<'done' | 'goOn'>,
): Promise<void> {
  try {
    for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if ((await visit(path, entry.name)) === 'goOn' && recursive && entry.isDirectory()) {
        await walk(path, recursive, problems, fs, visit)
      }
    }
  } catch (error) {
    const code = errnoOf(error)
    if (!isMissing(code)) problems.push(goneProblem(code, folder))
  }
}
