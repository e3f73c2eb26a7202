/** The `time` of an answer in seconds; null for what the portal left out (`bitrix24-rest.md §1.2`). */
export interface AnswerTime {
  /** What it took. */
  readonly seconds: number | null
  /** The sum that the portal keeps for this method and the last ten minutes. */
  readonly operating: number | null
  /** When the sum falls, counted from the moment of the answer: the clocks of portal and computer may differ. */
  readonly resetIn: number | null
  /** When the sum falls by the portal's own clock, where the answer does not say what time it is there. */
  readonly resetAt: number | null
}

export function readTime(time: unknown): AnswerTime {
  const from = typeof time === 'object' && time !== null ? (time as Readonly<Record<string, unknown>>) : {}
  const finish = seconds(from['finish'])
  const resetAt = seconds(from['operating_reset_at'])
  return {
    // `processing` is a rounded 0 or 1 on some portals; `duration` is never less than the work.
    seconds: seconds(from['duration']) ?? seconds(from['processing']),
    operating: seconds(from['operating']),
    resetIn: finish !== null && resetAt !== null ? resetAt - finish : null,
    resetAt,
  }
}

function seconds(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null
}
