import type { RestError } from '../../../bitrix24/client/rest-error.ts'
import type { Change } from '../../../bitrix24/crm/change.ts'
import type { Problem } from '../../../problems/problem.ts'
import type { CardPlan } from '../plan/card-plan.ts'
import type { OpenCard } from '../plan/open-card.ts'

/** A card on its way to the portal. Changes as the waves go; lives only while its chunk is applied. */
export interface CardWork {
  readonly open: OpenCard
  readonly plan: CardPlan
  /** Ids as they become known. */
  cardId: number | null
  requisiteId: number | null
  /** Changes that the portal refused. */
  readonly refused: { readonly change: Change; readonly method: string; readonly error: RestError }[]
  /** Why a change could not even be sent. */
  readonly unsent: Problem[]
  /** Some outcome is not known: the card is looked at and planned again. */
  isUnknown: boolean
  /** Something was written in this run, before or now. */
  wrote: 'nothing' | 'changes' | 'card'
}

export function cardWork(open: OpenCard, plan: CardPlan, wrote: CardWork['wrote']): CardWork {
  return { open, plan, cardId: plan.portalId, requisiteId: null, refused: [], unsent: [], isUnknown: false, wrote }
}

/** A change with the card that it belongs to. */
export interface Step {
  readonly work: CardWork
  readonly change: Change
}

/** Does the change make what the card stands for? A file is nothing more than its comment. */
export function makes({ kind }: Change): boolean {
  return kind === 'create' || kind === 'addFile'
}
