import { open } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'

/** Where bytes come from: a path, or a way to begin reading anew (an entry of a zip). */
export type ByteSource = string | (() => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>)

/**
 * Little enough for a caller that drains its records after each piece, and for the piece's text (two bytes a letter) to be no
 * "large object" of V8: those outlive the first collection that meets them and fill the old space.
 */
const pieceBytes = 32 * 1024

/** Read from the disk at once: each reading costs the way to another thread and back. */
const readingBytes = 256 * 1024

/**
 * The bytes in pieces of at most `pieceBytes`, none of them empty. Errors of the disk are thrown. A piece holds good until
 * the next one is asked for: whoever keeps bytes copies them.
 */
export async function* readBytes(source: ByteSource | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (typeof source === 'string') yield* readFile(source)
  else for await (const chunk of typeof source === 'function' ? await source() : source) yield* piecesOf(chunk)
}

// One buffer for the whole file. A read stream makes one for each reading, and they pile up by the hundred, because V8 sees
// only the small objects that hold them.
async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafeSlow(readingBytes)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, readingBytes, null)
      if (bytesRead === 0) return
      for (const piece of piecesOf(buffer.subarray(0, bytesRead))) {
        yield piece
        // A turn of the event loop: signals are heard, and V8 collects when it wants to, not when it must (`bin.ts`).
        await setImmediate()
      }
    }
  } finally {
    await file.close()
  }
}

function* piecesOf(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += pieceBytes) yield chunk.subarray(at, at + pieceBytes)
}
