import type { RequisiteDraft } from '../../../bitrix24/drafts/requisite.ts'
import type { ToldCard } from '../told-card.ts'

/**
 * What 1C is known to have put on a card where a blank erases nothing: what it left blank now still is what it told before. Without
 * that its next word would seem to meet a value of somebody else. Phones and the like are told apart one by one, and are not kept.
 */
export function withKept(now: ToldCard, before: ToldCard): ToldCard {
  const requisites = keptRequisites(now.draft.requisites, before.draft.requisites)
  const custom = filled(now.draft.custom, before.draft.custom)
  // Both are of one kind: a 1C id of another kind has another link.
  const draft = filled(now.draft, before.draft as typeof now.draft)
  return { ...now, draft: { ...draft, custom, requisites } }
}

// A card has one requisite, the first that is told.
function keptRequisites(now: readonly RequisiteDraft[], before: readonly RequisiteDraft[]): readonly RequisiteDraft[] {
  const [first, ...others] = now
  const [was] = before
  if (first === undefined || was === undefined) return first === undefined ? before : now
  const gone = was.addresses.filter(({ type }) => !first.addresses.some((each) => each.type === type))
  return [{ ...filled(first, was), addresses: [...first.addresses, ...gone] }, ...others]
}

/** The same with the texts that are blank taken from `before`. */
function filled<T extends object>(now: T, before: T): T {
  const kept = Object.entries(before).filter(
    ([name, value]) => typeof value === 'string' && (now as Readonly<Record<string, unknown>>)[name] === '',
  )
  return { ...now, ...Object.fromEntries(kept) }
}
