import { type ClaimNote, claimedPath, takenPath, writeNote } from './claim-note.ts'
import { errnoOf } from './errno.ts'
import type { FileSystem } from './file-system.ts'
import { putBack } from './put-back.ts'
import { retryBusy } from './retry-busy.ts'
import { copyToWork } from './take-by-copy.ts'
import { left, refused, type Taken } from './taken.ts'

/**
 * A move to another device, where a rename cannot go. The source is first set apart in its own folder: from then on 1C
 * may write the next file of that name, and deleting ours cannot hit it.
 */
export async function takeAcross(first: ClaimNote, workFolder: string, fs: FileSystem): Promise<Taken> {
  const note = { ...first, across: true }
  const written = await writeNote(note, workFolder, fs)
  if (written.kind === 'failed') return left(written.problem)
  try {
    await fs.rename(note.sourcePath, takenPath(note))
  } catch (error) {
    return left(refused(note, errnoOf(error)))
  }
  return finishAcross(note, workFolder, fs)
}

/** From the file set apart to the claim; `recoverClaims` enters here after a crash. */
export async function finishAcross(note: ClaimNote, workFolder: string, fs: FileSystem): Promise<Taken> {
  const apart = takenPath(note)
  const taken = await copyToWork(note, apart, workFolder, fs)
  if (taken.kind !== 'taken') {
    const back = await putBack(note, apart, fs)
    return { kind: back.kind === 'left' ? 'left' : 'kept', problem: taken.problem }
  }
  const code = await retryBusy(() => fs.unlink(apart), { waitMs: 1000 })
  if (code === null || code === 'ENOENT') return taken
  // It would be claimed twice. The copy goes, the next round begins again with what was set apart.
  await fs.rm(claimedPath(note, workFolder), { force: true })
  return { kind: 'kept', problem: refused(note, code) }
}
