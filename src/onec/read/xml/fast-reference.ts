import { hash, type Scan, type Step, semicolon } from './fast-scan.ts'

/** A reference, with `at` on its `&`: the letter that it stands for is added to `units`. */
export function passReference(scan: Scan): Step {
  const { bytes, at, end } = scan
  const stop = Math.min(end, at + longest)
  let semi = at + 1
  while (semi < stop && bytes[semi] !== semicolon) semi += 1
  if (semi >= stop) return stop === end ? 'more' : 'odd'
  const point = bytes[at + 1] === hash ? numbered(bytes, at + 2, semi) : named(bytes, at + 1, semi)
  if (!isCharacter(point)) return 'odd'
  if (point > 0xffff) {
    scan.units[scan.out++] = 0xd7c0 + (point >> 10)
    scan.units[scan.out++] = 0xdc00 | (point & 0x3ff)
  } else scan.units[scan.out++] = point
  scan.at = semi + 1
  return 'done'
}

const longest = 16

function named(bytes: Uint8Array, from: number, to: number): number {
  for (const [name, point] of predefined) {
    if (name.length === to - from && name.every((byte, index) => bytes[from + index] === byte)) return point
  }
  return -1
}

const predefined = Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }).map(
  ([name, letter]) => [Buffer.from(name, 'latin1'), letter.charCodeAt(0)] as const,
)

function numbered(bytes: Uint8Array, from: number, to: number): number {
  const text = String.fromCharCode(...bytes.subarray(from, to))
  if (/^x[0-9a-fA-F]+$/.test(text)) return Number.parseInt(text.slice(1), 16)
  return /^[0-9]+$/.test(text) ? Number.parseInt(text, 10) : -1
}

/** The production `Char` of XML 1.0. */
function isCharacter(point: number): boolean {
  if (point < 0x20) return point === 9 || point === 10 || point === 13
  return point < 0xd800 || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff)
}
