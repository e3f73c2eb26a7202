import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { PortalSession } from '../session.ts'
import type { CardPlan } from './card-plan.ts'
import type { Look } from './look.ts'
import { lookAtClients } from './look-at-clients.ts'
import { lookAtDocuments } from './look-at-documents.ts'
import { lookAtFiles } from './look-at-files.ts'
import type { Claims } from './match-cards.ts'
import { type CardEntity, cardKind } from './open-card.ts'

export interface PlannedCards {
  /** By the number of the card. */
  readonly plans: ReadonlyMap<number, CardPlan>
  /** What the portal holds for it now, where it has one. */
  readonly held: ReadonlyMap<number, HeldCard>
}

export interface PlanMoment {
  /** Cards of the portal that 1C ids of this plan were found to be. */
  readonly claims: Claims
  /** All that comes before these cards is through: what has no card now is not going to get one in this run. */
  readonly isLast: boolean
  /** Cards whose plan was made a moment ago and that only waited for others: what they were found to be still holds. */
  readonly trusted?: ReadonlySet<number>
}

/**
 * Looks at the portal for cards of one kind, some hundreds at a time, and says what is to be done with each. Planning again
 * is always safe, and is what happens after any fault: what is there already is found and is not done twice.
 */
export async function planCards(session: PortalSession, cards: readonly Card[], moment: PlanMoment): Promise<PlannedCards> {
  const look = await lookAt(session, cards, moment)
  const plans = new Map<number, CardPlan>()
  const held = new Map<number, HeldCard>()
  for (const each of look.cards) {
    plans.set(each.card.number, look.planOf(each))
    const there = look.heldOf(each)
    if (there !== null) held.set(each.card.number, there)
  }
  return { plans, held }
}

/** The same in two steps: the plans of many cards at once would take more memory than all that was read for them. */
export async function lookAt(session: PortalSession, cards: readonly Card[], moment: PlanMoment): Promise<Look> {
  switch (cardKind(cards[0]!.entity as CardEntity)) {
    case 'company':
    case 'contact':
      return lookAtClients(session, cards, moment.claims)
    case 'file':
      return lookAtFiles(session, cards, moment)
    default:
      return lookAtDocuments(session, cards, moment)
  }
}
