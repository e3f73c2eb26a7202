import type { Scan } from './fast-scan.ts'

/** Which bytes below 128 end a plain stretch: 1 for those. Control characters always do, and with them the window's end. */
export type Stops = Uint8Array

export function stopsAt(letters: string): Stops {
  const stops = new Uint8Array(128)
  stops.fill(1, 0, 32)
  stops[9] = 0
  for (const letter of letters) stops[letter.charCodeAt(0)] = 1
  return stops
}

/** Decodes plain letters into `units` up to a stop, or up to bytes that make no letter (at the window's end: not yet). */
export function copyPlain(scan: Scan, stops: Stops): void {
  if (scan.letters === null) copyUtf8(scan, stops)
  else copyLetters(scan, stops, scan.letters)
}

function copyLetters(scan: Scan, stops: Stops, letters: Uint16Array): void {
  const { bytes, units } = scan
  let { at, out } = scan
  for (;;) {
    const byte = bytes[at]!
    if (byte < 0x80 && stops[byte] !== 0) break
    units[out++] = letters[byte]!
    at++
  }
  scan.at = at
  scan.out = out
}

function copyUtf8(scan: Scan, stops: Stops): void {
  const { bytes, units } = scan
  let { at, out } = scan
  let extra = 0
  for (;;) {
    const byte = bytes[at]!
    if (byte < 0x80) {
      if (stops[byte] !== 0) break
      units[out++] = byte
      at++
    } else if (byte < 0xe0) {
      const second = bytes[at + 1]!
      if (byte < 0xc2 || (second & 0xc0) !== 0x80) break
      units[out++] = ((byte & 0x1f) << 6) | (second & 0x3f)
      at += 2
      extra++
    } else if (byte < 0xf0) {
      const second = bytes[at + 1]!
      const third = bytes[at + 2]!
      const unit = ((byte & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f)
      if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) break
      // Too long a spelling, half a pair, and the two that XML forbids.
      if (unit < 0x800 || (unit & 0xf800) === 0xd800 || unit >= 0xfffe) break
      units[out++] = unit
      at += 3
      extra += 2
    } else {
      const point = fourBytes(bytes, at)
      if (point < 0) break
      units[out++] = 0xd7c0 + (point >> 10)
      units[out++] = 0xdc00 | (point & 0x3ff)
      at += 4
      extra += 3
    }
  }
  scan.at = at
  scan.out = out
  scan.columnBase += extra
}

function fourBytes(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  const second = bytes[at + 1]!
  const third = bytes[at + 2]!
  const fourth = bytes[at + 3]!
  if (first > 0xf4 || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80 || (fourth & 0xc0) !== 0x80) return -1
  const point = ((first & 0x07) << 18) | ((second & 0x3f) << 12) | ((third & 0x3f) << 6) | (fourth & 0x3f)
  return point < 0x10000 || point > 0x10ffff ? -1 : point
}
