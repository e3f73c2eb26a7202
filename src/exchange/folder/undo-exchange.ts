import { type Problem, problem } from '../../problems/problem.ts'
import { localIso } from '../clock.ts'
import type { Home } from './home.ts'
import type { ProcessedRun } from './process-run.ts'
import { closeRound, type ExchangeHooks, work } from './run-exchange.ts'

export type Undone =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'run'; readonly run: number; readonly processed: ProcessedRun }

/** Takes back what a run did on the portal, where nobody has touched the cards since. It is a run of its own, and can be cut short like any other. */
export async function undoExchange(home: Home, number: number, hooks: ExchangeHooks): Promise<Undone> {
  const { ledger, clock } = home
  const open = await ledger.openRun()
  if (open !== null) return { kind: 'refused', problem: problem('plan.run-open', { run: open.number }) }
  const run = await ledger.runByNumber(number)
  if (run === null) return { kind: 'refused', problem: problem('plan.no-such-run', { run: number }) }
  if (run.direction === 'undo') return { kind: 'refused', problem: problem('plan.undo-of-undo', { run: number }) }
  for await (const operations of ledger.operations.done(number)) {
    if (operations.length === 0) continue
    const undo = await ledger.beginRun(localIso(clock()), [], 'undo', number)
    const processed = await work(home, undo, hooks, null)
    const { problems } = await closeRound(home, [processed])
    return { kind: 'run', run: undo.number, processed: { ...processed, problems } }
  }
  return { kind: 'refused', problem: problem('plan.nothing-to-undo', { run: number }) }
}
