import type { RestError } from './rest-error.ts'

/**
 * What became of one command. Only `refused` and `temporary` are known not to have run; `unknown` may have run, and is
 * looked up, never sent again (DESIGN.md §3.1).
 */
export type Outcome =
  | { readonly kind: 'done'; readonly result: unknown; readonly total: number | null; readonly next: number | null }
  /** The portal said no. `reach: 'portal'`: it will say no to everything (wrong webhook, plan, blocked), so stop. */
  | { readonly kind: 'refused'; readonly reach: 'command' | 'portal'; readonly error: RestError }
  /** It did not run now and may run later; the client has waited already as long as it may. */
  | { readonly kind: 'temporary'; readonly error: RestError }
  | { readonly kind: 'unknown'; readonly error: RestError }

export type NotDone = Exclude<Outcome, { kind: 'done' }>
