/** A PDF of one empty page, padded to about so many bytes by a comment that is no text. */
export function pdf(bytes = 0): Buffer {
  const start = Buffer.from(
    '%PDF-1.4\n%\u00e2\u00e3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n',
  )
  const padding = Buffer.from(Array.from({ length: bytes }, (_, at) => (at * 7) % 256)).subarray(0, bytes)
  const end = Buffer.from('\ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n0\n%%EOF\n')
  return Buffer.concat([start, Buffer.from('%'), padding, end])
}
