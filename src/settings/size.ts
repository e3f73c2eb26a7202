/** `100B`, `64KB`, `500MB`, `2GB`, also `1.5 GB`. */
export const sizePattern = /^\d+(?:\.\d+)? ?(?:B|KB|MB|GB)$/

/** Bytes (a kilobyte is 1024 of them, as Explorer counts), or null where the text is no size. */
export function parseSize(text: string): number | null {
  if (!sizePattern.test(text)) return null
  const unit = text.replace(/^[\d. ]+/, '') as keyof typeof unitSize
  return Math.round(Number.parseFloat(text) * unitSize[unit])
}

const unitSize = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 }
