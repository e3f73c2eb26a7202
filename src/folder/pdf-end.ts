const tailBytes = 2048

/** Begins as a PDF does: its mark may stand anywhere in the first kilobyte. */
export function isPdf(head: Buffer): boolean {
  return /%PDF-\d/.test(head.toString('latin1', 0, 1024))
}

/**
 * The last line of a PDF is `%%EOF`, and little may follow it. One made for reading from the web has such a line near its start as
 * well, but tells its length there (`/Linearized`, `/L`).
 */
export function isWholePdf(head: Buffer, tail: Buffer, size: number): boolean {
  const [, length = '0'] = /\/Linearized\b[^>]*?\/L\s+(\d+)/.exec(head.toString('latin1', 0, 1024)) ?? []
  return tail.subarray(-tailBytes).includes('%%EOF', 0, 'latin1') && size >= Number(length)
}
