import type { Readable } from 'node:stream'
import { fromRandomAccessReaderPromise, type ZipFile } from 'yauzl'
import type { Problem } from '../../../problems/problem.ts'
import { at, problem } from '../../../problems/problem.ts'
import { type FileReader, openFileReader } from './file-reader.ts'
import { type ListedEntry, type Listing, listEntries, type ZipLimits } from './list-entries.ts'
import { officeType } from './office-type.ts'
import { verifyEntry } from './verify-entry.ts'
import { problemOfZipError } from './zip-error.ts'

/** A file inside the archive. */
export interface ZipEntry {
  /** With `/` between folders; stays inside whatever folder it is joined to. */
  readonly name: string
  /** Unpacked. */
  readonly bytes: number
  /** The unpacked bytes, already verified once. Several files may be read at a time. */
  read(): Promise<Readable>
}

export interface OpenedZip {
  readonly kind: 'zip'
  /** At least one, in the order of the archive. */
  readonly entries: readonly ZipEntry[]
  /** Folders, pictures and the like, which an exchange has no use for. */
  readonly skipped: number
  /** One `zip.nested` for each archive inside the archive. */
  readonly warnings: readonly Problem[]
  /** Ends whatever is still being read, and settles when the file is free to be moved. */
  close(): Promise<void>
}

export interface RefusedZip {
  readonly kind: 'refused'
  readonly problem: Problem
}

/**
 * Opens an archive as 1C packs it and checks all of it: names, sizes, checksums. Either every file in it can be trusted,
 * or it is refused as a whole and nothing stays open. Errors of the disk are thrown.
 */
export async function openZip(path: string, limits: ZipLimits): Promise<OpenedZip | RefusedZip> {
  const { reader, size } = await openFileReader(path)
  try {
    return await openOver(reader, size, limits)
  } catch (error) {
    await reader.release()
    throw error
  }
}

async function openOver(reader: FileReader, size: number, limits: ZipLimits): Promise<OpenedZip | RefusedZip> {
  const zip = await openDirectory(reader, size)
  if ('code' in zip) return refused(zip, reader)
  const listing = await checked(zip, reader, size, limits)
  if ('code' in listing) return refused(listing, reader, zip)
  return opened(zip, reader, listing)
}

async function openDirectory(reader: FileReader, size: number): Promise<ZipFile | Problem> {
  try {
    return await fromRandomAccessReaderPromise(reader, size, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    })
  } catch (error) {
    if (error instanceof Error && /End of central directory record/.test(error.message)) return notFound(reader)
    return problemOfZipError(error, {})
  }
}

/** No directory at the end: half a zip, or none at all. */
async function notFound(reader: FileReader): Promise<Problem> {
  const start = await reader.bytesAt(0, 4)
  return problem(start.equals(localHeader) ? 'zip.truncated' : 'zip.not-zip')
}

const localHeader = Buffer.from('PK\x03\x04', 'latin1')
const directoryHeader = Buffer.from('PK\x01\x02', 'latin1')

async function checked(zip: ZipFile, reader: FileReader, size: number, limits: ZipLimits): Promise<Listing | Problem> {
  try {
    const listing = await listEntries(zip, size, limits)
    if ('code' in listing) return listing
    const office = officeType(listing.entries.map(({ name }) => name))
    if (office !== null) return problem('file.office', { type: office })
    if (await holdsMore(zip, reader)) return problem('zip.damaged', { detail: 'more files than counted' })
    if (listing.entries.length === 0) return problem('zip.empty')
    for (const entry of listing.entries) {
      const found = await verifyEntry(zip, entry, limits)
      if (found !== null) return found
    }
    return listing
  } catch (error) {
    return problemOfZipError(error, {})
  }
}

/** The count at the end of the archive has 16 bits, and some packers let it run over: files would be lost unseen. */
async function holdsMore(zip: ZipFile, reader: FileReader): Promise<boolean> {
  const next = await reader.bytesAt(Number(zip.readEntryCursor), 4)
  return next.equals(directoryHeader)
}

async function refused(found: Problem, reader: FileReader, zip?: ZipFile): Promise<RefusedZip> {
  // Where yauzl found no directory there is nothing of its own to close the reader.
  if (zip === undefined) await reader.release()
  else await closed(zip, reader)
  return { kind: 'refused', problem: found }
}

function opened(zip: ZipFile, reader: FileReader, listing: Listing): OpenedZip {
  const open = new Set<Readable>()
  return {
    kind: 'zip',
    entries: listing.entries.map((entry) => readable(zip, entry, open)),
    skipped: listing.skipped,
    warnings: listing.nested.map((name) => at(problem('zip.nested', { name }), { file: name })),
    async close() {
      for (const stream of open) stream.destroy()
      await closed(zip, reader)
    },
  }
}

/** yauzl closes the reader when the last stream has let go of it. */
async function closed(zip: ZipFile, reader: FileReader): Promise<void> {
  zip.close()
  await reader.closed
}

function readable(zip: ZipFile, { name, raw }: ListedEntry, open: Set<Readable>): ZipEntry {
  return {
    name,
    bytes: raw.uncompressedSize,
    async read() {
      const stream = await zip.openReadStreamPromise(raw)
      open.add(stream)
      stream.once('close', () => open.delete(stream))
      return stream
    },
  }
}
