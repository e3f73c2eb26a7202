import { type ClaimNote, claimedPath } from './claim-note.ts'
import { errnoOf } from './errno.ts'
import type { FileSystem } from './file-system.ts'
import { hashFile } from './hash.ts'
import { putBack } from './put-back.ts'
import { syncFolder } from './sync-folder.ts'
import { takeAcross } from './take-across.ts'
import { changed, isAsSeen, left, refused, type Taken } from './taken.ts'

/**
 * Renames the source into `work/`. A writer that still holds it open writes on there (the rename does not stop it outside
 * Windows), so the file is hashed after the move, and one that is no longer what was judged ready is put back.
 */
export async function takeByMove(note: ClaimNote, workFolder: string, fs: FileSystem): Promise<Taken> {
  const claimed = claimedPath(note, workFolder)
  try {
    if (!isAsSeen(note, await fs.stat(note.sourcePath))) return left(changed(note))
    await fs.rename(note.sourcePath, claimed)
  } catch (error) {
    const code = errnoOf(error)
    return code === 'EXDEV' ? takeAcross(note, workFolder, fs) : left(refused(note, code))
  }
  try {
    const hashed = await hashFile(claimed, fs)
    if (hashed.changed || !isAsSeen(note, { size: hashed.bytes, mtimeMs: hashed.mtimeMs }))
      return await putBack(note, claimed, fs)
    await syncFolder(workFolder, fs)
    return { kind: 'taken', sha256: hashed.sha256, bytes: hashed.bytes }
  } catch (error) {
    return { kind: 'kept', problem: refused(note, errnoOf(error)) }
  }
}
