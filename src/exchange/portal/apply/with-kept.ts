import type { RequisiteDraft } from '../../../bitrix24/drafts/requisite.ts'
import { isOfClient, isOfDocument, type Told } from '../plan/open-card.ts'
import type { ToldCard } from '../told-card.ts'
import type { DocumentRef, ToldDocument } from '../told-document.ts'

/**
 * What 1C is known to have put on a card where a blank erases nothing: what it left blank now still is what it told before. Without
 * that its next word would seem to meet a value of somebody else. Phones and the like are told apart one by one, and are not kept.
 */
export function withKept(now: Told, before: Told): Told {
  if (isOfClient(now) && isOfClient(before)) return keptClient(now, before)
  return isOfDocument(now) && isOfDocument(before) ? keptDocument(now, before) : now
}

function keptClient(now: ToldCard, before: ToldCard): ToldCard {
  const requisites = keptRequisites(now.draft.requisites, before.draft.requisites)
  const custom = filled(now.draft.custom, before.draft.custom)
  // Both are of one kind: a 1C id of another kind has another link.
  const draft = filled(now.draft, before.draft as typeof now.draft)
  return { ...now, draft: { ...draft, custom, requisites } }
}

function keptDocument(now: ToldDocument, before: ToldDocument): ToldDocument {
  const custom = filled(now.draft.custom, before.draft.custom)
  const rows = now.draft.rows.length === 0 ? before.draft.rows : now.draft.rows
  const draft = filled(now.draft, before.draft)
  return { ...now, draft: { ...draft, custom, rows }, refs: [...now.refs, ...keptRefs(now.refs, before.refs)] }
}

// People stay on the card whom 1C names no more, and so do a company and a parent where it names none now.
function keptRefs(now: readonly DocumentRef[], before: readonly DocumentRef[]): readonly DocumentRef[] {
  return before.filter(({ role, keys }) => {
    const ofRole = now.filter((each) => each.role === role)
    return role === 'contact' ? !ofRole.some((each) => each.keys.some((key) => keys.includes(key))) : ofRole.length === 0
  })
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
