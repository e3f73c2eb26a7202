import { isSingleByte } from './encoding-name.ts'

export interface Decoder {
  /** The letters that are complete so far; half a letter waits for the next bytes. */
  write(bytes: Uint8Array): string
  end(): string
}

/**
 * Bytes in pieces of any size to text. A mark at the start of the file (BOM) is left out, bytes that make no letter
 * become U+FFFD. TextDecoder, not iconv-lite: on Node 24 it reads 100 MB of UTF-8 in 0.03 s against 0.39 s, and of
 * windows-1251 in 0.18 s against 0.27 s. `midway`: these bytes are not the start of a file, a U+FEFF here is text.
 */
export function createDecoder(encoding: string, midway = false): Decoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: midway })
  return {
    write: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  }
}

export async function* decodeChunks(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = createDecoder(encoding)
  for await (const chunk of chunks) {
    const text = decoder.write(chunk)
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest !== '') yield rest
}

/** The letter of each byte of a single-byte code page; null for the encodings that have none. */
export function lettersOf(encoding: string): Uint16Array | null {
  if (!isSingleByte(encoding)) return null
  const text = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return Uint16Array.from({ length: 256 }, (_, byte) => text.charCodeAt(byte))
}
