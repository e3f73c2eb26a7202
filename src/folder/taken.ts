import { type Problem, problem } from '../problems/problem.ts'
import type { ClaimNote } from './claim-note.ts'
import { isMissing } from './errno.ts'

/** How an attempt to take a file ended. */
export type Taken =
  | { readonly kind: 'taken'; readonly sha256: string; readonly bytes: number }
  /** The source is in its place, nothing of it is with us. */
  | { readonly kind: 'left'; readonly problem: Problem }
  /** The file is with us, but not as it should be: its note stays, and `recoverClaims` goes on with it. */
  | { readonly kind: 'kept'; readonly problem: Problem }

export function left(found: Problem): Taken {
  return { kind: 'left', problem: found }
}

export function changed(note: ClaimNote): Problem {
  return problem('folder.file-changed', { name: note.name }, { file: note.name })
}

/** Why the operating system did not let us have the file. */
export function refused(note: ClaimNote, code: string): Problem {
  const place = { file: note.name }
  if (isMissing(code)) return problem('folder.file-vanished', { name: note.name }, place)
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('folder.disk-full', { path: note.name }, place)
  return problem('folder.file-busy', { name: note.name, code }, place)
}

/** Is a file still what was judged ready? */
export function isAsSeen(note: ClaimNote, now: { readonly size: number; readonly mtimeMs: number }): boolean {
  return now.size === note.seen.size && now.mtimeMs === note.seen.mtimeMs
}
