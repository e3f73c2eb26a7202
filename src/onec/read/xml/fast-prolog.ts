import { byteOrderMark } from '../bytes/byte-order-mark.ts'
import { carriageReturn, dash, less, lineFeed, passLineEnd, type Scan, type Step, space } from './fast-scan.ts'
import { passComment } from './fast-text.ts'

/** From the first byte of a file to the `<` of its root: mark, declaration, comments. */
export function passProlog(scan: Scan): Step {
  if (scan.end < 4) return 'more'
  const mark = scan.letters === null ? byteOrderMark(scan.bytes) : null
  if (mark !== null) {
    scan.at = mark.length
    scan.columnBase = mark.length - 1
  }
  const declared = passDeclaration(scan)
  return declared === 'done' ? passMisc(scan) : declared
}

/** Blanks and comments, which may stand before and after the root. `done` leaves `at` on anything else. */
export function passMisc(scan: Scan): Step {
  const { bytes } = scan
  for (;;) {
    const byte = bytes[scan.at]!
    if (byte === space || byte === 9) scan.at += 1
    else if (byte === lineFeed || byte === carriageReturn) {
      if (!passLineEnd(scan)) return 'more'
    } else if (byte === less && bytes[scan.at + 1] === 0x21) {
      if (scan.at + 3 >= scan.end) return 'more'
      if (bytes[scan.at + 2] !== dash) return 'odd'
      const step = passComment(scan)
      if (step !== 'done') return step
    } else return 'done'
  }
}

/** The usual spelling of a declaration; any other is the strict reader's. */
function passDeclaration(scan: Scan): Step {
  const start = Buffer.from(scan.bytes.buffer, scan.bytes.byteOffset + scan.at, Math.min(scan.end - scan.at, longest)).toString(
    'latin1',
  )
  if (!start.startsWith('<?')) return 'done'
  if (!start.includes('?>')) return start.length < longest ? 'more' : 'odd'
  const declaration = declarationShape.exec(start)
  if (declaration === null) return 'odd'
  scan.at += declaration[0].length
  return 'done'
}

const longest = 256
const declarationShape =
  /^<\?xml[ \t]+version[ \t]*=[ \t]*(["'])1\.[0-9]+\1(?:[ \t]+encoding[ \t]*=[ \t]*(["'])[A-Za-z][A-Za-z0-9._-]*\2)?(?:[ \t]+standalone[ \t]*=[ \t]*(["'])(?:yes|no)\3)?[ \t]*\?>/
