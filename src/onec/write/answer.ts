/** What was done with one row. `deleted`: its card is no longer there, as the settings wish of what 1C marks for deletion. `prepared`: written into an import file. `remembered`: kept for later (group, unit, price type …). */
export const answerActions = [
  'created',
  'updated',
  'deleted',
  'prepared',
  'remembered',
  'unchanged',
  'skipped',
  'waiting',
  'review',
  'refused',
] as const

export type AnswerAction = (typeof answerActions)[number]

/** What was done with the file. `refused`: none of its rows was used. `repeat`: the same bytes came before, see `repeatOf`. */
export type AnswerVerdict = 'done' | 'partly' | 'refused' | 'repeat'

/**
 * The facts about one answer, known before its first line is written: whoever keeps the lines counts them
 * (`AnswerSpool`, or the ledger). `rows` is the sum of `counts`; a writer that finds other lines than these throws.
 */
export interface AnswerHead {
  /** Number of the message: grows by one with every file that is taken. */
  readonly message: number
  /** Name of the input as 1C wrote it, without the folder. */
  readonly input: string
  readonly sha256: string
  readonly bytes: number
  /** Local time with its zone, `2026-03-05T09:05:07+03:00`. */
  readonly startedAt: string
  readonly finishedAt: string
  readonly verdict: AnswerVerdict
  readonly repeatOf: number | null
  /** Why the file as a whole was refused, or what a person must know about it. */
  readonly problem: { readonly code: string; readonly text: string } | null
  readonly counts: Readonly<Record<AnswerAction, number>>
  readonly rows: number
}

/** One row of the input and what became of it: every row stands in exactly one line (DESIGN.md §3.5). */
export interface AnswerLine {
  readonly row: number
  /** A `RecordKind`. */
  readonly kind: string
  /** The 1C id as the file gave it; empty only where the file gave none. */
  readonly id: string
  readonly bitrixId: string
  readonly action: AnswerAction
  /** A code of the problem table, empty where there is nothing to say. */
  readonly code: string
  readonly text: string
  readonly hash: string
  /** Local time with its zone. */
  readonly at: string
}

/** Lines as they come from where they are kept: some thousands at a time, in the order of the input. */
export type AnswerLines = AsyncIterable<readonly AnswerLine[]> | Iterable<readonly AnswerLine[]>

/** Nothing counted yet. */
export function noCounts(): Record<AnswerAction, number> {
  return {
    created: 0,
    updated: 0,
    deleted: 0,
    prepared: 0,
    remembered: 0,
    unchanged: 0,
    skipped: 0,
    waiting: 0,
    review: 0,
    refused: 0,
  }
}
