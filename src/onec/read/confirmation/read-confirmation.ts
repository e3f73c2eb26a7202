import { type Problem, problem } from '../../../problems/problem.ts'
import { decodeChunks } from '../bytes/decode.ts'
import { type ByteSource, readBytes } from '../bytes/source.ts'
import { numberInLines } from './number-in-lines.ts'
import { numberInXml } from './number-in-xml.ts'

/** Up to which message 1C has taken what was sent to it. */
export interface ReadNumber {
  readonly message: number
}

/**
 * Reads a confirmation (`1c-side.md §8`): a text with the number, lines such as `Сообщение;12`, or a small XML. A file with several
 * numbers confirms the greatest, as each says "up to".
 */
export async function readConfirmation(source: ByteSource, encoding: string): Promise<ReadNumber | Problem> {
  const text = await smallText(source, encoding)
  if (text === null) return problem('confirmation.too-large', { limit: mostLetters / 1024 })
  return /^\s*</.test(text) ? numberInXml(text) : numberInLines(text)
}

const mostLetters = 64 * 1024

async function smallText(source: ByteSource, encoding: string): Promise<string | null> {
  let text = ''
  for await (const piece of decodeChunks(readBytes(source), encoding)) {
    text += piece
    if (text.length > mostLetters) return null
  }
  return text
}
