import { copyPlain, stopsAt } from './fast-copy.ts'
import { passReference } from './fast-reference.ts'
import {
  ampersand,
  bang,
  carriageReturn,
  closeBracket,
  dash,
  greater,
  less,
  lineFeed,
  openBracket,
  passLineEnd,
  question,
  type Scan,
  type Step,
  stuck,
} from './fast-scan.ts'

/**
 * The character data up to the next tag, added to `units`: references resolved, line ends as LF, CDATA taken in, comments
 * passed over. `done` leaves `at` on the tag's `<`.
 */
export function passRun(scan: Scan): Step {
  for (;;) {
    copyPlain(scan, runStops)
    const { bytes, at } = scan
    const byte = bytes[at]!
    let step: Step = 'done'
    if (byte === lineFeed || byte === carriageReturn) step = copyLineEnd(scan)
    else if (byte === less) {
      if (at + 1 >= scan.end) return 'more'
      if (bytes[at + 1] === question) return 'odd'
      if (bytes[at + 1] !== bang) return 'done'
      step = bytes[at + 2] === dash ? passComment(scan) : passCdata(scan)
    } else if (byte === ampersand) step = passReference(scan)
    else if (byte === closeBracket && at + 2 < scan.end && !isCdataEnd(scan)) copyBracket(scan)
    else step = stuck(scan)
    if (step !== 'done') return step
  }
}

/** A comment, with `at` on its `<`. Its letters are checked and forgotten. */
export function passComment(scan: Scan): Step {
  const { bytes, at, out } = scan
  if (at + 4 > scan.end) return 'more'
  if (bytes[at + 2] !== dash || bytes[at + 3] !== dash) return 'odd'
  scan.at = at + 4
  for (;;) {
    copyPlain(scan, commentStops)
    scan.out = out
    const byte = bytes[scan.at]!
    if (byte === lineFeed || byte === carriageReturn) {
      if (!passLineEnd(scan)) return 'more'
    } else if (byte !== dash) return stuck(scan)
    else if (scan.at + 2 >= scan.end) return 'more'
    else if (bytes[scan.at + 1] !== dash) scan.at += 1
    else if (bytes[scan.at + 2] !== greater) return 'odd'
    else {
      scan.at += 3
      return 'done'
    }
  }
}

const runStops = stopsAt('<&]')
const commentStops = stopsAt('-')
const cdataStops = stopsAt(']')
const cdataOpening = Buffer.from('<![CDATA[', 'latin1')

function passCdata(scan: Scan): Step {
  const { bytes, at } = scan
  if (bytes[at + 2] !== openBracket) return stuck(scan)
  for (let ahead = 3; ahead < cdataOpening.length; ahead += 1) {
    if (at + ahead >= scan.end) return 'more'
    if (bytes[at + ahead] !== cdataOpening[ahead]) return 'odd'
  }
  scan.at = at + cdataOpening.length
  for (;;) {
    copyPlain(scan, cdataStops)
    const byte = bytes[scan.at]!
    if (byte === lineFeed || byte === carriageReturn) {
      if (copyLineEnd(scan) !== 'done') return 'more'
    } else if (byte !== closeBracket) return stuck(scan)
    else if (scan.at + 2 >= scan.end) return 'more'
    else if (!isCdataEnd(scan)) copyBracket(scan)
    else {
      scan.at += 3
      return 'done'
    }
  }
}

function copyLineEnd(scan: Scan): Step {
  if (!passLineEnd(scan)) return 'more'
  scan.units[scan.out++] = lineFeed
  return 'done'
}

function copyBracket(scan: Scan): void {
  scan.units[scan.out++] = closeBracket
  scan.at += 1
}

function isCdataEnd({ bytes, at }: Scan): boolean {
  return bytes[at + 1] === closeBracket && bytes[at + 2] === greater
}
