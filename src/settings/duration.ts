/** `500ms`, `3s`, `10m`, `2h`, `30d`, also `1.5h` and `10 m`. */
export const durationPattern = /^\d+(?:\.\d+)? ?(?:ms|s|m|h|d)$/

/** Milliseconds, or null where the text is no duration. */
export function parseDuration(text: string): number | null {
  if (!durationPattern.test(text)) return null
  const unit = text.replace(/^[\d. ]+/, '') as keyof typeof unitLength
  return Math.round(Number.parseFloat(text) * unitLength[unit])
}

const unitLength = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
