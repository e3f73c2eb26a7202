import type { CardTable } from './cards.ts'
import type { CompanyNames } from './company-names.ts'
import type { Known, NewKnown } from './known.ts'
import type { LinkTable } from './links.ts'
import type { Message, NewMessage, NewPoll, Run, RunDirection, RunStage } from './message.ts'
import type { OperationTable } from './operations.ts'
import type { OutgoingTable } from './outgoing.ts'

/**
 * The memory of an exchange. Asynchronous, so that a server database can stand behind it where several machines share one
 * portal; many-row calls take and give whole batches for the same reason.
 */
export interface Ledger {
  /** Gives the next message number. */
  addMessage(message: NewMessage): Promise<Message>
  messageByNumber(number: number): Promise<Message | null>
  setKeptAt(number: number, keptAt: string): Promise<void>
  /** The first message with that content all of whose rows were used, or null: a file that failed is tried again. */
  doneMessageByHash(sha256: string): Promise<Message | null>
  /** The unanswered message whose bytes lie there, or null. */
  messageKeptAt(path: string): Promise<Message | null>
  /** The newest message of each path that anything was taken from. */
  newestBySource(): Promise<readonly Message[]>
  /** Messages not answered yet, by number. */
  takenMessages(): Promise<readonly Message[]>
  answered(number: number, verdict: string, answer: unknown): Promise<void>
  /** What was noted of the answer of a message, null before it is answered. */
  answerOf(number: number): Promise<unknown>
  lastMessageNumber(): Promise<number>

  /** The run that was begun and not finished (a crash came between), or null. */
  openRun(): Promise<Run | null>
  /** Begins a run over the given messages; `direction` is `in` unless said, `undoOf` the run that an `undo` takes back. */
  beginRun(startedAt: string, messages: readonly number[], direction?: RunDirection, undoOf?: number | null): Promise<Run>
  setStage(run: number, stage: RunStage): Promise<void>
  /** Notes why an open run could not be finished this time; null: it is tried anew. */
  noteFailure(run: number, failure: string | null): Promise<void>
  /** Notes that the program itself failed over that run; tells how often it did. */
  noteFault(run: number): Promise<number>
  /** Was that run taken back by another one? */
  isUndone(run: number): Promise<boolean>
  messagesOfRun(run: number): Promise<readonly Message[]>
  finishRun(number: number, finishedAt: string, summary: Readonly<Record<string, number>>): Promise<void>
  /** Writes down a poll of the way back as a run of its own, which is done; gives its number. */
  addPoll(poll: NewPoll): Promise<number>
  runs(limit: number): Promise<readonly Run[]>
  runByNumber(number: number): Promise<Run | null>

  /** Known things by id, in any order; ids that are not known are absent. */
  known(kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, Known>>
  /** Known things whose id is one of the given or begins with one of them and `#` (variants of a good). */
  knownUnder(kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Known[]>>
  /** All of a kind, in the order of ids, a batch at a time. */
  allKnown(kind: string): AsyncIterable<readonly Known[]>
  remember(things: readonly NewKnown[]): Promise<void>
  /** Notes that a message had known things once more, unchanged: what is older than it stays older. */
  seen(kind: string, ids: readonly string[], message: number, generated: string): Promise<void>

  /** Company titles given out so far; each key has one, no two keys share one. */
  readonly titles: TitleTable
  /** Notes the name under which a contact stands on the portal. */
  addContactNames(entries: readonly { readonly name: string; readonly key: string }[]): Promise<void>
  /** How many contacts have exactly that name. */
  countContactName(name: string): Promise<number>

  readonly links: LinkTable
  readonly cards: CardTable
  readonly operations: OperationTable
  readonly companyNames: CompanyNames
  readonly outgoing: OutgoingTable

  /** All that the work writes becomes lasting together, or (it throws, the process dies) not at all. */
  atomically<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** `name` is the title as the portal compares it when it links, `likeness` as its duplicate control does. */
export interface TitleTable {
  titleOf(key: string): Promise<string | undefined>
  hasName(name: string): Promise<boolean>
  titleLike(likeness: string): Promise<string | undefined>
  /** Titles of that name, and those that had to be told apart from it by ` (ИНН …)` and the like. */
  namesakes(name: string): Promise<readonly { readonly key: string; readonly title: string }[]>
  put(entry: { readonly key: string; readonly title: string; readonly name: string; readonly likeness: string }): Promise<void>
  remove(key: string): Promise<void>
}
