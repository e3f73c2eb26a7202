import { type Place, type Problem, problem } from '../problems/problem.ts'

/** `EBUSY` and the like of an error of the operating system. Anything else is a bug and goes on its way. */
export function errnoOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error) return error.code
  throw error
}

/** Somebody else has the file open, or (as Windows says it with the same codes) the rights are missing. */
export function isBusy(code: string): boolean {
  return busyCodes.has(code)
}

export function isMissing(code: string): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** A write that failed, in the words of the table. */
export function writeProblem(code: string, path: string, place: Place = {}): Problem {
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('folder.disk-full', { path }, place)
  if (rightsCodes.has(code)) return problem('folder.no-rights', { path, code }, place)
  return problem('folder.write-failed', { path, code }, place)
}

/** A folder that could not be listed: absent, forbidden and unreachable are three different errands for a person. */
export function goneProblem(code: string, path: string): Problem {
  if (isMissing(code)) return problem('folder.gone', { path, code })
  if (rightsCodes.has(code)) return problem('folder.no-rights', { path, code })
  return problem('folder.share-lost', { path, code })
}

const busyCodes = new Set(['EPERM', 'EACCES', 'EBUSY'])
const rightsCodes = new Set(['EPERM', 'EACCES', 'EROFS'])
