import { join } from 'node:path'
import { forgetClaim } from './claim-note.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'
import { type Moved, moveFile } from './move-file.ts'
import type { Patience } from './retry-busy.ts'
import { safeName } from './safe-name.ts'

export interface ArchiveEntry {
  /** `2026-11-21`: the day that the run counts as its own. */
  readonly day: string
  /** Of the file among all files ever taken; keeps two `import.xml` of a day apart and in order. */
  readonly number: number
  readonly name: string
}

/** `archive/2026-11-21/000012 import0_1.xml`. The original, byte for byte; nothing there is ever overwritten. */
export async function archiveFile(
  claimed: string,
  archiveFolder: string,
  entry: ArchiveEntry,
  options: Patience & { readonly fs?: FileSystem } = {},
): Promise<Moved> {
  const moved = await moveFile(claimed, join(archiveFolder, entry.day, numberedName(entry.number, entry.name)), options)
  if (moved.kind === 'moved') await forgetClaim(claimed, options.fs ?? realFileSystem)
  return moved
}

/** `000012 import0_1.xml`, with nothing in it that Windows refuses. */
export function numberedName(number: number, name: string): string {
  return `${String(number).padStart(6, '0')} ${safeName(name)}`
}
