// `obmen24 run` on a quick clock. Each line of the standard input is the JSON of a `StartOrder`; says what the start came to as a
// line of JSON, if it is let live, and waits for the next: loading the program takes longer than a run.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { exitCodeOf } from '../../src/cli/exit-code-of.ts'
import { openHome } from '../../src/cli/open-home.ts'
import type { Home } from '../../src/exchange/folder/home.ts'
import { runExchange } from '../../src/exchange/folder/run-exchange.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'
import { dieAtStep, dieWhileSending } from './kill-portal-death.ts'
import { type QuickTime, quickTimer } from './kill-portal-time.ts'

export interface StartOrder {
  readonly root: string
  readonly time: QuickTime
  /** Where the process kills itself; null: somebody else does, or nobody. */
  readonly death: Death | null
}

export type Death =
  /** At so many-th call of the ledger that writes, before it or when it is done. */
  | { readonly at: 'ledger'; readonly step: number; readonly when: 'before' | 'after' }
  /** With the so many-th request that changes anything: written down and not sent, answered and not noted, noted. */
  | { readonly at: 'request'; readonly step: number; readonly when: 'unsent' | 'answered' | 'noted' }

export interface StartResult {
  readonly exit: number
  readonly unfinished: boolean
  /** Cards that wait, or were not used. */
  readonly left: number
  readonly codes: readonly string[]
  /** Calls of the ledger that wrote, and requests that changed something, for choosing deaths. */
  readonly steps: { readonly ledger: number; readonly requests: number }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await start(JSON.parse(line) as StartOrder))}\n`)
}

async function start({ root, time, death }: StartOrder): Promise<StartResult> {
  const { settings } = parseSettings(await readFile(join(root, 'obmen24.yaml'), 'utf8'))
  if (settings === null) throw new Error('the settings are wrong')
  const surroundings = { environment: {}, userFolder: root, timer: quickTimer(time) }
  const opened = await openHome({ settings, root }, 'run', undefined, surroundings)
  if (opened.kind !== 'open') throw new Error(opened.problem.code)
  const steps = { ledger: 0, requests: 0 }
  const { home } = opened
  const mortal: Home = {
    ...home,
    ledger: dieAtStep(home.ledger, steps, death),
    openPortal: async () => {
      const portal = await home.openPortal()
      return { ...portal, client: dieWhileSending(portal.client, steps, death) }
    },
  }
  const report = await runExchange(mortal, { patient: true })
  const left = (await home.ledger.cards.leftOver(1000, { run: 0, number: 0 })).length
  await opened.close()
  const codes = report.problems.map(({ code }) => code)
  return { exit: exitCodeOf(report), unfinished: report.unfinished, left, codes, steps }
}
