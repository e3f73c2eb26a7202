import type { Card, NewCard } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { lookUpAnew } from './look-up-anew.ts'

/** Which of the cards that were not used are tried again: those that only wait, or those too that a person had to see to. */
type RetryWhat = 'waiting' | 'all'

/** Are there cards to be tried again? `unknown`: those of which it is not known what the portal made of them. */
export async function hasLeftOver(ledger: Ledger, what: RetryWhat | 'unknown'): Promise<boolean> {
  for await (const cards of leftOver(ledger, what)) if (cards.length > 0) return true
  return false
}

/** Puts the cards that were not used into a new run, as 1C told them last; what they wait for is looked up once more. */
export async function stageLeftOver(ledger: Ledger, run: number, what: RetryWhat): Promise<void> {
  for await (const cards of leftOver(ledger, what)) {
    const again: NewCard[] = []
    for (const card of cards) {
      const { entity, key, rules, generated, message } = card
      again.push({ entity, key, ...(await lookUpAnew(ledger, card)), rules, generated, message })
    }
    await ledger.cards.stage(run, again)
  }
}

async function* leftOver(ledger: Ledger, what: RetryWhat | 'unknown'): AsyncGenerator<readonly Card[]> {
  let after = { run: 0, number: 0 }
  for (;;) {
    const cards = await ledger.cards.leftOver(batch, after)
    const last = cards.at(-1)
    if (last === undefined) return
    after = { run: last.run, number: last.number }
    const wanted = what === 'all' ? cards : cards.filter(({ result }) => isWaiting(result, what))
    if (wanted.length > 0) yield wanted
  }
}

function isWaiting(result: Card['result'], what: 'waiting' | 'unknown'): boolean {
  if (result?.action !== 'waiting') return false
  return what === 'unknown' ? result.code === 'plan.unknown' : result.code !== 'plan.discarded'
}

const batch = 500
