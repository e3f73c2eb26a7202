import { RestFailure } from './method.ts'
import { seededRandom } from './random.ts'
import type { PortalState } from './state.ts'

/** What goes wrong and when: one entry of a scenario, plain JSON but for a `change`. */
export type Fault = FaultTime & FaultKind

export interface FaultTime {
  /** A method, with `*` for any part (`crm.item.*`), met also inside a batch; or `any` request. */
  readonly on: string
  /** The n-th request that is met, from 1; the first when nothing is said. */
  readonly at?: number
  /** From there on again with each n-th. */
  readonly every?: number
  /** In place of counting: with this probability, drawn from the seed. */
  readonly chance?: number
  /** How often in all. Once with `at`, and then the requests that follow it; without end with `every` and `chance`. */
  readonly times?: number | 'ever'
}

export type FaultKind =
  /** Nothing ran: 503 `QUERY_LIMIT_EXCEEDED` or 500 `INTERNAL_SERVER_ERROR`, which does not tell. */
  | { readonly do: 'refuse-before'; readonly status?: 503 | 500 }
  /** Nothing ran: a connection that breaks. */
  | { readonly do: 'reset' }
  | { readonly do: 'overload' | 'not-commercial' | 'https-required' | 'expired' }
  /** Everything ran: 500 `INTERNAL_SERVER_ERROR`, no answer at all, half of it, nothing in it, or the page of a proxy. */
  | { readonly do: 'fail-after' | 'lose-answer' | 'truncated' | 'empty' }
  | { readonly do: 'html'; readonly status?: number }
  /** Only so many commands ran, then the connection is closed or a 504 page comes (the 60 seconds of the cloud). */
  | { readonly do: 'cut'; readonly commands: number; readonly how?: 'close' | 'html' }
  | { readonly do: 'slow'; readonly ms: number }
  /** The connection breaks at once, and it all runs so many milliseconds later. */
  | { readonly do: 'late'; readonly ms: number }
  /** From now on every call is answered 302; to another port of the same portal when no origin is given. */
  | { readonly do: 'renamed'; readonly to?: string }
  /** One command fails, alone or inside a batch; commands are counted, not requests. */
  | { readonly do: 'refuse-command'; readonly status: number; readonly error: string | number; readonly description: string }
  /** That method is refused with 429 for a while, 300 seconds when nothing is said. */
  | { readonly do: 'operation-limit'; readonly method: string; readonly seconds?: number }
  /** Somebody works in the portal just before the request. */
  | { readonly do: 'hide'; readonly entityTypeId: number; readonly id: WhichRecord }
  | {
      readonly do: 'edit'
      readonly entityTypeId: number
      readonly id: WhichRecord
      readonly fields: Readonly<Record<string, unknown>>
    }
  | { readonly do: 'edit'; readonly change: (state: PortalState) => void }
  | { readonly do: 'remove-status'; readonly entityId: string; readonly statusId: string }

export type WhichRecord = number | 'first' | 'last' | 'all'

export interface FaultPlan {
  add(...faults: readonly Fault[]): void
  /** Those that meet a request of these methods (a batch and what is in it), all in lower case; counts it. */
  ofRequest(methods: readonly string[]): readonly Fault[]
  /** The refusal of a command; counts it. */
  ofCommand(method: string): RestFailure | null
}

/** The same plan, seed and requests give the same faults. */
export function faultPlan(faults: readonly Fault[], seed: number): FaultPlan {
  const ofRequests: Planned[] = []
  const ofCommands: Planned[] = []
  const add = (...more: readonly Fault[]) => {
    for (const fault of more) {
      const planned = plannedOf(fault, seed + ofRequests.length + ofCommands.length)
      if (fault.do === 'refuse-command') ofCommands.push(planned)
      else ofRequests.push(planned)
    }
  }
  add(...faults)
  return {
    add,
    ofRequest: (methods) => ofRequests.filter((planned) => planned.meets(methods)).map(({ fault }) => fault),
    ofCommand(method) {
      const [met] = ofCommands.filter((planned) => planned.meets([method]))
      if (met?.fault.do !== 'refuse-command') return null
      return new RestFailure(met.fault.status, met.fault.error, met.fault.description)
    },
  }
}

interface Planned {
  readonly fault: Fault
  meets(methods: readonly string[]): boolean
}

function plannedOf(fault: Fault, seed: number): Planned {
  const isMet = patternOf(fault.on)
  const random = seededRandom(seed)
  const { at = 1, every, chance } = fault
  const times = fault.times ?? (every === undefined && chance === undefined ? 1 : 'ever')
  let seen = 0
  let fired = 0
  return {
    fault,
    meets(methods) {
      if (!methods.some(isMet)) return false
      seen += 1
      const isDue = chance === undefined ? seen >= at && (seen - at) % (every ?? 1) === 0 : random() < chance
      if (!isDue || (times !== 'ever' && fired >= times)) return false
      fired += 1
      return true
    },
  }
}

function patternOf(on: string): (method: string) => boolean {
  if (on === 'any') return () => true
  const source = on.toLowerCase().replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`^${source.replaceAll('*', '.*')}$`)
  return (method) => pattern.test(method)
}
