import { type Problem, problem } from '../../../problems/problem.ts'
import type { DocumentRef, ToldDocument } from '../told-document.ts'
import type { ComingRef, Lack } from './card-plan.ts'
import type { OpenDocument } from './open-card.ts'
import type { RefCards } from './ref-cards.ts'
import type { DocumentGround } from './wanted-document.ts'

export interface DocumentWaits {
  /** What is not there, and not going to be there in this run, in words and by key; empty words: the document need not wait. */
  readonly lacking: readonly Problem[]
  readonly lacks: readonly Lack[]
  /** What this run makes before the document. */
  readonly comes: readonly ComingRef[]
}

/** What a document waits for: whatever it belongs to, and products where the settings say so. One to be taken away waits for nothing. */
export function waitsOf(open: OpenDocument, base: ToldDocument | null, ground: DocumentGround, isLast: boolean): DocumentWaits {
  const { told } = open
  if (told.deleted) return { lacking: [], lacks: [], comes: [] }
  const { refs } = ground
  const needed = told.refs.filter((ref) => !isBound(ref, base))
  const absent = absentRefs(needed, refs, isLast)
  const lacking = [...problemsOf(absent), ...waitingProducts(open, base, ground)]
  const lacks = absent.map(({ ref, gone }) => ({ key: lackKey(ref), isGone: gone !== null }))
  return { lacking, lacks, comes: lacking.length > 0 ? [] : comingRefs(needed, refs) }
}

/** By what a reference of a card that waits is known again, whatever has become known of it since. */
export function lackKey({ keys, name }: DocumentRef): string {
  return keys[0] ?? name
}

/** Said of a document for as long as something that it belongs to has no card. */
export function documentWaits(cards: readonly Pick<DocumentRef, 'name' | 'keys'>[]): Problem {
  return problem('plan.document-waits', { cards: [...new Set(cards.map(wordOf))].join(', ') })
}

/** Was the document told to belong to that card when it was confirmed last? Then it does, whatever has become of the card since. */
function isBound({ role, keys }: DocumentRef, base: ToldDocument | null): boolean {
  return base?.refs.some((each) => each.role === role && each.keys.some((key) => keys.includes(key))) ?? false
}

interface AbsentRef {
  readonly ref: DocumentRef
  /** The card that it had, where a person has deleted it. */
  readonly gone: number | null
}

function absentRefs(needed: readonly DocumentRef[], refs: RefCards, isLast: boolean): readonly AbsentRef[] {
  return needed.flatMap((ref) => {
    const state = refs.stateOf(ref)
    if (state.kind === 'there' || (state.kind === 'coming' && !isLast)) return []
    return [{ ref, gone: state.kind === 'gone' ? state.id : null }]
  })
}

// Nobody but a person knows why a card was deleted: that is told apart from one that has not come yet.
function problemsOf(absent: readonly AbsentRef[]): readonly Problem[] {
  const missing = absent.filter(({ gone }) => gone === null).map(({ ref }) => ref)
  const deleted = absent.flatMap(({ ref, gone }) => (gone === null ? [] : [`${wordOf(ref)}, № ${gone}`]))
  return [
    ...(deleted.length === 0 ? [] : [problem('plan.document-waits-deleted', { cards: [...new Set(deleted)].join('; ') })]),
    ...(missing.length === 0 ? [] : [documentWaits(missing)]),
  ]
}

/** `Рябова Анна (Г-1)` */
function wordOf({ name, keys: [key] }: Pick<DocumentRef, 'name' | 'keys'>): string {
  return key === undefined || key === name ? name : `${name} (${key})`
}

function comingRefs(needed: readonly DocumentRef[], refs: RefCards): readonly ComingRef[] {
  return needed.flatMap((ref) => {
    const state = refs.stateOf(ref)
    if (state.kind !== 'coming') return []
    // 1C may have named no more of it than its id.
    const found = { role: ref.role, key: state.key, name: state.name || ref.name }
    return [state.id === null ? found : { ...found, portalId: state.id }]
  })
}

/** Products that the rows name anew and the catalogue of the portal does not have, where a document has to wait for them. */
function waitingProducts(
  { told, rules }: OpenDocument,
  base: ToldDocument | null,
  { productIds }: DocumentGround,
): readonly Problem[] {
  if (rules.products !== 'wait') return []
  const known = new Set(base?.draft.rows.map(({ productId }) => productId))
  const lacking = told.draft.rows.filter(
    ({ productId }) => productId !== '' && !known.has(productId) && !productIds.has(productId),
  )
  if (lacking.length === 0) return []
  const names = [...new Set(lacking.map(({ product, productId }) => `${product} (${productId})`))]
  return [problem('plan.product-waits', { products: names.join(', ') })]
}
