import { copyPlain, stopsAt } from './fast-copy.ts'
import { internName } from './fast-names.ts'
import { passReference } from './fast-reference.ts'
import {
  ampersand,
  carriageReturn,
  doubleQuote,
  equals,
  greater,
  lineFeed,
  passLineEnd,
  type Scan,
  type Step,
  singleQuote,
  slash,
  space,
  stuck,
} from './fast-scan.ts'

/** A start tag, with `at` on its `<`. Fills `tagName`, `tagCloses` and the attributes from `scan.attributes` on. */
export function passStartTag(scan: Scan): Step {
  const { bytes } = scan
  const firstAttribute = scan.attributes
  scan.at += 1
  const name = passName(scan)
  if (name < 0) return name === needsMore ? 'more' : 'odd'
  for (;;) {
    const spaced = isSpace(bytes[scan.at]!)
    if (spaced && !passSpace(scan)) return 'more'
    const byte = bytes[scan.at]!
    if (byte === greater) return endTag(scan, name, false, 1)
    if (byte === slash) {
      if (scan.at + 1 >= scan.end) return 'more'
      return bytes[scan.at + 1] === greater ? endTag(scan, name, true, 2) : 'odd'
    }
    if (scan.at >= scan.end) return 'more'
    if (!spaced) return 'odd'
    const step = passAttribute(scan, firstAttribute)
    if (step !== 'done') return step
  }
}

/** An end tag, with `at` on its `<`, that must name the element `name`. */
export function passEndTag(scan: Scan, name: number): Step {
  const { bytes, names } = scan
  const { pool } = names
  const stop = names.starts[name + 1]!
  let at = scan.at + 2
  for (let own = names.starts[name]!; own < stop; own += 1, at += 1) {
    if (bytes[at] !== pool[own]) return at >= scan.end ? 'more' : 'odd'
  }
  scan.at = at
  scan.columnBase += names.extra[name]!
  if (isSpace(bytes[at]!) && !passSpace(scan)) return 'more'
  if (bytes[scan.at] !== greater) return scan.at >= scan.end ? 'more' : 'odd'
  scan.at += 1
  return 'done'
}

function endTag(scan: Scan, name: number, closes: boolean, length: number): Step {
  scan.tagName = name
  scan.tagCloses = closes
  scan.at += length
  return 'done'
}

const needsMore = -2

/** The number of the name at `at`, `needsMore`, or -1 for what is no name. */
function passName(scan: Scan): number {
  const { bytes } = scan
  const from = scan.at
  let at = from
  let hash = 0
  for (let byte = bytes[at]!; nameEnds[byte] === 0; byte = bytes[++at]!) hash = (Math.imul(hash, 31) + byte) | 0
  if (at >= scan.end) return needsMore
  const name = internName(scan.names, bytes, from, at, hash)
  if (name < 0) return -1
  scan.at = at
  scan.columnBase += scan.names.extra[name]!
  return name
}

const nameEnds = new Uint8Array(256)
nameEnds.fill(1, 0, 33)
for (const byte of [slash, greater, equals]) nameEnds[byte] = 1

function passAttribute(scan: Scan, first: number): Step {
  const { bytes } = scan
  const name = passName(scan)
  if (name < 0) return name === needsMore ? 'more' : 'odd'
  for (let index = first; index < scan.attributes; index += 1) if (scan.attributeName[index] === name) return 'odd'
  if (!passSpace(scan)) return 'more'
  if (bytes[scan.at] !== equals) return scan.at >= scan.end ? 'more' : 'odd'
  scan.at += 1
  if (!passSpace(scan)) return 'more'
  const quote = bytes[scan.at]!
  if (quote !== doubleQuote && quote !== singleQuote) return scan.at >= scan.end ? 'more' : 'odd'
  scan.at += 1
  const from = scan.out
  const step = passValue(scan, quote)
  if (step === 'done') addAttribute(scan, name, from)
  return step
}

/** An attribute's value up to its quote, white space as spaces. */
function passValue(scan: Scan, quote: number): Step {
  const { bytes } = scan
  const stops = quote === doubleQuote ? doubleStops : singleStops
  for (;;) {
    copyPlain(scan, stops)
    const byte = bytes[scan.at]!
    if (byte === quote) {
      scan.at += 1
      return 'done'
    }
    if (byte === ampersand) {
      const step = passReference(scan)
      if (step !== 'done') return step
    } else if (byte === lineFeed || byte === carriageReturn) {
      if (!passLineEnd(scan)) return 'more'
      scan.units[scan.out++] = space
    } else if (byte === 9) {
      scan.at += 1
      scan.units[scan.out++] = space
    } else return stuck(scan)
  }
}

const doubleStops = stopsAt('\t"<&')
const singleStops = stopsAt("\t'<&")

function addAttribute(scan: Scan, name: number, from: number): void {
  const index = scan.attributes
  if (index === scan.attributeName.length) {
    scan.attributeName = grown(scan.attributeName)
    scan.attributeFrom = grown(scan.attributeFrom)
    scan.attributeTo = grown(scan.attributeTo)
  }
  scan.attributeName[index] = name
  scan.attributeFrom[index] = from
  scan.attributeTo[index] = scan.out
  scan.attributes = index + 1
}

export function grown(array: Int32Array): Int32Array {
  const wider = new Int32Array(array.length * 2)
  wider.set(array)
  return wider
}

function isSpace(byte: number): boolean {
  return byte === space || byte === lineFeed || byte === carriageReturn || byte === 9
}

/** False where the window ends after a CR. */
function passSpace(scan: Scan): boolean {
  const { bytes } = scan
  for (;;) {
    const byte = bytes[scan.at]!
    if (byte === space || byte === 9) scan.at += 1
    else if (byte === lineFeed || byte === carriageReturn) {
      if (!passLineEnd(scan)) return false
    } else return true
  }
}
