import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { CardPlan } from './card-plan.ts'
import type { OpenCard } from './open-card.ts'

/** What a look at the portal has told of some cards. */
export interface Look<O extends OpenCard = OpenCard> {
  readonly cards: readonly O[]
  planOf(card: O): CardPlan
  /** What the portal holds for it now, where it has one. */
  heldOf(card: O): HeldCard | null
}
