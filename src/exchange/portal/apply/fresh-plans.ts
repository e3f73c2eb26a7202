import type { Change } from '../../../bitrix24/crm/change.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { Operation } from '../../../ledger/operations.ts'
import type { CardPlan } from '../plan/card-plan.ts'
import type { PortalSession } from '../session.ts'
import { addMissingValues } from './missing-values.ts'
import { isOfParts, tookDocumentEffect } from './took-document-effect.ts'
import { type Effect, tookEffect } from './took-effect.ts'

/**
 * Looks at the portal and says what is to be done with these cards now. `trusted`: those whose plan is fresh, and which only waited for
 * others: they need not be looked for once more.
 */
export type Planner = (
  cards: readonly Card[],
  trusted: ReadonlySet<number>,
) => Promise<{
  readonly plans: ReadonlyMap<number, CardPlan>
  readonly held: ReadonlyMap<number, HeldCard>
}>

export interface PlanOptions {
  readonly run: number
  readonly plan: Planner
  /** Plans made before this moment are made again: the portal has gone on since (milliseconds since 1970). */
  readonly freshSince: number
  /** Directory values that were tried to be added in this run. */
  readonly tried: Set<string>
}

/**
 * The plans of the cards by number, made again where they are stale, and where an outcome that is not known has to be looked up
 * first. What was left to a person stays so for this run: a second look must not decide it by chance.
 */
export async function freshPlans(
  session: PortalSession,
  cards: readonly Card[],
  { run, plan, freshSince, tried }: PlanOptions,
): Promise<ReadonlyMap<number, CardPlan>> {
  const numbers = new Set(cards.map(({ number }) => number))
  const lost = (await session.ledger.operations.open(run)).filter(({ card }) => numbers.has(card))
  const isLost = new Set(lost.map(({ card }) => card))
  const plans = new Map(cards.flatMap((card) => (card.plan === null ? [] : [[card.number, JSON.parse(card.plan) as CardPlan]])))
  const stale = cards.filter((card) => {
    const known = plans.get(card.number)
    if (known === undefined || isLost.has(card.number)) return true
    return !isDecided(known) && ((card.plannedAt ?? 0) < freshSince || known.waitsFor.length + known.gone.length > 0)
  })
  const trusted = new Set(
    stale
      .filter((card) => plans.has(card.number) && !isLost.has(card.number) && (card.plannedAt ?? 0) >= freshSince)
      .map(({ number }) => number),
  )
  const planAgain: Look = (some) => plan(some, trusted)
  if (stale.length > 0) for (const [number, each] of await lookAgain(session, stale, lost, planAgain)) plans.set(number, each)
  const short = cards.filter(({ number }) => (plans.get(number)?.missing.length ?? 0) > 0)
  if (short.length > 0 && (await addMissingValues(session, plans.values(), tried))) {
    for (const [number, each] of (await planAgain(short)).plans) plans.set(number, each)
  }
  return plans
}

function isDecided({ action }: CardPlan): boolean {
  return action === 'review' || action === 'refuse' || action === 'skip'
}

type Look = (cards: readonly Card[]) => ReturnType<Planner>

// The portal may still be working on a request whose answer did not come: "not there" counts only after that time.
async function lookAgain(session: PortalSession, cards: readonly Card[], lost: readonly Operation[], plan: Look) {
  const { timer, settings } = session
  let again = await plan(cards)
  if (lost.length > 0) {
    let effects = await effectsOf(session, lost, again.held)
    const sentAt = Math.max(...lost.map((operation) => operation.sentAt))
    const pause = sentAt + settings.portal.unknownWait - timer.now()
    if (pause > 0 && [...effects.values()].includes(null)) {
      await timer.sleep(pause)
      again = await plan(cards)
      effects = await effectsOf(session, lost, again.held)
    }
    await settleLost(session, lost, again.held, effects)
  }
  return again.plans
}

type Effects = ReadonlyMap<number, Effect>

async function effectsOf(
  session: PortalSession,
  lost: readonly Operation[],
  held: ReadonlyMap<number, HeldCard>,
): Promise<Effects> {
  const effects = new Map<number, Effect>()
  for (const operation of lost) {
    const change = JSON.parse(operation.change) as Change
    const card = held.get(operation.card) ?? null
    effects.set(operation.number, isOfParts(change) ? await tookDocumentEffect(session, change, card) : tookEffect(change, card))
  }
  return effects
}

async function settleLost(
  session: PortalSession,
  lost: readonly Operation[],
  held: ReadonlyMap<number, HeldCard>,
  effects: Effects,
): Promise<void> {
  await session.ledger.operations.settle(
    lost.map(({ number, card, portalId }) => {
      const effect = effects.get(number) ?? null
      const state = effect === null ? ('superseded' as const) : ('done' as const)
      const result = effect === null ? null : JSON.stringify(effect)
      return { number, state, portalId: held.get(card)?.id ?? portalId, result }
    }),
  )
}
