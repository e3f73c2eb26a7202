import { realClock, type SandboxClock } from './clock.ts'
import { type Door, openDoor, type TlsKey } from './door.ts'
import { type Fault, faultPlan } from './faults.ts'
import { openFront } from './front.ts'
import { keepState, loadState } from './keep-state.ts'
import { type LimitOptions, openLimits } from './limits.ts'
import type { MethodDefinition } from './method.ts'
import type { Portal, PortalOptions } from './portal.ts'
import type { Page, PortalAnswer, PortalRequest } from './portal-answer.ts'
import type { LoggedRequest } from './request-log.ts'
import type { PortalState } from './state.ts'

export interface SandboxSetup {
  readonly state: PortalState
  readonly methods: readonly MethodDefinition[]
  /** The time of the machine, answering at once, when nothing is said. */
  readonly clock?: SandboxClock
  readonly faults?: { readonly seed: number; readonly plan: readonly Fault[] }
  readonly limits?: LimitOptions
  readonly options?: PortalOptions
  /** The portal is kept there; what is there already goes before `state`. */
  readonly stateFile?: string
  /** Answers https; the certificate is for 127.0.0.1. */
  readonly tls?: TlsKey
  /** What `GET /` and everything else outside `/rest/` shows. */
  readonly page?: Page
}

/** A portal on this machine that answers as Bitrix24 does (`bitrix24-rest.md §15`). */
export interface Sandbox {
  /** As it is; a test may look into it and change it. */
  readonly state: PortalState
  /** `new`: from the setup; `kept`: from the file; `broken`: from the setup, and the file was put aside. */
  readonly origin: 'new' | 'kept' | 'broken'
  /** Every request to a method since the start. */
  readonly log: readonly LoggedRequest[]
  /** On 127.0.0.1; any free port when none is given. May be called again for another port of the same portal. */
  listen(port?: number): Promise<{ readonly origin: string; readonly webhook: string }>
  /** The same without a socket. */
  handle(request: PortalRequest): Promise<PortalAnswer>
  /** More faults; they count requests from now on. */
  plan(...faults: readonly Fault[]): void
  /** Runs what a `late` fault has put off. */
  settle(): Promise<void>
  /** Ends every connection, and throws what a method threw that is no `RestFailure`. */
  close(): Promise<void>
}

export function openSandbox(setup: SandboxSetup): Sandbox {
  const loaded = setup.stateFile === undefined ? { kind: 'new' as const } : loadState(setup.stateFile)
  const state = loaded.kind === 'kept' ? loaded.state : setup.state
  const keeper = setup.stateFile === undefined ? null : keepState(setup.stateFile, state)
  const doors: Door[] = []
  const bugs: unknown[] = []
  const log: LoggedRequest[] = []
  const portal: Portal = {
    state,
    methods: new Map(setup.methods.map((method) => [method.name.toLowerCase(), method])),
    clock: setup.clock ?? realClock(),
    limits: openLimits(setup.limits),
    faults: faultPlan(setup.faults?.plan ?? [], setup.faults?.seed ?? 1),
    options: setup.options ?? {},
    hidden: new Map(),
    changed: (method) => {
      if (!readsOnly.test(method)) keeper?.changed()
    },
  }
  const open = async (port: number) => {
    const door = await openDoor({ port, tls: setup.tls, handle: front.handle, bug: (error) => bugs.push(error) })
    doors.push(door)
    return door.origin
  }
  const front = openFront({ portal, log, page: setup.page, openDoor: () => open(0) })
  return {
    state,
    origin: loaded.kind,
    log,
    async listen(port = 0) {
      const origin = await open(port)
      const [webhook] = state.webhooks
      return { origin, webhook: webhook === undefined ? '' : `${origin}/rest/${webhook.user}/${webhook.code}/` }
    },
    handle: front.handle,
    plan: portal.faults.add,
    settle: front.settle,
    async close() {
      await Promise.all(doors.map((door) => door.close()))
      await front.close()
      await keeper?.close()
      if (bugs.length > 0) throw bugs[0]
    },
  }
}

// By their last word; a method that is not known to read counts as one that writes.
const readsOnly = /(^|\.)(get|list|fields|profile|scope|time|findbycomm|search|types)$/
