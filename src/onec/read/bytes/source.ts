import { createReadStream } from 'node:fs'

/** Where bytes come from: a path, or a way to begin reading anew (an entry of a zip). */
export type ByteSource = string | (() => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>)

/** Enough for the disk, little enough for a caller that drains its records after each piece. */
const pieceBytes = 64 * 1024

/** The bytes in pieces of at most `pieceBytes`, none of them empty. Errors of the disk are thrown. */
export async function* readBytes(source: ByteSource | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of await opened(source)) {
    for (let at = 0; at < chunk.length; at += pieceBytes) yield chunk.subarray(at, at + pieceBytes)
  }
}

function opened(source: ByteSource | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>> {
  if (typeof source === 'string') return createReadStream(source, { highWaterMark: pieceBytes })
  return typeof source === 'function' ? source() : source
}
