import { localIso } from '../clock.ts'
import { hasLeftOver, stageLeftOver } from '../portal/stage/left-over.ts'
import type { Home } from './home.ts'
import type { ProcessedRun } from './process-run.ts'
import { closeRound, type ExchangeHooks, work } from './run-exchange.ts'

export type Retried =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'busy'; readonly run: number }
  | { readonly kind: 'run'; readonly processed: ProcessedRun }

/** Tries again every card that was not used when it was last tried, as 1C told it; its files are answered anew. */
export async function retryExchange(home: Home, hooks: ExchangeHooks): Promise<Retried> {
  const { ledger, clock } = home
  const open = await ledger.openRun()
  if (open !== null) return { kind: 'busy', run: open.number }
  if (!(await hasLeftOver(ledger, 'all'))) return { kind: 'nothing' }
  // What a person asked for is lasting with the run itself: a start after a crash goes on with all of it.
  const run = await ledger.atomically(async () => {
    const begun = await ledger.beginRun(localIso(clock()), [], 'retry')
    await stageLeftOver(ledger, begun.number, 'all')
    await ledger.setStage(begun.number, 'planned')
    return { ...begun, stage: 'planned' as const }
  })
  const processed = await work(home, run, hooks, null)
  const { problems } = await closeRound(home, [processed])
  return { kind: 'run', processed: { ...processed, problems } }
}
