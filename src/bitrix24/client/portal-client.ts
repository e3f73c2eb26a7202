import type { Command } from './command.ts'
import type { Outcome } from './outcome.ts'

/** One portal through one webhook: one request in flight, paced by the portal's own counters. */
export interface PortalClient {
  /** `https://portal.example.ru`, without the secret. */
  readonly address: string
  /** A single command as a request of its own, with JSON parameters (an empty array can be said only here). */
  call(command: Command, hooks?: SendHooks): Promise<Outcome>
  /** Any number of commands in as few requests as the pace allows; one outcome each, in the same order. */
  batch(commands: readonly Command[], hooks?: SendHooks): Promise<readonly Outcome[]>
  /** What was used so far. */
  counters(): Counters
  close(): Promise<void>
}

export interface SendHooks {
  /**
   * Before a request leaves, and before it leaves again after a limit or a fault of the line: what is written down here is
   * lasting before the portal can act. `indexes`: the commands in it.
   */
  sending?(indexes: readonly number[]): Promise<void>
  /**
   * After its answer, or the failure to get one: the final outcomes, each once. Commands that will be sent again are not
   * among them, and neither are those that never left because what came before them ended it.
   */
  answered?(results: readonly { readonly index: number; readonly outcome: Outcome }[]): Promise<void>
}

export interface Counters {
  readonly requests: number
  readonly commands: number
  /** Milliseconds spent waiting for the pace, and for the portal to answer. */
  readonly pausedMs: number
  readonly answeringMs: number
}

/** Time that a test can hold in its hands. */
export interface Timer {
  /** Milliseconds since 1970. */
  now(): number
  sleep(ms: number): Promise<void>
}
