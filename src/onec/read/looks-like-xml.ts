import { decodeChunks } from './bytes/decode.ts'
import { type ByteSource, readBytes } from './bytes/source.ts'

/**
 * Is this meant to be XML? Told by the first letters; a declaration or the root of CommerceML after some junk counts too,
 * so that such a file is refused as bad XML, with the place, and not read as a strange table.
 */
export async function looksLikeXml(source: ByteSource, encoding: string): Promise<boolean> {
  let head = ''
  for await (const text of decodeChunks(readBytes(source), encoding)) {
    head += text
    if (head.length >= enough) break
  }
  const start = head.slice(0, enough)
  return /^\s*</.test(start) || /<\?xml[\s?]|<КоммерческаяИнформация[\s>]/.test(start)
}

const enough = 2048
