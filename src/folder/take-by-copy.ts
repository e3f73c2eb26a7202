import { join } from 'node:path'
import { type ClaimNote, claimedPath } from './claim-note.ts'
import { copyVerified } from './copy-verified.ts'
import { errnoOf } from './errno.ts'
import type { FileSystem } from './file-system.ts'
import { tempName } from './our-names.ts'
import { syncFolder } from './sync-folder.ts'
import { changed, isAsSeen, left, refused, type Taken } from './taken.ts'

/** Copies the source into `work/` under a temporary name, proves the copy, and lets it appear; the source is not touched. */
export async function takeByCopy(note: ClaimNote, workFolder: string, fs: FileSystem): Promise<Taken> {
  return copyToWork(note, note.sourcePath, workFolder, fs)
}

/** `from`: the source, or the file that was set apart from it. */
export async function copyToWork(note: ClaimNote, from: string, workFolder: string, fs: FileSystem): Promise<Taken> {
  const temp = join(workFolder, tempName())
  try {
    if (!isAsSeen(note, await fs.stat(from))) return left(changed(note))
    const copied = await copyVerified(from, temp, fs)
    if (copied === null || !isAsSeen(note, { size: copied.bytes, mtimeMs: copied.mtimeMs })) {
      await fs.rm(temp, { force: true })
      return left(changed(note))
    }
    await fs.rename(temp, claimedPath(note, workFolder))
    await syncFolder(workFolder, fs)
    return { kind: 'taken', sha256: copied.sha256, bytes: copied.bytes }
  } catch (error) {
    return left(refused(note, errnoOf(error)))
  }
}
