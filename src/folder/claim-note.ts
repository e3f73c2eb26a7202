import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { errnoOf, isMissing } from './errno.ts'
import type { FileSystem } from './file-system.ts'
import type { InputFile } from './input.ts'
import { takenName } from './our-names.ts'
import { safeName } from './safe-name.ts'
import { type Written, writeAtomic } from './write-atomic.ts'

/**
 * What a claim is about to do, written before the first step and removed when the file has left `work/`: with it a next
 * start finishes, or takes back, a claim that a crash cut short.
 */
export interface ClaimNote {
  readonly id: string
  readonly take: 'move' | 'copy'
  readonly name: string
  readonly sourcePath: string
  /** How the file looked when it was judged ready. */
  readonly seen: { readonly size: number; readonly mtimeMs: number }
  /** The file's own marker, to be removed with it; its time tells it from the marker of the next file of that name. */
  readonly marker: { readonly path: string; readonly mtimeMs: number } | null
  /** `work/` lies on another device: the source is set apart (takenPath) and copied. */
  readonly across: boolean
}

export async function newNote(
  input: InputFile,
  take: 'move' | 'copy',
  marker: string | null,
  fs: FileSystem,
): Promise<ClaimNote> {
  const seen = { size: input.size, mtimeMs: input.mtimeMs }
  const markerSeen = marker === null ? null : await timeOf(marker, fs)
  const kept = marker !== null && markerSeen !== null ? { path: marker, mtimeMs: markerSeen } : null
  return { id: newId(), take, name: input.name, sourcePath: input.path, seen, marker: kept, across: false }
}

export async function timeOf(path: string, fs: FileSystem): Promise<number | null> {
  try {
    return (await fs.lstat(path)).mtimeMs
  } catch (error) {
    if (isMissing(errnoOf(error))) return null
    throw error
  }
}

/** Where the file lies while it is worked on. */
export function claimedPath(note: ClaimNote, workFolder: string): string {
  return join(workFolder, `${note.id} ${safeName(note.name)}`)
}

/** Where an input on another device waits, in its own folder, while it is copied. */
export function takenPath(note: ClaimNote): string {
  return join(dirname(note.sourcePath), takenName(note.id, note.name))
}

function notePath(id: string, workFolder: string): string {
  return join(workFolder, `${id}${noteEnding}`)
}

export function writeNote(note: ClaimNote, workFolder: string, fs: FileSystem): Promise<Written> {
  return writeAtomic(notePath(note.id, workFolder), JSON.stringify(note), { fs })
}

/** Null when there is none, or none that can be read. */
export async function readNote(id: string, workFolder: string, fs: FileSystem): Promise<ClaimNote | null> {
  try {
    return JSON.parse(await fs.readFile(notePath(id, workFolder), 'utf8')) as ClaimNote
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(errnoOf(error))) return null
    throw error
  }
}

export async function removeNote(id: string, workFolder: string, fs: FileSystem): Promise<void> {
  await fs.rm(notePath(id, workFolder), { force: true })
}

/** For a file that has left `work/`. */
export async function forgetClaim(path: string, fs: FileSystem): Promise<void> {
  const id = claimIdOf(basename(path))
  if (id !== null) await removeNote(id, dirname(path), fs)
}

/** The claim that a name in `work/` belongs to, a note or a file, or null. */
export function claimIdOf(name: string): string | null {
  return /^(\d{8}T\d{9}-[0-9a-f]{8})(?: |\.claim\.json$)/.exec(name)?.[1] ?? null
}

const noteEnding = '.claim.json'

/** Sorts by time for the eye; what keeps two apart is the random part. */
function newId(): string {
  return `${new Date().toISOString().replaceAll(/[-:.Z]/g, '')}-${randomBytes(4).toString('hex')}`
}
