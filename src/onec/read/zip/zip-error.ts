import type { Place, Problem } from '../../../problems/problem.ts'
import { problem } from '../../../problems/problem.ts'

/**
 * What yauzl or zlib found wrong with the archive. Errors of the disk (EBUSY, EIO …) are thrown on: they say nothing
 * about the archive.
 */
export function problemOfZipError(error: unknown, place: Place): Problem {
  if (!(error instanceof Error) || 'syscall' in error) throw error
  const detail = error.message.split('\n')[0]!.slice(0, 120)
  if (/strong encryption/.test(detail)) return problem('zip.encrypted', { name: place.file ?? '' }, place)
  if (/multi-disk/.test(detail)) return problem('zip.unsupported', { detail }, place)
  return problem('zip.damaged', { detail }, place)
}
