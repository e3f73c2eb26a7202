import { createHash } from 'node:crypto'
import { type FileSystem, realFileSystem } from './file-system.ts'

export interface Hashed {
  readonly sha256: string
  readonly bytes: number
  /** The file's own time, after the last byte was read. */
  readonly mtimeMs: number
  /** Did size or time move during the reading? */
  readonly changed: boolean
}

/** SHA-256 (hex) of a file's bytes. Throws the errors of the operating system. */
export async function hashFile(path: string, fs: FileSystem = realFileSystem): Promise<Hashed> {
  const handle = await fs.open(path, 'r')
  try {
    const before = await handle.stat()
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 })) {
      hash.update(chunk)
      bytes += chunk.length
    }
    const { size, mtimeMs } = await handle.stat()
    const changed = size !== before.size || mtimeMs !== before.mtimeMs || size !== bytes
    return { sha256: hash.digest('hex'), bytes, mtimeMs, changed }
  } finally {
    await handle.close()
  }
}
