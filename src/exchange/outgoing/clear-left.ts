import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isTemp } from '../../folder/our-names.ts'

/**
 * Removes what a killed process left half-written in a folder that is not ours and is not swept, where 1C looks. Another exchange may
 * be writing there now: only what is old goes.
 */
export async function clearLeft(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch(() => [])).filter(isTemp)) {
    const path = join(folder, name)
    const info = await stat(path).catch(() => null)
    if (info !== null && info.mtimeMs < Date.now() - hour) await rm(path, { force: true }).catch(() => undefined)
  }
}

const hour = 60 * 60 * 1000
