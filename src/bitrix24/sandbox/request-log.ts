import type { Portal } from './portal.ts'
import type { Call } from './run-request.ts'

/** One request that came, so that a test can count calls. */
export interface LoggedRequest {
  /** Milliseconds since 1970 on the clock of the portal. */
  readonly at: number
  /** As the docs write it. */
  readonly method: string
  /** Methods in a batch, in its order. */
  readonly commands: readonly string[]
  /** Null while, or because, no answer left the portal. */
  readonly status: number | null
  /** Commands that ran to their end, told or not; those of a late request are counted when it has run. */
  readonly committed: number
  /** What the planned faults did to it. */
  readonly faults: readonly string[]
}

/** The entry while its request is under way. */
export type OpenEntry = { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] }

export function logEntry({ clock, methods }: Portal, call: Call): OpenEntry {
  const nameOf = (method: string) => methods.get(method)?.name ?? method
  return {
    at: clock.now(),
    method: nameOf(call.method),
    commands: call.commands.map(({ method }) => nameOf(method)),
    status: null,
    committed: 0,
    faults: [],
  }
}
