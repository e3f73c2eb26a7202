import { dirname, extname, join } from 'node:path'
import { readNote } from './claim-note.ts'
import { errnoOf } from './errno.ts'
import type { FileSystem } from './file-system.ts'
import { partsOfTaken } from './our-names.ts'
import { returnTo } from './put-back.ts'

/**
 * A file set apart in an input folder whose claim nobody remembers (the `work/` folder was deleted) gets its name back.
 * Null: its claim is known, recoverClaims goes on with it.
 */
export async function restoreTaken(path: string, name: string, workFolder: string, fs: FileSystem): Promise<string | null> {
  const parts = partsOfTaken(name)
  if (parts === null || (await readNote(parts.claimId, workFolder, fs)) !== null) return null
  const ending = extname(parts.name)
  const stem = parts.name.slice(0, parts.name.length - ending.length)
  for (let number = 1; ; number++) {
    const target = join(dirname(path), number === 1 ? parts.name : `${stem} (${number})${ending}`)
    try {
      await returnTo(path, target, fs)
      return target
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error
    }
  }
}
