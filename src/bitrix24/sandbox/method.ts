import type { PortalState } from './state.ts'

/** Parameters after any of the three encodings was taken apart: JSON values, or texts where the encoding has no types. */
export type Params = Record<string, unknown>

/** What a method is given beside its parameters. */
export interface MethodContext {
  readonly state: PortalState
  /** The owner of the webhook. */
  readonly userId: number
  readonly isAdmin: boolean
  /** Scopes of the webhook. */
  readonly scopes: readonly string[]
  /** Now, as the clock of the portal has it: ISO with its own offset. */
  now(): string
  /** Milliseconds since 1970. */
  nowMs(): number
  /** May that record be seen by this user? Hidden ones are absent from lists, and `Access denied` by id. */
  isHidden(entityTypeId: number, id: number): boolean
}

export interface MethodResult {
  readonly result: unknown
  /** Lists only. */
  readonly total?: number
  readonly next?: number
}

export interface MethodDefinition {
  /** As the docs write it, `crm.item.add`; looked up without case. */
  readonly name: string
  /** '' : needs none (`profile`). */
  readonly scope: string
  /** Seconds of work that one call costs on a warm portal, counted by the operating limits; a function where it depends on the call. */
  readonly seconds: number | ((params: Params) => number)
  /** May not be called inside a batch (files); a function where that depends on the call. */
  readonly notInBatch?: boolean | ((params: Params, state: PortalState) => boolean)
  /** Returns the result, or throws `RestFailure`. Must change `context.state` only when it succeeds. */
  run(params: Params, context: MethodContext): MethodResult
}

/** An error as the portal answers it: `error` may be a text, '' or a number (`bitrix24-rest.md §1.2`). */
export class RestFailure extends Error {
  readonly status: number
  readonly error: string | number
  readonly description: string

  constructor(status: number, error: string | number, description: string) {
    super(description)
    this.status = status
    this.error = error
    this.description = description
  }
}
