import { type FileSystem, realFileSystem } from './file-system.ts'
import type { Look, Looks } from './steadiness.ts'
import { type Written, writeAtomic } from './write-atomic.ts'

/** A run by schedule sees each file once. What it saw is kept, so that a file left unfinished is found out some runs later. */
export async function readLooks(path: string, fs: FileSystem = realFileSystem): Promise<Looks> {
  try {
    const entries: unknown = JSON.parse(await fs.readFile(path, 'utf8'))
    return new Map(Array.isArray(entries) ? entries.filter(isEntry) : [])
  } catch {
    // Worth nothing but time: without it every file is looked at twice again.
    return new Map()
  }
}

export function writeLooks(path: string, looks: Looks, fs: FileSystem = realFileSystem): Promise<Written> {
  return writeAtomic(path, JSON.stringify([...looks]), { fs })
}

function isEntry(entry: unknown): entry is [string, Look] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false
  const look: unknown = entry[1]
  if (typeof look !== 'object' || look === null) return false
  return ['size', 'mtimeMs', 'since'].every((key) => typeof (look as Record<string, unknown>)[key] === 'number')
}
