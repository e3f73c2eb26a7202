import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { type SandboxClock, simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'
import type { Fault } from '../../../src/bitrix24/sandbox/faults.ts'
import { fixturePortal } from '../../../src/bitrix24/sandbox/fixtures/portals.ts'
import type { LimitOptions } from '../../../src/bitrix24/sandbox/limits.ts'
import { methods } from '../../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox, type Sandbox } from '../../../src/bitrix24/sandbox/sandbox.ts'
import type { ItemRow, PortalState } from '../../../src/bitrix24/sandbox/state.ts'
import { exchangeFolder, type TestExchange } from '../folder/exchange-folder.ts'

export interface PortalExchange extends TestExchange {
  readonly sandbox: Sandbox
  readonly state: PortalState
  /** The time of the portal and of the client. */
  readonly clock: SandboxClock
  /** Requests since the last time that this was asked. */
  requests(): number
  /** Any method of the portal, as somebody else would call it; throws what it refuses. */
  ask(method: string, params: Record<string, unknown>): Promise<unknown>
  /** Cards that wait or were refused when they were last tried. */
  left(): Promise<number>
  companies(): readonly ItemRow[]
  contacts(): readonly ItemRow[]
}

export interface PortalFolderOptions {
  readonly yaml?: string
  readonly originator?: string
  readonly portal?: 'moscow' | 'vladivostok'
  readonly state?: (state: PortalState) => void
  readonly faults?: { readonly seed: number; readonly plan: readonly Fault[] }
  /** Those of the portal; where they are given, the client knows the pace of the usual plans too. */
  readonly limits?: LimitOptions
  /** How many times slower than a warm portal it works; 1 unless said. */
  readonly slowness?: number
}

const noLimits: LimitOptions = { rate: 'off', operating: 'off', requestSeconds: 'off' }

/** A real exchange folder whose portal is the local one, over real HTTP. */
export async function portalFolder(t: TestContext, options: PortalFolderOptions = {}): Promise<PortalExchange> {
  const state = fixturePortal(options.portal ?? 'moscow')
  options.state?.(state)
  const clock = slowed(simulatedClock(Date.parse('2026-03-05T06:05:07Z')), options.slowness ?? 1)
  const sandbox = openSandbox({
    clock,
    state,
    methods,
    limits: options.limits ?? noLimits,
    ...(options.faults === undefined ? {} : { faults: options.faults }),
  })
  t.after(() => sandbox.close())
  const { webhook } = await sandbox.listen()
  const rate = options.limits === undefined ? 'unlimited' : 'standard'
  const mark = options.originator === undefined ? '' : `, originator: ${options.originator}`
  const folder = await exchangeFolder(
    t,
    `target: portal\nportal: { rate: ${rate}, unknownWait: 70s${mark} }\n${options.yaml ?? ''}`,
  )
  await writeFile(join(folder.root, 'webhook.txt'), `${webhook}\n`)
  folder.surroundings = { ...folder.surroundings, timer: clock }
  let counted = 0
  return Object.assign(folder, {
    sandbox,
    state,
    clock,
    requests() {
      const fresh = sandbox.log.length - counted
      counted = sandbox.log.length
      return fresh
    },
    async ask(method: string, params: Record<string, unknown>) {
      const answer = await sandbox.handle({
        method: 'POST',
        url: `/rest/1/sandbox/${method}`,
        contentType: 'application/json',
        body: JSON.stringify(params),
      })
      if (answer.kind === 'closed' || answer.status !== 200) throw new Error(JSON.stringify(answer))
      return JSON.parse(answer.body).result
    },
    left: () => folder.withHome(async ({ ledger }) => (await ledger.cards.leftOver(1000, { run: 0, number: 0 })).length),
    companies: () => Object.values(state.items[4] ?? {}),
    contacts: () => Object.values(state.items[3] ?? {}),
  })
}

function slowed(clock: SandboxClock, times: number): SandboxClock {
  return { ...clock, takes: (seconds) => clock.takes(seconds * times), work: (seconds) => clock.work(seconds * times) }
}
