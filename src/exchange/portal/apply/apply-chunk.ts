import type { Change } from '../../../bitrix24/crm/change.ts'
import { isDocument } from '../../../bitrix24/crm/entity.ts'
import type { Card } from '../../../ledger/cards.ts'
import { because } from '../../handle/outcome.ts'
import type { CardPlan } from '../plan/card-plan.ts'
import { isCrm, openCard } from '../plan/open-card.ts'
import type { PortalSession } from '../session.ts'
import { resultOf } from './finish-card.ts'
import { freshPlans, type PlanOptions } from './fresh-plans.ts'
import { type RunMark, sendWave } from './send-wave.ts'
import { lastWave, waveOf } from './wave.ts'
import { type CardWork, cardWork, makes } from './work.ts'

export interface ChunkOptions extends Omit<PlanOptions, 'run'> {
  readonly mark: RunMark
  /** What is to be remembered of a card that is through: a link as a rule, and an undo takes it away. */
  confirm(work: CardWork): Promise<void>
}

/** Carries out the plans of some cards, and sees every one of them through to a result. */
export async function applyChunk(session: PortalSession, cards: readonly Card[], options: ChunkOptions): Promise<void> {
  let open = cards
  for (let round = 0; open.length > 0; round += 1) {
    // What could not be told in one round is looked at anew in the next.
    const freshSince = round > 0 ? Number.POSITIVE_INFINITY : options.freshSince
    const works = await worksOf(session, open, { ...options, freshSince })
    const runnable = works.filter(({ plan }) => isRunnable(plan))
    if (round === rounds) {
      // Nothing more is sent: what is unknown when a run ends is looked up by nobody, and the next run would do it again.
      await finish(session, without(works, runnable), options)
      await giveUp(session, runnable, options)
      return
    }
    for (let wave = 0; wave <= lastWave; wave += 1) await sendWave(session, stepsOf(runnable, wave), options.mark)
    const unknown = works.filter(({ isUnknown }) => isUnknown)
    await finish(session, without(works, unknown), options)
    const again = new Set(unknown.map(({ open: { card } }) => card.number))
    open = open.filter(({ number }) => again.has(number))
  }
}

const rounds = 4

function without(works: readonly CardWork[], some: readonly CardWork[]): readonly CardWork[] {
  const left = new Set(some)
  return works.filter((work) => !left.has(work))
}

async function worksOf(session: PortalSession, cards: readonly Card[], options: ChunkOptions): Promise<readonly CardWork[]> {
  const { run } = options.mark
  const plans = await freshPlans(session, cards, { ...options, run })
  const wrote = await writtenBefore(session, run, cards)
  return cards.map((card) => cardWork(openCard(card), plans.get(card.number)!, wrote.get(card.number) ?? 'nothing'))
}

// What a run wrote before it was cut short still is what it did.
async function writtenBefore({ ledger }: PortalSession, run: number, cards: readonly Card[]) {
  const wrote = new Map<number, CardWork['wrote']>()
  const operations = await ledger.operations.ofCards(
    run,
    cards.map(({ number }) => number),
  )
  for (const { card, state, change } of operations) {
    if (state !== 'done') continue
    wrote.set(card, wrote.get(card) === 'card' || makes(parse(change)) ? 'card' : 'changes')
  }
  return wrote
}

// A contact is bound to a company as soon as that is there; a document is never half-linked.
function isRunnable({ action, waitsFor, entity }: CardPlan): boolean {
  if (action !== 'create' && action !== 'update') return false
  return waitsFor.length === 0 || (action === 'update' && !(isCrm(entity) && isDocument(entity)))
}

// What hangs on something that was not made is left for the next time.
function stepsOf(works: readonly CardWork[], wave: number) {
  return works.flatMap((work) => {
    if (work.isUnknown || (work.cardId === null && wave > 0)) return []
    const changes = work.plan.changes.filter(
      (change) => waveOf(change, work.plan.portalId !== null) === wave && !hangs(change, work),
    )
    return changes.map((change) => ({ work, change }))
  })
}

function hangs(change: Change, { requisiteId }: CardWork): boolean {
  return (change.kind === 'addAddress' || change.kind === 'addBank') && change.requisiteId === null && requisiteId === null
}

async function finish(session: PortalSession, works: readonly CardWork[], { mark, confirm }: ChunkOptions): Promise<void> {
  const { ledger, language } = session
  await ledger.atomically(async () => {
    for (const work of works) if (isThrough(work)) await confirm(work)
    const results = works.map((work) => ({ number: work.open.card.number, result: resultOf(work, language) }))
    const waiting = works.filter((_, at) => results[at]!.result.action === 'waiting')
    await ledger.cards.planned(mark.run, waiting.map(withLacks))
    await ledger.cards.done(mark.run, results)
  })
}

/** The plan of a card that waits, with what it lacks in the end: by that it is known when to try it again (`ended-waits.ts`). */
function withLacks({ plan, open: { card } }: CardWork) {
  const first = card.plan === null ? plan : (JSON.parse(card.plan) as CardPlan)
  const lacks = plan.lacks ?? plan.waitsFor.map((key) => ({ key, isGone: false }))
  return { number: card.number, plan: JSON.stringify({ ...first, lacks }), plannedAt: card.plannedAt ?? 0 }
}

function isThrough({ plan, refused, unsent, cardId }: CardWork): boolean {
  const isDone = isRunnable(plan) || plan.action === 'nothing'
  return isDone && refused.length === 0 && unsent.length === 0 && cardId !== null
}

async function giveUp(session: PortalSession, works: readonly CardWork[], { mark }: ChunkOptions): Promise<void> {
  const { code, text } = because('waiting', 'plan.unknown', session.language)
  await session.ledger.cards.done(
    mark.run,
    works.map(({ open: { card }, cardId }) => ({
      number: card.number,
      result: { action: 'waiting', code, text, portalId: cardId },
    })),
  )
}

function parse(json: string): Change {
  return JSON.parse(json) as Change
}
