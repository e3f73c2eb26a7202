import { type Problem, problem } from '../../../problems/problem.ts'
import type { DocumentRef, ToldDocument } from '../told-document.ts'
import type { ComingRef } from './card-plan.ts'
import type { OpenDocument } from './open-card.ts'
import type { RefCards } from './ref-cards.ts'
import type { DocumentGround } from './wanted-document.ts'

export interface DocumentWaits {
  /** What is not there, and not going to be there in this run. */
  readonly lacking: readonly Problem[]
  /** What this run makes before the document. */
  readonly comes: readonly ComingRef[]
}

/** What a document waits for: whatever it belongs to, and products where the settings say so. One to be taken away waits for nothing. */
export function waitsOf(open: OpenDocument, base: ToldDocument | null, ground: DocumentGround, isLast: boolean): DocumentWaits {
  const { told } = open
  if (told.deleted) return { lacking: [], comes: [] }
  const { refs } = ground
  const needed = told.refs.filter((ref) => !isBound(ref, base))
  const lacking = [...waitingRefs(needed, refs, isLast), ...waitingProducts(open, base, ground)]
  return { lacking, comes: lacking.length > 0 ? [] : comingRefs(needed, refs) }
}

/** Said of a document for as long as something that it belongs to has no card. */
export function documentWaits(cards: readonly { readonly name: string; readonly keys: readonly string[] }[]): Problem {
  const words = cards.map(({ name, keys }) => (keys[0] === undefined || keys[0] === name ? name : `${name} (${keys[0]})`))
  return problem('plan.document-waits', { cards: [...new Set(words)].join(', ') })
}

/** Was the document told to belong to that card when it was confirmed last? Then it does, whatever has become of the card since. */
function isBound({ role, keys }: DocumentRef, base: ToldDocument | null): boolean {
  return base?.refs.some((each) => each.role === role && each.keys.some((key) => keys.includes(key))) ?? false
}

function waitingRefs(needed: readonly DocumentRef[], refs: RefCards, isLast: boolean): readonly Problem[] {
  const lacking = needed.filter((ref) => {
    const { kind } = refs.stateOf(ref)
    return kind !== 'there' && (kind !== 'coming' || isLast)
  })
  return lacking.length === 0 ? [] : [documentWaits(lacking)]
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
