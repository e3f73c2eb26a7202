import type { PortalSession } from '../session.ts'
import type { CardPlan } from './card-plan.ts'
import { estimateOf, noWork } from './estimate.ts'
import { type CardKind, cardKind } from './open-card.ts'
import type { PlanSummary } from './plan-summary.ts'
import { roomMade } from './room-made.ts'

/** What the plan of a run comes to: how many cards of each fate, how many requests, about how long. */
export async function summarise({ ledger }: Pick<PortalSession, 'ledger'>, run: number): Promise<PlanSummary> {
  const counts = { create: 0, update: 0, nothing: 0, skip: 0, review: 0, refuse: 0, wait: 0 }
  const updates: Partial<Record<CardKind, number>> = { company: 0, contact: 0 }
  const work = noWork()
  let cards = 0
  for await (const plans of plansOf(ledger, run)) {
    for (const plan of plans) {
      cards += 1
      counts[plan.action] += 1
      if (plan.action === 'update') updates[cardKind(plan.entity)] = (updates[cardKind(plan.entity)] ?? 0) + 1
      work.add(plan)
    }
  }
  return { cards, updates, ...counts, ...estimateOf(work), brake: null }
}

/** The plans of a run in the order of its cards, a batch at a time. */
export async function* plansOf(ledger: PortalSession['ledger'], run: number): AsyncGenerator<readonly CardPlan[]> {
  let after = 0
  for (;;) {
    const plans = await ledger.cards.plans(run, after, batch)
    if (plans.length === 0) return
    after = plans.at(-1)!.number
    yield plans.map(({ plan }) => JSON.parse(plan) as CardPlan)
    await roomMade()
  }
}

const batch = 250
