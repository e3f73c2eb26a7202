/** One value from three sides, as canonical texts. */
export interface Sides {
  readonly now: string
  /** What the portal confirmed last; undefined: never anything for this field. */
  readonly base: string | undefined
  readonly held: string
  /** `now` is only a default of the settings (`WantedCard.initial`). */
  readonly isInitial: boolean
}

export type Decision = 'leave' | 'set' | 'conflict'

/** Whose value counts (DESIGN.md §4): what 1C did not change is left alone, what nobody touched on the portal is set. */
export function decide(
  { now, base, held, isInitial }: Sides,
  blanks: 'keep' | 'clear',
  same: (a: string, b: string) => boolean,
): Decision {
  if (base !== undefined && same(now, base)) return 'leave'
  if (same(now, held)) return 'leave'
  if (now === '') {
    if (blanks === 'keep' || base === undefined) return 'leave'
    return same(held, base) ? 'set' : 'conflict'
  }
  if (isInitial) return held === '' ? 'set' : 'leave'
  return same(held, base ?? '') || isUnset(held, now, base) ? 'set' : 'conflict'
}

// A yes/no field that nobody has touched holds a no (`bitrix24-rest.md §12`).
function isUnset(held: string, now: string, base: string | undefined): boolean {
  return base === undefined && held === 'N' && now === 'Y'
}
