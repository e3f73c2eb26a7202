// What must hold, by DESIGN.md §3–4 and what the settings promise; nothing of the product is asked here.

export interface ModelRules {
  readonly conflict: '1c' | 'crm' | 'review'
  readonly blanks: 'keep' | 'clear'
  readonly mode: 'create' | 'update' | 'create+update'
  readonly vanished: 'create' | 'review'
}

/** `undefined` of base: the exchange never had a say in this field. */
export interface FieldSides {
  readonly now: string
  readonly base: string | undefined
  readonly held: string
}

export type Fate = { readonly value: string; readonly isConflict: boolean }

/** What a field holds after 1C has told of it: a field that 1C did not change is left alone; where both changed, the setting decides. */
export function fateOf({ now, base, held }: FieldSides, { conflict, blanks }: ModelRules, neverBlank = false): Fate {
  const left = { value: held, isConflict: false }
  if (now === base || now === held) return left
  if (now === '' && (blanks === 'keep' || base === undefined || neverBlank)) return left
  if (held === (base ?? '')) return { value: now, isConflict: false }
  return { value: conflict === '1c' ? now : held, isConflict: true }
}

/** What 1C is known to have put into a field once `now` was applied: a blank that erases nothing leaves it what it was. */
export function nextBase(now: string, base: string | undefined, { blanks }: ModelRules): string {
  return now === '' && blanks === 'keep' ? (base ?? '') : now
}

export interface PhoneSides {
  readonly now: readonly string[]
  readonly base: readonly string[]
  readonly held: readonly string[]
  readonly after: readonly string[]
}

/** What is wrong with the phones of a card after 1C has told of it, or null. */
export function phoneFault({ now, base, held, after }: PhoneSides, { blanks }: ModelRules): string | null {
  const [fresh, gone] = [now.filter((each) => !base.includes(each)), base.filter((each) => !now.includes(each))]
  const doubled = after.find((each, place) => after.indexOf(each) !== place && held.filter((one) => one === each).length < 2)
  if (doubled !== undefined) return `${doubled} stands twice`
  const own = held.filter((each) => !base.includes(each) && !now.includes(each))
  const lost = own.find((each) => !after.includes(each))
  if (lost !== undefined) return `${lost}, which 1C never told, is gone`
  const untold = fresh.find((each) => !after.includes(each))
  if (untold !== undefined) return `${untold}, which 1C told, is missing`
  const strange = after.find((each) => !held.includes(each) && !fresh.includes(each))
  if (strange !== undefined) return `${strange} came from nowhere`
  const same = base.filter((each) => now.includes(each) && held.includes(each))
  const dropped = same.find((each) => !after.includes(each))
  if (dropped !== undefined) return `${dropped} was told before and now, and is gone`
  const kept = after.filter((each) => gone.includes(each))
  if (blanks === 'clear') return kept.length > 0 ? `${kept[0]} is no longer told and stays` : null
  const had = held.filter((each) => gone.includes(each)).length
  return kept.length < had - fresh.length ? 'more numbers are gone than were replaced' : null
}
