import type { Entry, ZipFile } from 'yauzl'
import type { Problem } from '../../../problems/problem.ts'
import { problem } from '../../../problems/problem.ts'
import { entryName } from './entry-name.ts'
import { isArchive, isOfNoUse, leavesFolder } from './entry-place.ts'

/** How much an archive may hold. Pictures and other files that are not read do not count. */
export interface ZipLimits {
  readonly maxEntries: number
  /** Unpacked, all files together. */
  readonly maxBytes: number
  /** Unpacked size to packed size, of a file and of the whole archive. */
  readonly maxRatio: number
}

export interface ListedEntry {
  readonly name: string
  readonly raw: Entry
}

export interface Listing {
  readonly entries: readonly ListedEntry[]
  /** Folders, pictures, what Mac and Windows leave behind. */
  readonly skipped: number
  /** Names of archives inside the archive. */
  readonly nested: readonly string[]
}

/**
 * The directory of the archive, judged by what it says of itself; whether it tells the truth is `verifyEntry`'s question.
 * One bad name condemns the whole archive: whoever made it meant harm, or did not pack what he thinks.
 */
export async function listEntries(zip: ZipFile, archiveBytes: number, limits: ZipLimits): Promise<Listing | Problem> {
  const entries: ListedEntry[] = []
  const nested: string[] = []
  const seen = new Set<string>()
  let skipped = 0
  let bytes = 0
  for await (const raw of zip.eachEntry()) {
    const name = entryName({
      bytes: raw.fileNameRaw,
      utf8: (raw.generalPurposeBitFlag & 0x800) !== 0,
      extraFields: raw.extraFields,
    })
    if (leavesFolder(name) || isLink(raw)) return problem('zip.path-leaves', { name: shown(name) })
    if (isOfNoUse(name)) skipped++
    else if (isArchive(name)) nested.push(name)
    else {
      const found = judge(raw, name, limits) ?? unique(name, seen)
      if (found !== null) return found
      entries.push({ name, raw })
      bytes += raw.uncompressedSize
      if (entries.length > limits.maxEntries) return problem('zip.too-many', { limit: limits.maxEntries })
      if (bytes > limits.maxBytes) return problem('zip.too-big', { bytes, limit: limits.maxBytes })
    }
  }
  if (growsTooMuch(bytes, archiveBytes, limits)) return problem('zip.bomb', { name: entries[0]!.name, limit: limits.maxRatio })
  return { entries, skipped, nested }
}

/** Below this size no ratio harms anybody, and a small file of blanks has an enormous one. */
const harmless = 1024 * 1024

function judge(raw: Entry, name: string, limits: ZipLimits): Problem | null {
  if (raw.isEncrypted()) return problem('zip.encrypted', { name })
  if (!raw.canDecodeFileData()) return problem('zip.unsupported', { detail: `${name}: method ${raw.compressionMethod}` })
  if (growsTooMuch(raw.uncompressedSize, raw.compressedSize, limits)) return problem('zip.bomb', { name, limit: limits.maxRatio })
  return null
}

function growsTooMuch(unpacked: number, packed: number, limits: ZipLimits): boolean {
  return unpacked > harmless && unpacked > packed * limits.maxRatio
}

/** Windows takes `A.xml` and `a.xml` for one file. */
function unique(name: string, seen: Set<string>): Problem | null {
  const key = name.toLowerCase()
  if (seen.has(key)) return problem('zip.duplicate', { name })
  seen.add(key)
  return null
}

/** A symbolic link packed on Unix: its content is a path to anywhere. */
function isLink(raw: Entry): boolean {
  return raw.versionMadeBy >>> 8 === 3 && ((raw.externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

function shown(name: string): string {
  return name.replaceAll(/[\u0000-\u001f\u007f]/g, '?')
}
