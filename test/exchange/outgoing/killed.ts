import type { Home } from '../../../src/exchange/folder/home.ts'
import { runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import type { PortalExchange } from '../portal/portal-folder.ts'
import { homeWith } from './between.ts'

/** What ends a run at any step as a killed process does: nothing after it runs, and an open transaction is gone. */
export class Killed extends Error {
  readonly code = 'EKILLED'
}

/**
 * One run that is killed before its `at`-th step: a call of the ledger or a request. Gives the number of steps that were taken; where
 * that is less than `at`, nobody was killed.
 */
export async function runKilled(folder: PortalExchange, at: number): Promise<number> {
  let steps = 0
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    steps += 1
    if (steps >= at) throw new Killed('killed')
    return work()
  }
  await folder.withHome(async (home) => {
    const dying = homeWith({ ...home, ledger: guarded(home.ledger, around) }, { before: () => around(async () => undefined) })
    await runExchange(dying, { patient: true }).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error
    })
  })
  return steps
}

type Around = <T>(work: () => Promise<T>) => Promise<T>

// Every method of the ledger and of its tables. A transaction is a step by its parts: whatever throws in it takes it back.
function guarded(ledger: Home['ledger'], around: Around): Home['ledger'] {
  return new Proxy(ledger, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown
      if (name === 'atomically') return (work: () => Promise<unknown>) => ledger.atomically(work)
      if (typeof value === 'object' && value !== null) return guarded(value as Home['ledger'], around)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        const call = () => (value as (...given: unknown[]) => unknown).apply(target, args)
        return name === 'allKnown' || name === 'rowsOf' || name === 'done' || name === 'all' || name === 'close'
          ? call()
          : around(async () => call())
      }
    },
  })
}
