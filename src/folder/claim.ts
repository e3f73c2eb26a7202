import type { Problem } from '../problems/problem.ts'
import { type ClaimNote, claimedPath, newNote, removeNote, writeNote } from './claim-note.ts'
import { clearMarker } from './clear-marker.ts'
import { errnoOf, writeProblem } from './errno.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'
import type { InputFile } from './input.ts'
import { takeByCopy } from './take-by-copy.ts'
import { takeByMove } from './take-by-move.ts'
import type { Taken } from './taken.ts'

/** A file that is ours: nobody else knows its name, and its bytes are the ones that were hashed. */
export interface Claim {
  readonly kind: 'claimed'
  /** In `work/`. */
  readonly path: string
  /** As 1C named it. */
  readonly name: string
  /** Where it came from; with `take: 'copy'` it is still there. */
  readonly sourcePath: string
  readonly bytes: number
  readonly sha256: string
  /** Of the source, as it was judged ready. */
  readonly mtimeMs: number
  /** What went wrong beside the claim: a marker that could not be removed. */
  readonly problems: readonly Problem[]
}

/** The file stays where it is, or in the keeping of `recoverClaims`; a later round tries again. */
export interface NotNow {
  readonly kind: 'notNow'
  readonly problem: Problem
}

export interface ClaimOptions {
  readonly take: 'move' | 'copy'
  /** The file's own marker, see markerFor. A marker for the whole folder is cleared by the caller, after the last file. */
  readonly marker?: string | null
  readonly fs?: FileSystem
}

/**
 * Takes a ready file into `workFolder`. At any moment its bytes lie, complete, in the input folder or in `work/`: a crash
 * between two steps costs nothing but a `recoverClaims` at the next start.
 */
export async function claimFile(input: InputFile, workFolder: string, options: ClaimOptions): Promise<Claim | NotNow> {
  const fs = options.fs ?? realFileSystem
  try {
    const note = await newNote(input, options.take, options.marker ?? null, fs)
    await fs.mkdir(workFolder, { recursive: true })
    const written = await writeNote(note, workFolder, fs)
    if (written.kind === 'failed') return { kind: 'notNow', problem: written.problem }
    const taken = await (options.take === 'copy' ? takeByCopy : takeByMove)(note, workFolder, fs)
    if (taken.kind === 'taken') return claimOf(note, workFolder, taken, await clearMarker(options.marker ?? null, fs))
    if (taken.kind === 'left') await removeNote(note.id, workFolder, fs)
    return { kind: 'notNow', problem: taken.problem }
  } catch (error) {
    return { kind: 'notNow', problem: writeProblem(errnoOf(error), workFolder) }
  }
}

export function claimOf(
  note: ClaimNote,
  workFolder: string,
  taken: Extract<Taken, { kind: 'taken' }>,
  problems: Problem[],
): Claim {
  return Object.freeze({
    kind: 'claimed',
    path: claimedPath(note, workFolder),
    name: note.name,
    sourcePath: note.sourcePath,
    bytes: taken.bytes,
    sha256: taken.sha256,
    mtimeMs: note.seen.mtimeMs,
    problems,
  })
}
