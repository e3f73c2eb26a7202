import { localTime, zoneOf } from './answer-time.ts'
import { cleanForTable } from './clean-value.ts'

/** What a watcher of the exchange needs to know, and nothing that a person must decode. */
export interface Status {
  readonly state: 'success' | 'progress' | 'failure'
  /** When this was written: the heartbeat. Local time with its zone. */
  readonly at: string
  readonly run: number
  /** Files of this run: answered, refused or broken, still in the folder. */
  readonly done: number
  readonly failed: number
  readonly waiting: number
  /** Files that the run found at its start. */
  readonly total: number
  /** The highest message number answered so far; null before the first. */
  readonly lastMessage: number | null
  /** The way back to 1C; absent: the settings have none. */
  readonly back?: {
    /** The highest number of a message for 1C; 0 before the first. */
    readonly message: number
    /** Documents that 1C has not confirmed yet. */
    readonly unconfirmed: number
    /** Documents that cannot be sent. */
    readonly unsent: number
  }
  /** One sentence for a person. */
  readonly sentence: string
}

/**
 * The text of `status.txt`: the state alone on line 1, the way 1C knows it from sites, then `key=value` lines, CRLF. Keys
 * and the state are plain ASCII, so a wrong encoding spoils the sentence at most. In `progress`, `done` of `total` is how
 * far it is.
 */
export function statusText(status: Status): string {
  const lines = [
    status.state,
    `time=${localTime(status.at)}`,
    `zone=${zoneOf(status.at)}`,
    `run=${status.run}`,
    `done=${status.done}`,
    `failed=${status.failed}`,
    `waiting=${status.waiting}`,
    `total=${status.total}`,
    `message=${status.lastMessage ?? 0}`,
    ...backLines(status),
    `text=${cleanForTable(status.sentence)}`,
  ]
  return lines.map((line) => `${line}\r\n`).join('')
}

function backLines({ back }: Status): readonly string[] {
  if (back === undefined) return []
  return [`outmessage=${back.message}`, `unconfirmed=${back.unconfirmed}`, `unsent=${back.unsent}`]
}
