import { type Scan, slack } from './fast-scan.ts'

/** Beyond this a record, or a text between two tags, is left to the strict reader: the window would grow with it. */
export const windowLimit = 16 * 1024 * 1024

/** Takes a chunk in: what was read (everything before `from`) goes, what was not moves to the front. */
export function fillWindow(scan: Scan, from: number, chunk: Uint8Array): void {
  const kept = scan.end - from
  const needed = kept + chunk.length + slack
  if (needed > scan.bytes.length) {
    const wider = new Uint8Array(Math.max(needed, Math.min(scan.bytes.length * 2, windowLimit)))
    wider.set(scan.bytes.subarray(from, scan.end))
    scan.bytes = wider
    scan.units = new Uint16Array(wider.length)
  } else scan.bytes.copyWithin(0, from, scan.end)
  scan.bytes.set(chunk, kept)
  scan.end = kept + chunk.length
  scan.bytes.fill(0, scan.end, scan.end + slack)
  scan.at -= from
  scan.columnBase -= from
}
