import type { SandboxClock } from './clock.ts'
import type { TimeOptions } from './envelope.ts'
import type { FaultPlan } from './faults.ts'
import type { Limits } from './limits.ts'
import type { MethodDefinition } from './method.ts'
import type { RouteOptions } from './route.ts'
import type { PortalState } from './state.ts'

export type PortalOptions = TimeOptions & RouteOptions

/** Everything that one portal is made of, for the parts that answer in its name. */
export interface Portal {
  readonly state: PortalState
  /** By name in lower case. */
  readonly methods: ReadonlyMap<string, MethodDefinition>
  readonly clock: SandboxClock
  readonly limits: Limits
  readonly faults: FaultPlan
  readonly options: PortalOptions
  /** Records that the webhook may not see: ids by entityTypeId. */
  readonly hidden: Map<number, Set<number>>
  /** After the method of that name has run. */
  changed(method: string): void
}
