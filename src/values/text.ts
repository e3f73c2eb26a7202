import type { ProblemCode } from '../problems/table.ts'

/**
 * The text without the padding that 1C puts around it: fixed-length attributes come padded with spaces (`796␠`,
 * `1c-side.md §3.2`), numbers with NBSP, copied text with zero-width signs. Inside nothing changes.
 */
export function tidy(text: string): string {
  const trimmed = text.trim()
  const [first, last] = [trimmed.charCodeAt(0), trimmed.charCodeAt(trimmed.length - 1)]
  return isZeroWidth(first) || isZeroWidth(last) ? tidy(withoutZeroWidthEdges(trimmed)) : trimmed
}

/** The text in one line: every run of line breaks and tabs, with the spaces around it, becomes one space. */
export function oneLine(text: string): string {
  if (!lineBreaks.test(text)) return tidy(text)
  const parts = text.split(/[\r\n\t\v\f\u0085\u2028\u2029]+/).map(tidy)
  return parts.filter((part) => part !== '').join(' ')
}

const lineBreaks = /[\r\n\t\v\f\u0085\u2028\u2029]/

/** The text with every run of white space, of whatever kind, made one space. */
export function squeeze(text: string): string {
  return tidy(/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text)
}

/**
 * What two names have in common that 1C means to be the same: `Дата Оплаты` and `датаоплаты` (`1c-side.md §4`). ё and е
 * stay apart, as they do in 1C.
 */
export function compareKey(text: string): string {
  if (text.length > longestName) return keyOf(text)
  const known = keys.get(text)
  if (known !== undefined) return known
  if (keys.size >= mostKeys) keys.clear()
  // A copy: the text is most often a piece of a record, and a map must not keep that alive.
  const own = Buffer.from(text, 'utf16le').toString('utf16le')
  const key = keyOf(own)
  keys.set(own, key)
  return key
}

// A file compares the same few names of requisites and fields millions of times.
const keys = new Map<string, string>()
const mostKeys = 2000
const longestName = 64

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[\s\u200B-\u200D\u2060\uFEFF]+/g, '')
}

/**
 * Tells text that lost its letters on the way. U+FFFD: bytes were read in a wrong encoding. Question marks: 1C wrote
 * Cyrillic in the ANSI page of an English Windows (`1c-side.md §7`); that turns every Cyrillic letter of the value into
 * `?`, so a value is broken where three or more stand in a row at the start of a word and no Cyrillic letter is left. «Что???»
 * and «Цена ???» are people asking, and so is `iPhone ???`: three at the end, after other words and the only ones.
 */
export function brokenText(text: string): ProblemCode | null {
  if (text.includes('\uFFFD')) return 'text.wrong-encoding'
  return lostItsLetters(text) ? 'text.question-marks' : null
}

function lostItsLetters(text: string): boolean {
  if (!text.includes('???') || /\p{Script=Cyrillic}/u.test(text) || /^[^?]*[^?\s][^?]*\?{3}$/.test(text)) return false
  return /(?<![\p{L}\p{N}?!.,)])\?{3,}/u.test(text)
}

function withoutZeroWidthEdges(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isZeroWidth(text.charCodeAt(start))) start += 1
  while (end > start && isZeroWidth(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function isZeroWidth(code: number): boolean {
  return (code >= 0x200b && code <= 0x200d) || code === 0x2060
}
