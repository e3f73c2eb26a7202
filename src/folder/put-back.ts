import type { ClaimNote } from './claim-note.ts'
import { errnoOf } from './errno.ts'
import type { FileSystem } from './file-system.ts'
import { changed, left, refused, type Taken } from './taken.ts'

/**
 * Gives a file its first place back, where readiness begins anew. Never over a file that 1C has made there meanwhile: a
 * link fails where a rename would overwrite. If the place is taken, the file stays with us.
 */
export async function putBack(note: ClaimNote, from: string, fs: FileSystem): Promise<Taken> {
  try {
    await returnTo(from, note.sourcePath, fs)
    return left(changed(note))
  } catch (error) {
    const code = errnoOf(error)
    return { kind: 'kept', problem: code === 'EEXIST' ? changed(note) : refused(note, code) }
  }
}

/** Throws EEXIST when something stands at `to`. */
export async function returnTo(from: string, to: string, fs: FileSystem): Promise<void> {
  try {
    await fs.link(from, to)
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'EXDEV' || !withoutLinks.has(code)) throw error
    await refuseExisting(to, fs)
    await fs.rename(from, to)
    return
  }
  await fs.unlink(from)
}

// What FAT, exFAT and some SMB servers answer to a hard link.
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'UNKNOWN', 'EISDIR'])

async function refuseExisting(path: string, fs: FileSystem): Promise<void> {
  // `wx` is the one check that the system makes and takes in one step; the file made by it is ours to replace.
  await (await fs.open(path, 'wx')).close()
}
