import { createHash } from 'node:crypto'
import type { FileSystem } from './file-system.ts'
import { hashFile } from './hash.ts'

export interface Copied {
  readonly sha256: string
  readonly bytes: number
  readonly mtimeMs: number
}

/**
 * Copies `from` into a new file `to` (on the disk when this returns), then reads both again. Null: the source moved
 * meanwhile, or the copy came out different; `to` is removed. Throws the errors of the operating system.
 */
export async function copyVerified(from: string, to: string, fs: FileSystem): Promise<Copied | null> {
  try {
    const written = await copy(from, to, fs)
    const source = await hashFile(from, fs)
    const target = await hashFile(to, fs)
    if (!source.changed && source.sha256 === written && target.sha256 === written) {
      return { sha256: written, bytes: source.bytes, mtimeMs: source.mtimeMs }
    }
    await fs.rm(to, { force: true })
    return null
  } catch (error) {
    await fs.rm(to, { force: true }).catch(() => undefined)
    throw error
  }
}

async function copy(from: string, to: string, fs: FileSystem): Promise<string> {
  const source = await fs.open(from, 'r')
  try {
    const target = await fs.open(to, 'wx')
    try {
      const hash = createHash('sha256')
      for await (const chunk of source.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 })) {
        hash.update(chunk)
        await target.writeFile(chunk)
      }
      await target.sync()
      return hash.digest('hex')
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}
