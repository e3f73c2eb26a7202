/** An input that was taken: its number is the message number that 1C is answered with. */
export interface Message {
  readonly number: number
  /** Path it was taken from. */
  readonly source: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly modifiedMs: number
  /** ISO time with zone. */
  readonly takenAt: string
  /** Where its bytes are kept now. */
  readonly keptAt: string
  readonly state: 'taken' | 'answered'
  readonly verdict: string | null
  readonly repeatOf: number | null
  readonly run: number | null
}

export type NewMessage = Pick<Message, 'source' | 'name' | 'bytes' | 'sha256' | 'modifiedMs' | 'takenAt' | 'keptAt' | 'repeatOf'>

/** A set of messages that were worked off together, or work on what older runs left (`undo`, `retry`). */
export interface Run {
  readonly number: number
  readonly startedAt: string
  readonly finishedAt: string | null
  readonly state: 'open' | 'done'
  readonly summary: Readonly<Record<string, number>> | null
  readonly direction: RunDirection
  readonly stage: RunStage
  /** The run that is taken back; null unless it is an `undo`. */
  readonly undoOf: number | null
  /** Of an `out` run only. */
  readonly poll?: PollNote
  /** Of an open run: why the last start could not finish it, in a sentence with its code; absent: it had no time to say. */
  readonly failure?: string
}

/** `out`: a poll of one way back to 1C; it is over when it is written down, so that it is never found open. */
export type RunDirection = 'in' | 'undo' | 'retry' | 'out'

/** What a poll of the way back was about. */
export interface PollNote {
  /** Name of the way in the settings. */
  readonly way: string
  /** Why it failed, in a sentence with its code; null: it did not. */
  readonly failure: string | null
}

/** A poll to be written down as a run. */
export interface NewPoll extends PollNote {
  readonly startedAt: string
  readonly finishedAt: string
  readonly summary: Readonly<Record<string, number>>
}

/**
 * How far an open run has come: its rows become cards (`reading`), what is to be done is known (`planned`), it is being done
 * (`applying`), the brake holds it until a person lets it go on (`stopped`), all is done but the answers (`answering`).
 */
export type RunStage = 'reading' | 'planned' | 'applying' | 'stopped' | 'answering'
