import { join } from 'node:path'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'
import { numberedName } from './archive.ts'
import { forgetClaim } from './claim-note.ts'
import { errnoOf, writeProblem } from './errno.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'
import { freePlace, moveFile } from './move-file.ts'
import { type Reason, reasonText } from './reason-text.ts'
import type { Patience } from './retry-busy.ts'
import { writeAtomic } from './write-atomic.ts'

export interface BadFile {
  readonly number: number
  readonly name: string
  readonly reason: Reason
  readonly language: Language
}

export type Quarantined =
  | { readonly kind: 'quarantined'; readonly path: string; readonly reasonPath: string }
  | { readonly kind: 'failed'; readonly problem: Problem }

/**
 * `failed/000012 import.xml` and `failed/000012 import.xml.reason.txt` beside it. The reason is written first: a file
 * without one must not lie there, not even after a crash.
 */
export async function quarantine(
  path: string,
  failedFolder: string,
  bad: BadFile,
  options: Patience & { readonly fs?: FileSystem } = {},
): Promise<Quarantined> {
  const fs = options.fs ?? realFileSystem
  try {
    await fs.mkdir(failedFolder, { recursive: true })
    const place = await freePlace(path, join(failedFolder, numberedName(bad.number, bad.name)), fs)
    const reasonPath = `${place.path}.reason.txt`
    const written = await writeAtomic(reasonPath, reasonText(bad.name, bad.reason, bad.language), options)
    if (written.kind === 'failed') return { kind: 'failed', problem: written.problem }
    const moved = await moveFile(path, place.path, options)
    if (moved.kind === 'failed') return moved
    await forgetClaim(path, fs)
    return { kind: 'quarantined', path: moved.path, reasonPath }
  } catch (error) {
    return { kind: 'failed', problem: writeProblem(errnoOf(error), failedFolder) }
  }
}
