import { join } from 'node:path'
import type { Problem } from '../problems/problem.ts'
import { type Claim, claimOf } from './claim.ts'
import { type ClaimNote, claimedPath, claimIdOf, readNote, removeNote, takenPath, timeOf } from './claim-note.ts'
import { clearMarker } from './clear-marker.ts'
import { errnoOf, isMissing, writeProblem } from './errno.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'
import { hashFile } from './hash.ts'
import { putBack } from './put-back.ts'
import { retryBusy } from './retry-busy.ts'
import { finishAcross } from './take-across.ts'
import { isAsSeen, refused, type Taken } from './taken.ts'

export interface Recovered {
  /** Files in `work/` that wait to be worked on, oldest claim first. */
  readonly claims: readonly Claim[]
  readonly problems: readonly Problem[]
}

/**
 * Goes on with what an earlier process, or an earlier round, has taken and not brought to its end. Cheap when `work/` is
 * empty, so it may open every round; only the holder of the lock may call it, and not while it works on a claim.
 */
export async function recoverClaims(workFolder: string, fs: FileSystem = realFileSystem): Promise<Recovered> {
  const claims: Claim[] = []
  const problems: Problem[] = []
  try {
    const names = (await fs.readdir(workFolder)).sort()
    for (const id of new Set(names.map(claimIdOf).filter((found) => found !== null))) {
      const file = names.find((name) => name.startsWith(`${id} `)) ?? null
      const note = (await readNote(id, workFolder, fs)) ?? (file === null ? null : await strayNote(id, file, workFolder, fs))
      if (note === null) {
        await removeNote(id, workFolder, fs)
        continue
      }
      const taken = file === null ? await withoutFile(note, workFolder, fs) : await withFile(note, workFolder, fs)
      if (taken?.kind === 'taken') claims.push(claimOf(note, workFolder, taken, await clearOldMarker(note, fs)))
      else if (taken !== null) problems.push(taken.problem)
      if (taken?.kind === 'left' || taken === null) await removeNote(id, workFolder, fs)
    }
  } catch (error) {
    const code = errnoOf(error)
    if (!isMissing(code)) problems.push(writeProblem(code, workFolder))
  }
  return { claims, problems }
}

/** The file had arrived. A moved one must still be what was judged ready; a copied one was proved before it appeared. */
async function withFile(note: ClaimNote, workFolder: string, fs: FileSystem): Promise<Taken> {
  const path = claimedPath(note, workFolder)
  try {
    const code = note.across ? await retryBusy(() => fs.unlink(takenPath(note)), { waitMs: 1000 }) : null
    if (code !== null && code !== 'ENOENT') return { kind: 'kept', problem: refused(note, code) }
    const hashed = await hashFile(path, fs)
    const asSeen = note.take === 'copy' || note.across || isAsSeen(note, { size: hashed.bytes, mtimeMs: hashed.mtimeMs })
    if (asSeen && !hashed.changed) return { kind: 'taken', sha256: hashed.sha256, bytes: hashed.bytes }
    const back = await putBack(note, path, fs)
    // 1C has a new file of that name in the old place: what we have is read as it is, and found to be cut off if it is.
    if (back.kind === 'kept' && !hashed.changed) return { kind: 'taken', sha256: hashed.sha256, bytes: hashed.bytes }
    return back
  } catch (error) {
    return { kind: 'kept', problem: refused(note, errnoOf(error)) }
  }
}

/** Nothing had arrived: the source is in its place, or set apart. Null: there is nothing to go on with. */
async function withoutFile(note: ClaimNote, workFolder: string, fs: FileSystem): Promise<Taken | null> {
  if (!note.across) return null
  try {
    return (await timeOf(takenPath(note), fs)) === null ? null : await finishAcross(note, workFolder, fs)
  } catch (error) {
    return { kind: 'kept', problem: refused(note, errnoOf(error)) }
  }
}

/** A file whose note was lost is worked on all the same; it only has forgotten where it came from. */
async function strayNote(id: string, file: string, workFolder: string, fs: FileSystem): Promise<ClaimNote> {
  const path = join(workFolder, file)
  const { size, mtimeMs } = await fs.stat(path)
  return {
    id,
    take: 'move',
    name: file.slice(id.length + 1),
    sourcePath: path,
    seen: { size, mtimeMs },
    marker: null,
    across: false,
  }
}

async function clearOldMarker(note: ClaimNote, fs: FileSystem): Promise<Problem[]> {
  if (note.marker === null) return []
  try {
    return (await timeOf(note.marker.path, fs)) === note.marker.mtimeMs ? await clearMarker(note.marker.path, fs) : []
  } catch (error) {
    errnoOf(error)
    return []
  }
}
