import type { Card } from '../../../ledger/cards.ts'
import { problem } from '../../../problems/problem.ts'
import type { PortalSession } from '../session.ts'
import type { ToldCard } from '../told-card.ts'
import type { CardPlan } from './card-plan.ts'
import { type CardEntity, entitiesOfDocuments, type OpenDocument, openCards } from './open-card.ts'

/**
 * Passes over clients whom only documents name that are passed over themselves: an order that the portal never gave to 1C is none of its
 * business (systems.md D4), and neither is whoever bought by it.
 */
export async function passOverIdleClients(
  { ledger }: Pick<PortalSession, 'ledger'>,
  run: number,
  entities: readonly CardEntity[],
): Promise<void> {
  const idle = new Set<string>()
  const busy = new Set<string>()
  for (const entity of entitiesOfDocuments(entities)) {
    for (let after = 0; ; ) {
      const cards = await ledger.cards.inState(run, 'planned', entity, after, batch)
      if (cards.length === 0) break
      after = cards.at(-1)!.number
      for (const { card, told } of openCards<OpenDocument>(cards)) {
        const keys = told.refs.flatMap(({ role, keys: named }) => (role === 'parent' ? [] : named))
        for (const key of keys) (planOf(card).action === 'skip' ? idle : busy).add(key)
      }
    }
  }
  const passed = [...idle].filter((key) => !busy.has(key))
  for (const entity of ['company', 'contact'] as const) {
    const cards = [...(await ledger.cards.ofKeys(run, entity, passed)).values()].filter(isIdle)
    if (cards.length === 0) continue
    const plans = cards.map((card) => {
      const { number, plannedAt } = card
      const plan: CardPlan = {
        ...planOf(card),
        action: 'skip',
        changes: [],
        missing: [],
        problems: [problem('plan.client-idle')],
      }
      return { number, plan: JSON.stringify(plan), plannedAt: plannedAt ?? 0 }
    })
    await ledger.cards.planned(run, plans)
  }
}

function isIdle(card: Card): boolean {
  if (card.state !== 'planned') return false
  const { action } = planOf(card)
  return (action === 'create' || action === 'update') && (JSON.parse(card.told) as ToldCard).by === 'document'
}

function planOf({ plan }: Card): CardPlan {
  return JSON.parse(plan!) as CardPlan
}

const batch = 500
