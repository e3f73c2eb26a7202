import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'

/**
 * Opens a file for yauzl. Its own reader passes offsets from the archive straight to `fs.read`, which throws out of a
 * callback where a forged zip64 record says 2^64: here an offset outside the file is simply nothing read.
 */
export async function openFileReader(path: string): Promise<{ reader: FileReader; size: number }> {
  const handle = await open(path, 'r')
  const { size } = await handle.stat()
  return { reader: new FileReader(handle, size), size }
}

const chunkBytes = 64 * 1024

export class FileReader extends RandomAccessReader {
  readonly #handle: FileHandle
  readonly #size: number
  /** Settles when the handle is closed: on Windows nobody can move the file before. */
  readonly closed: Promise<void>

  constructor(handle: FileHandle, size: number) {
    super()
    this.#handle = handle
    this.#size = size
    this.closed = new Promise((resolve, reject) => {
      this.once('close', resolve)
      this.once('error', reject)
    })
    // Whoever waits hears of it; where nobody waits yet, it is no unhandled rejection.
    this.closed.catch(() => {})
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, done: (error: Error | null) => void): void {
    this.bytesAt(position, length).then(
      (bytes) => {
        bytes.copy(buffer, offset)
        done(bytes.length < length ? new Error('unexpected EOF') : null)
      },
      (error: Error) => done(error),
    )
  }

  /** At most `length` bytes from `position`; fewer where the file ends. */
  async bytesAt(position: number, length: number): Promise<Buffer> {
    const wanted = Math.min(length, this.#size - position)
    if (wanted <= 0) return Buffer.alloc(0)
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(wanted), 0, wanted, position)
    return buffer.subarray(0, bytesRead)
  }

  /** `end` is the first byte that is not wanted. */
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#range(start, end), { objectMode: false })
  }

  async *#range(start: number, end: number): AsyncGenerator<Buffer> {
    for (let position = start; position < end; ) {
      const bytes = await this.bytesAt(position, Math.min(chunkBytes, end - position))
      if (bytes.length === 0) return
      yield bytes
      position += bytes.length
    }
  }

  /** Closes the file where no archive was opened over it. */
  release(): Promise<void> {
    return this.#handle.close()
  }

  override close(done: (error: Error | null) => void): void {
    this.#handle.close().then(
      () => done(null),
      (error: Error) => done(error),
    )
  }
}
