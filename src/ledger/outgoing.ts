/** How far one way back to 1C has come. */
export interface Way {
  /** Its name in the settings. */
  readonly name: string
  /** Portal and kind of cards that all else here is of. */
  readonly source: string
  /** Hash of its settings when it was polled last. */
  readonly rules: string
  /** Time of the portal up to which all changes are in the ledger; '' before the first poll. */
  readonly since: string
  /** Milliseconds since 1970. */
  readonly polledAt: number
  /** Number of the message in its file; 0 before the first one with documents. */
  readonly message: number
  /** When that message was made, local time with zone. */
  readonly messageAt: string
  /** Hash of what stands in it. */
  readonly digest: string
  /** Does the file hold that message? */
  readonly written: boolean
  /** The highest number that 1C has confirmed. */
  readonly confirmed: number
  /** `ДатаФормирования` of the newest documents that 1C has exported; '' for none. */
  readonly exported: string
  /** Code of what made the last poll fail; '' : it did not. */
  readonly failure: string
}

/**
 * What 1C is known to have of one card of the portal, and what is on its way there. `known`, `told`, `reading`, `word`, `document`, `problems` are JSON
 * of the exchange.
 */
export interface OutCard {
  readonly portalId: number
  /**
   * `seen`: never sent. `ready`: goes with the next message; `sent`: stands in the message and is not confirmed; `confirmed`: 1C has it;
   * `forgotten`: given up, 1C never confirmed it.
   */
  readonly state: 'seen' | 'ready' | 'sent' | 'confirmed' | 'forgotten'
  /** Message in which its present document stood first; 0: in none so far. */
  readonly message: number
  /** Number by which 1C knows it, for people. */
  readonly number: string
  /** Its parts as they were sent or last agreed with 1C; null: nothing is known of that. */
  readonly known: string | null
  /** Parts that 1C told itself, as they were at that time; null: none. */
  readonly told: string | null
  /** The newest run that was over when the card was read for this. */
  readonly afterRun: number
  /** What 1C has shown to have read of what it was sent; null: nobody has looked yet. */
  readonly reading: string | null
  /** What 1C has told of the document since the last poll, whatever became of that on the portal; null: nothing. */
  readonly word: string | null
  /** What stands in the message; null where nothing does. */
  readonly document: string | null
  /** When the present document came up, local time with zone; '' where there is none. */
  readonly sentAt: string
  /** When 1C confirmed it, local time with zone; '' while it has not. */
  readonly confirmedAt: string
  /** Why its present state is not told to 1C; null: nothing stands in the way. */
  readonly problems: string | null
}

/** A card of one of the ways back. */
export interface OutCardOfWay {
  readonly way: string
  readonly card: OutCard
}

export interface OutgoingTable {
  way(name: string): Promise<Way | null>
  putWay(way: Way): Promise<void>
  of(way: string, portalIds: readonly number[]): Promise<ReadonlyMap<number, OutCard>>
  put(way: string, cards: readonly OutCard[]): Promise<void>
  remove(way: string, portalIds: readonly number[]): Promise<void>
  /** Forgets all cards of a way: it is of other cards from now on. */
  clear(way: string): Promise<void>
  /** What stands in the message or goes with the next one, the oldest first. */
  open(way: string): Promise<readonly OutCard[]>
  /** Cards whose present state is not told to 1C. */
  stuck(way: string): Promise<readonly OutCard[]>
  /**
   * All `ready` ones stand in one message from now on; gives its number, the next one of all ways, so that a number says which way it
   * is of.
   */
  number(way: string): Promise<number>
  /** The way that had the message of that number, or null. */
  wayOf(message: number): Promise<string | null>
  /** 1C has taken everything up to that message; what has changed since stays open. Gives how many that were. */
  confirm(way: string, message: number, at: string): Promise<number>
  /** Numbers of the documents, of all ways, that 1C has not confirmed. */
  awaited(): Promise<ReadonlySet<string>>
  /** Notes what 1C told of such a document; `entity`: what kind of card it is. */
  hear(entity: string, number: string, word: string): Promise<void>
  /** 1C has exported documents at that time, by its own clock; an older time changes nothing. */
  noteExport(generated: string): Promise<void>
  /** Cards of all ways that 1C knows by that number. */
  numbered(number: string): Promise<readonly OutCardOfWay[]>
  /** Cards of all ways that have that number on the portal, of whatever kind they are. */
  withId(portalId: number): Promise<readonly OutCardOfWay[]>
  counts(way: string): Promise<{ readonly open: number; readonly stuck: number }>
}
