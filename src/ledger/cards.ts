/**
 * A card that the rows of a run ask for. `staged` by the reading, `planned` with what is to be done, `done` with what became of it.
 * `told`, `rules` and `plan` are JSON of the exchange.
 */
export interface Card {
  readonly run: number
  /** Grows in the order in which cards came, over all runs; companies and contacts of one row stand together. */
  readonly number: number
  readonly entity: string
  readonly key: string
  readonly told: string
  readonly hash: string
  readonly rules: string
  readonly generated: string
  readonly message: number
  readonly state: 'staged' | 'planned' | 'done'
  readonly plan: string | null
  /** Milliseconds since 1970 of the look at the portal that the plan was made from. */
  readonly plannedAt: number | null
  readonly result: CardResult | null
}

/** What became of a card: the part of the answer that its rows share. */
export interface CardResult {
  /** An `AnswerAction`; '' where it stands beside the outcome of a card and only says something more. */
  readonly action: string
  readonly code: string
  readonly text: string
  readonly portalId: number | null
}

export type NewCard = Pick<Card, 'entity' | 'key' | 'told' | 'hash' | 'rules' | 'generated' | 'message'>

/** What is told of a staged card now. */
export type RetoldCard = Pick<Card, 'number' | 'told' | 'hash' | 'rules' | 'generated' | 'message'>

/** A row of an input. `card`: the number of the card it asks for; null: its outcome stands in `result` already. */
export interface CardRow {
  readonly message: number
  readonly row: number
  readonly kind: string
  readonly id: string
  readonly card: number | null
  /** Cards of the people that the row names beside its own card. */
  readonly people: readonly number[]
  /** What is to be said beside the outcome of the card, or the outcome itself. */
  readonly result: CardResult | null
  readonly hash: string
  /** Of a row that belongs to a document told elsewhere: which, until it is known what became of that. */
  readonly document?: string
}

/** A row with its cards as they were tried last. */
export interface RowWithCards {
  readonly row: CardRow
  readonly card: Card | null
  readonly people: readonly Card[]
}

/**
 * The cards of all runs. A card staged in the place of a left-over one, for the same message, is that card tried anew (`retry`):
 * rows stay with the card that they asked for, and are shown the newest one tried in its place. A card that another message
 * asked for is another word of 1C: what became of the older row stays as it was, and its card is left over no more. An `undo` is
 * no word of 1C: its cards have no rows, are never left over and end nobody's being so.
 */
export interface CardTable {
  /** Adds cards of a run; one whose entity and key stand there already is not added. Gives the card of each, in order. */
  stage(run: number, cards: readonly NewCard[]): Promise<readonly Card[]>
  /** Replaces what is told of staged cards (a person of a second company, a fuller row of the same person). */
  retell(run: number, cards: readonly RetoldCard[]): Promise<void>
  planned(
    run: number,
    plans: readonly { readonly number: number; readonly plan: string; readonly plannedAt: number }[],
  ): Promise<void>
  done(run: number, results: readonly { readonly number: number; readonly result: CardResult }[]): Promise<void>
  /** Cards of the run in that state and of that entity ('' : any), by number, after the given number. */
  inState(run: number, state: Card['state'], entity: string, after: number, limit: number): Promise<readonly Card[]>
  /** Plans of the planned cards of a run in the order of `inState`, without the cards, which are heavier. */
  plans(run: number, after: number, limit: number): Promise<readonly { readonly number: number; readonly plan: string }[]>
  byNumbers(run: number, numbers: readonly number[]): Promise<readonly Card[]>
  ofKeys(run: number, entity: string, keys: readonly string[]): Promise<ReadonlyMap<string, Card>>
  /** Entities that the run has cards of, in any order. */
  entities(run: number): Promise<readonly string[]>
  /** How many cards of the run stand in each state. */
  counts(run: number): Promise<Readonly<Record<Card['state'], number>>>
  addRows(rows: readonly CardRow[], run: number): Promise<void>
  /** Rows of one message that wait to be told what became of that document, in order. */
  rowsAwaiting(document: string, message: number): Promise<readonly CardRow[]>
  /** Replaces what rows say; one that asks for a card tried anew goes with the card that was asked for first. */
  retellRows(rows: readonly CardRow[]): Promise<void>
  /** Rows of one message in order, each with its cards as they were tried last, a batch at a time. */
  rowsOf(message: number): AsyncIterable<readonly RowWithCards[]>
  /**
   * Rows of one message that ask for no card and ended with one of these actions, and those that wait for a document, in order, a batch at
   * a time.
   */
  settledRows(message: number, actions: readonly string[]): AsyncIterable<readonly CardRow[]>
  /** Messages whose rows show a card of that run, by number: what it has to answer, older ones anew. */
  messagesOf(run: number): Promise<readonly number[]>
  /** Cards that were not used when they were last tried (refused, review, waiting), and no newer run has them: for `retry`. */
  leftOver(limit: number, after: { readonly run: number; readonly number: number }): Promise<readonly Card[]>
  /** The left-over cards of those keys. */
  leftOf(entity: string, keys: readonly string[]): Promise<ReadonlyMap<string, Card>>
  /** The newest cards of that 1C id, for `show`. */
  byKey(key: string, limit: number): Promise<readonly Card[]>
  /**
   * Forgets rows and cards of finished runs before the given one. A run stays as long as a card that its rows ask for is left
   * over, or was tried anew since: its answers may have to be written once more. Rows of other runs that show its cards keep what
   * became of them.
   */
  prune(beforeRun: number): Promise<void>
}
