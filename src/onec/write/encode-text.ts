import iconv from 'iconv-lite'
import { fitsCp1251, substituteForCp1251 } from './cp1251-letters.ts'

export type TextEncoding = 'utf-8-bom' | 'utf-8' | 'windows-1251'

/** What an encoding could not hold. `substituted`: written another way (`₽` → `руб.`). `lost`: written as `?`. */
export interface EncodingLoss {
  readonly substituted: number
  readonly lost: number
  /** The letters in question, each once, at most twenty. */
  readonly letters: string
}

/**
 * The text as bytes. `onLoss` is called once, at the end, if some letter could not be written as it was: windows-1251 has
 * 255 letters, and iconv-lite would put `?` without a word (`dependencies.md §1`). A letter in two halves at the border
 * of two chunks is kept together.
 */
export async function* encodeText(
  chunks: AsyncIterable<string> | Iterable<string>,
  encoding: TextEncoding,
  onLoss?: (loss: EncodingLoss) => void,
): AsyncGenerator<Uint8Array> {
  const losses = { substituted: 0, lost: 0, letters: new Set<string>() }
  const encode = encoding === 'windows-1251' ? (text: string) => toCp1251(text, losses) : toUtf8
  if (encoding === 'utf-8-bom') yield Uint8Array.of(0xef, 0xbb, 0xbf)
  let half = ''
  for await (const chunk of chunks) {
    const text = half + chunk
    half = endsInHalf(text) ? text.slice(-1) : ''
    const whole = half === '' ? text : text.slice(0, -1)
    if (whole !== '') yield encode(whole)
  }
  if (half !== '') yield encode(half)
  if (losses.letters.size > 0) onLoss?.({ ...losses, letters: [...losses.letters].join('') })
}

interface Losses {
  substituted: number
  lost: number
  readonly letters: Set<string>
}

const mostLetters = 20

function toUtf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}

function toCp1251(text: string, losses: Losses): Uint8Array {
  if (fitsCp1251(text)) return iconv.encode(text, 'windows-1251')
  const letters = [...text].map((letter) => (fitsCp1251(letter) ? letter : replaced(letter, losses)))
  return iconv.encode(letters.join(''), 'windows-1251')
}

function replaced(letter: string, losses: Losses): string {
  const substitute = substituteForCp1251(letter)
  if (substitute === null) losses.lost++
  else losses.substituted++
  if (losses.letters.size < mostLetters) losses.letters.add(letter)
  return substitute ?? '?'
}

function endsInHalf(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff
}
