import type { BrakeState } from './brake.ts'
import type { CardPlan } from './card-plan.ts'
import type { CardKind } from './open-card.ts'

/** What a card is counted under. */
export type PlanGroup = CardPlan['action']

/** A plan in numbers: how many cards, which of them get what, and what it would cost. */
export interface PlanSummary extends Readonly<Record<PlanGroup, number>> {
  /** All of them: the sum of the groups. */
  readonly cards: number
  /** Of the cards to be changed: how many of each kind. */
  readonly updates: Readonly<Partial<Record<CardKind, number>>>
  /** HTTP requests that writing will take. */
  readonly requests: number
  readonly minutes: number
  /** Why the plan stops before it begins; null: it need not. */
  readonly brake: BrakeState | null
}
