import type { Card, NewCard } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { endedWaits } from './ended-waits.ts'
import { lookUpAnew } from './look-up-anew.ts'

/** Which of the cards that were not used are tried again: those whose wait may be over, or all that a person had to see to too. */
type RetryWhat = 'ended' | 'all'

/** Are there cards to be tried again? `unknown`: those of which it is not known what the portal made of them. */
export async function hasLeftOver(ledger: Ledger, what: 'all' | 'unknown'): Promise<boolean> {
  for await (const cards of leftOver(ledger)) if (what === 'all' || cards.some(isUnknown)) return true
  return false
}

/**
 * Is the wait of some card over? Asked once after a run that has changed something: until the next one nothing can have ended it, and many
 * cards may wait for long.
 */
export async function hasEndedWait(ledger: Ledger): Promise<boolean> {
  const lastChange = await lastChangeOf(ledger)
  const asked = (await ledger.known(askedKind, [askedKind])).get(askedKind)?.record as number | undefined
  if (lastChange === 0 || lastChange === asked) return false
  if ((await endedWaits(ledger, () => waiting(ledger), lastChange)).size > 0) return true
  await ledger.remember([{ kind: askedKind, id: askedKind, hash: '', generated: '', message: 0, record: lastChange }])
  return false
}

/** Puts cards that were not used into a new run, as 1C told them last; what they wait for is looked up once more. */
export async function stageLeftOver(ledger: Ledger, run: number, what: RetryWhat): Promise<void> {
  const ended = what === 'all' ? null : await endedWaits(ledger, () => waiting(ledger), await lastChangeOf(ledger))
  for await (const cards of leftOver(ledger)) {
    const again: NewCard[] = []
    for (const card of cards) {
      if (ended !== null && !ended.has(card.number)) continue
      const { entity, key, rules, generated, message } = card
      again.push({ entity, key, ...(await lookUpAnew(ledger, card)), rules, generated, message })
    }
    await ledger.cards.stage(run, again)
  }
}

async function* leftOver(ledger: Ledger): AsyncGenerator<readonly Card[]> {
  let after = { run: 0, number: 0 }
  for (;;) {
    const cards = await ledger.cards.leftOver(batch, after)
    const last = cards.at(-1)
    if (last === undefined) return
    after = { run: last.run, number: last.number }
    yield cards
  }
}

async function* waiting(ledger: Ledger): AsyncGenerator<readonly Card[]> {
  for await (const cards of leftOver(ledger)) {
    yield cards.filter(({ result }) => result?.action === 'waiting' && result.code !== 'plan.discarded')
  }
}

function isUnknown({ result }: Card): boolean {
  return result?.action === 'waiting' && result.code === 'plan.unknown'
}

/** The newest run that has changed something on the portal; 0: none of late. */
async function lastChangeOf(ledger: Ledger): Promise<number> {
  for (const { number, direction } of await ledger.runs(recent)) {
    const makes = direction === 'in' || direction === 'retry'
    if (makes && ((await ledger.operations.counts(number)).done ?? 0) > 0) return number
  }
  return 0
}

// A start looks after what the one before has left; so many runs without a change need no look either.
const recent = 20
const askedKind = 'waitsAsked'
const batch = 500
