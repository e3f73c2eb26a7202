import type { Ledger } from '../../../ledger/ledger.ts'
import type { CardPlan } from './card-plan.ts'

/** What is becoming of a 1C id that has no link. `there`: passed over, because the portal has it already. */
export type Fate =
  | { readonly kind: 'unknown' | 'blocked' | 'skipped' }
  /** `id`: of its card, where it was found and is only linked; null: it is made. */
  | { readonly kind: 'coming'; readonly title: string; readonly id: number | null }
  | { readonly kind: 'there'; readonly entity: string; readonly id: number }

/** Told by its newest card of a kind that counts: is it going to be made, was it refused, passed over, or never told of? */
export async function fateOf(ledger: Ledger, key: string, counts: (entity: string) => boolean): Promise<Fate> {
  const card = (await ledger.cards.byKey(key, 8)).find(({ entity }) => counts(entity))
  if (card === undefined) return { kind: 'unknown' }
  const plan = card.plan === null ? null : (JSON.parse(card.plan) as CardPlan)
  const isSkipped = card.state === 'done' ? card.result?.action === 'skipped' : plan?.action === 'skip'
  const id = card.result?.portalId ?? plan?.portalId ?? null
  if (isSkipped) return id === null ? { kind: 'skipped' } : { kind: 'there', entity: card.entity, id }
  const isComing =
    card.state !== 'done' && (plan === null || plan.action === 'create' || plan.action === 'update' || plan.action === 'nothing')
  return isComing ? { kind: 'coming', title: plan?.title ?? '', id } : { kind: 'blocked' }
}
