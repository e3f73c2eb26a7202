import type { NameTable } from './fast-names.ts'

/**
 * How a step of the byte reader ended. `more`: the window ends within it. `odd`: something that only the strict reader
 * judges. Both leave the scan anywhere: the caller goes back to where it knew its way.
 */
export type Step = 'done' | 'more' | 'odd'

/** The window of the file that is being read, and where the reading stands. */
export interface Scan {
  /** Zeros stand behind `end`, at least `slack` of them, so that a look ahead meets no letter. */
  bytes: Uint8Array
  end: number
  at: number
  line: number
  /** The column of a byte is `at - columnBase`: a letter of several bytes moves this on by those beyond its first. */
  columnBase: number
  /** Values of the record that is being read, as UTF-16; never shorter than the window. */
  units: Uint16Array
  out: number
  /** Letters of a single-byte code page; null for UTF-8. */
  readonly letters: Uint16Array | null
  readonly names: NameTable
  /** Attributes of the record, in document order: name, start and end of the value in `units`. */
  attributeName: Int32Array
  attributeFrom: Int32Array
  attributeTo: Int32Array
  attributes: number
  /** The start tag that was read last. */
  tagName: number
  tagCloses: boolean
}

export const slack = 16

export const lineFeed = 0x0a
export const carriageReturn = 0x0d
export const space = 0x20
export const bang = 0x21
export const doubleQuote = 0x22
export const hash = 0x23
export const ampersand = 0x26
export const singleQuote = 0x27
export const dash = 0x2d
export const slash = 0x2f
export const semicolon = 0x3b
export const less = 0x3c
export const equals = 0x3d
export const greater = 0x3e
export const question = 0x3f
export const openBracket = 0x5b
export const closeBracket = 0x5d

/** The reading met a byte that it cannot go past: more may explain it, where the window ends just behind. */
export function stuck(scan: Scan): Step {
  return scan.end - scan.at < 8 ? 'more' : 'odd'
}

/** Passes a line end at `at`, CRLF as one. False where the window ends after a CR. */
export function passLineEnd(scan: Scan): boolean {
  const { bytes, at } = scan
  let length = 1
  if (bytes[at] === carriageReturn) {
    if (at + 1 >= scan.end) return false
    if (bytes[at + 1] === lineFeed) length = 2
  }
  scan.at = at + length
  scan.line += 1
  scan.columnBase = scan.at - 1
  return true
}

export function isBlankRun({ units, out }: Scan, from: number): boolean {
  for (let at = from; at < out; at += 1) {
    const unit = units[at]!
    if (unit !== space && unit !== lineFeed && unit !== 9 && unit !== carriageReturn) return false
  }
  return true
}
