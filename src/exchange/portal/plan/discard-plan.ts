import type { Ledger } from '../../../ledger/ledger.ts'
import type { Language } from '../../../problems/language.ts'
import { because } from '../../handle/outcome.ts'

/** Gives up what a run has planned and not carried out: its cards wait until somebody wants them again. */
export async function discardPlan(ledger: Ledger, run: number, language: Language): Promise<void> {
  const { code, text } = because('waiting', 'plan.discarded', language)
  for (const state of ['staged', 'planned'] as const) {
    for (;;) {
      const cards = await ledger.cards.inState(run, state, '', 0, 500)
      if (cards.length === 0) break
      await ledger.cards.done(
        run,
        cards.map(({ number }) => ({ number, result: { action: 'waiting', code, text, portalId: null } })),
      )
    }
  }
}
