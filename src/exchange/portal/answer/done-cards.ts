import type { Card } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'

/** The cards of a run that are through, by number, a batch at a time. */
export async function* doneCards(ledger: Ledger, run: number): AsyncGenerator<readonly Card[]> {
  let after = 0
  for (;;) {
    const cards = await ledger.cards.inState(run, 'done', '', after, 500)
    if (cards.length === 0) return
    after = cards.at(-1)!.number
    yield cards
  }
}
