/** How many bytes at the end of a PDF `isWholePdf` wants to see. */
export const pdfTailBytes = 2048

/**
 * Is the end there? The last line of a PDF is `%%EOF`, and little may follow it. One made for reading from the web has such a line
 * near its start as well, but tells its length there (`/Linearized`, `/L`).
 */
export function isWholePdf(head: Uint8Array, tail: Uint8Array, bytes: number): boolean {
  const [, length = '0'] = /\/Linearized\b[^>]*?\/L\s+(\d+)/.exec(latin(head)) ?? []
  return latin(tail).includes('%%EOF') && bytes >= Number(length)
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
