import { crc32 } from 'node:zlib'
import type { ZipFile } from 'yauzl'
import type { Problem } from '../../../problems/problem.ts'
import { problem } from '../../../problems/problem.ts'
import type { ListedEntry } from './list-entries.ts'
import { problemOfZipError } from './zip-error.ts'

/**
 * Unpacks the file once, keeping nothing: is it as long as the directory says, and is its checksum right? Stops at the
 * first byte too many. Done before anything is read from the archive, so that no row of a spoilt file is ever used.
 */
export async function verifyEntry(
  zip: ZipFile,
  entry: ListedEntry,
  limits: { readonly maxRatio: number },
): Promise<Problem | null> {
  const { raw, name } = entry
  let bytes = 0
  let sum = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(raw)) {
      bytes += chunk.length
      if (bytes > raw.uncompressedSize) return problem('zip.bomb', { name, limit: limits.maxRatio })
      sum = crc32(chunk, sum)
    }
  } catch (error) {
    return problemOfZipError(error, { file: name })
  }
  return bytes === raw.uncompressedSize && sum === raw.crc32 ? null : problem('zip.crc', { name })
}
