import type { CardResult } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'

/** Gives every card of a run that was not carried out the same result. */
export async function endOpenCards(ledger: Ledger, run: number, result: CardResult): Promise<void> {
  for (const state of ['staged', 'planned'] as const) {
    for (;;) {
      const cards = await ledger.cards.inState(run, state, '', 0, 500)
      if (cards.length === 0) break
      await ledger.cards.done(
        run,
        cards.map(({ number }) => ({ number, result })),
      )
    }
  }
}
