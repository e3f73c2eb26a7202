/**
 * One change in the journal: written down as `sent` before the request leaves, so that after any fault it is known what may
 * have run (DESIGN.md §3.1). `change` and `result` are JSON of the exchange.
 */
export interface Operation {
  readonly number: number
  readonly run: number
  readonly card: number
  readonly entity: string
  readonly key: string
  /** Card of the portal; null until it is made. */
  readonly portalId: number | null
  readonly change: string
  /** `superseded`: its outcome was not known, and the card was planned anew from what the portal holds. */
  readonly state: 'sent' | 'done' | 'refused' | 'unknown' | 'superseded' | 'undone'
  readonly sentAt: number
  readonly result: string | null
}

export type NewOperation = Pick<Operation, 'run' | 'card' | 'entity' | 'key' | 'portalId' | 'change' | 'sentAt'>

export interface OperationTable {
  /** Writes down what is about to be sent; gives the numbers in order. */
  sending(operations: readonly NewOperation[]): Promise<readonly number[]>
  settle(
    results: readonly {
      readonly number: number
      readonly state: Operation['state']
      readonly portalId: number | null
      readonly result: string | null
    }[],
  ): Promise<void>
  /** Operations of a run that were sent and whose outcome is not known (`sent`, `unknown`). */
  open(run: number): Promise<readonly Operation[]>
  /** The operations of a run that took effect, the newest first, a batch at a time, for `undo`. */
  done(run: number): AsyncIterable<readonly Operation[]>
  ofCards(run: number, cards: readonly number[]): Promise<readonly Operation[]>
  /** How many operations of the run stand in each state; states that none stands in are absent. */
  counts(run: number): Promise<Readonly<Partial<Record<Operation['state'], number>>>>
  /** The newest operations of that 1C id. */
  byKey(key: string, limit: number): Promise<readonly Operation[]>
}
