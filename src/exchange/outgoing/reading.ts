import type { OutCard } from '../../ledger/outgoing.ts'
import { givesBack, type Parts, samePart, shows } from './parts.ts'

/**
 * How far 1C has come with what it was sent of one card; plain JSON of the ledger. Only what 1C itself says moves it on: a job of 1C may
 * export before it reads, or go on where it could not read at all (`1c-side.md §5`), so that an order that comes back without the change
 * has not been loaded with it, whenever it was exported.
 */
export interface Reading {
  /**
   * Parts that 1C has not shown to have as they stand in the message, and since when they stand there so by the clock of the house; '' for
   * not yet. `document` is the document itself.
   */
  readonly unread: Readonly<Record<string, string>>
  /** Words that it was sent of a part before, the oldest first: it may have loaded them, and still give them back. */
  readonly former: Readonly<Record<string, readonly string[]>>
  /** Of unread parts that an export since then said nothing of: `ДатаФормирования` of the first one. */
  readonly silent: Readonly<Record<string, string>>
}

/** What 1C told of a document. */
export interface Word {
  /** Number by which it was told. */
  readonly number: string
  readonly parts: Parts
  /** `ДатаФормирования`, '' where the file had none. */
  readonly generated: string
}

/** The document itself among its parts. */
export const wholeDocument = 'document'

export const nothingSent: Reading = { unread: {}, former: {}, silent: {} }

/** What is known of that; of a card that was sent by an older program, all that 1C does not tell in the same words is unread. */
export function readingOf({ reading, state, known, told, sentAt }: OutCard): Reading {
  if (reading !== null) {
    const noted = JSON.parse(reading) as Reading
    return state === 'confirmed' ? { ...nothingSent, former: noted.former } : noted
  }
  if (state !== 'sent' || known === null) return nothingSent
  if (told === null) return { ...nothingSent, unread: { [wholeDocument]: sentAt } }
  const before = JSON.parse(told) as Parts
  const changed = Object.entries(JSON.parse(known) as Parts).filter(([name, word]) => !samePart(name, word, before[name] ?? ''))
  return { ...nothingSent, unread: Object.fromEntries(changed.map(([name]) => [name, sentAt])) }
}

/** These parts go out with new words; `at`: since when they stand in the file, '' with the next message. `wasSent`: what stood there before was in the file. */
export function withNews(
  { unread, former, silent }: Reading,
  names: readonly string[],
  { known, wasSent, at }: { readonly known: Parts; readonly wasSent: boolean; readonly at: string },
): Reading {
  const older = wasSent ? names.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]] as const])) : []
  return {
    unread: { ...unread, ...Object.fromEntries(names.map((name) => [name, at])) },
    former: { ...former, ...Object.fromEntries(older.map(([name, word]) => [name, [...(former[name] ?? []), word]])) },
    silent: without(silent, names),
  }
}

/** The message is being written: what was to go with it stands there from now on. */
export function inMessage(reading: Reading, at: string): Reading {
  const { unread } = reading
  return { ...reading, unread: Object.fromEntries(Object.entries(unread).map(([name, since]) => [name, since || at])) }
}

/** What is known before 1C has said something. */
export interface Before {
  /** Parts as they stand in the message. */
  readonly known: Parts
  /** What 1C had told by then, null: it never did. */
  readonly told: Parts | null
  /** Number that it was sent with. */
  readonly number: string
}

/**
 * 1C has told of the document. A part in words that are only of the present message shows that it has loaded that, and so all that stood
 * there by then. A word that it had before may be the old one still: it counts for itself, and only where the export is newer than the message.
 */
export function afterWord({ unread, former, silent }: Reading, word: Word, before: Before): Reading {
  const isSince = (at: string) => at !== '' && isAfter(word.generated, at)
  const shown = Object.entries(unread).flatMap(([name, at]) => {
    const showing = at === '' ? 'nothing' : showingOf(name, word, before, former[name] ?? [])
    return showing === 'message' || (showing === 'word' && isSince(at)) ? [{ name, at, showing }] : []
  })
  const upTo = shown.reduce((newest, { at, showing }) => (showing === 'message' && isAfter(at, newest) ? at : newest), '')
  const left = Object.entries(unread).filter(
    ([name, at]) => !shown.some((each) => each.name === name) && (at === '' || upTo === '' || isAfter(at, upTo)),
  )
  const quiet = left.filter(([name, at]) => isSince(at) && !speaksAgainst(name, word, before))
  const isNow = (name: string) => shown.some((each) => each.name === name)
  return {
    unread: Object.fromEntries(left),
    former: Object.fromEntries(
      Object.entries(former).map(([name, words]) => [name, stillGiven(name, words, word, before, isNow(name))]),
    ),
    silent: Object.fromEntries(quiet.map(([name]) => [name, silent[name] ?? word.generated])),
  }
}

/**
 * 1C has exported documents, these or others. What the export that brought the document back could say nothing of is read by the time of
 * the next one: the file was there before the first of the two jobs began.
 */
export function afterExport(reading: Reading, exported: string): Reading {
  const over = Object.entries(reading.silent).flatMap(([name, since]) => (isAfter(exported, since) ? [name] : []))
  if (over.length === 0) return reading
  return { ...reading, unread: without(reading.unread, over), silent: without(reading.silent, over) }
}

/** Both are local times of the house, with or without their zone; '' is older than any. */
export function isAfter(time: string, other: string): boolean {
  return time.slice(0, 19) > other.slice(0, 19)
}

/** Is that the word of the present message, and could 1C have it from nowhere else? */
function showingOf(
  name: string,
  word: Word,
  { known, told, number }: Before,
  older: readonly string[],
): 'message' | 'word' | 'nothing' {
  if (name === wholeDocument) return told === null && word.number === number ? 'message' : 'nothing'
  const says = word.parts[name]
  if (says === undefined || known[name] === undefined || !shows(name, says, known[name])) return 'nothing'
  return [...older, told?.[name]].some((each) => each !== undefined && shows(name, says, each)) ? 'word' : 'message'
}

// 1C has a state of an order by its signs, posted or paid, which may be the same for many stages.
function speaksAgainst(name: string, { parts }: Word, { known }: Before): boolean {
  const [says, sent] = [parts[name], known[name]]
  return name !== 'stageId' && says !== undefined && sent !== undefined && !shows(name, says, sent)
}

/**
 * Words before the one that 1C tells now are over; with a word of its own all are, unless it only repeats what it told before them. `isNow`:
 * it tells what it has while the present one stands in the file.
 */
function stillGiven(
  name: string,
  words: readonly string[],
  { parts }: Word,
  { known, told }: Before,
  isNow: boolean,
): readonly string[] {
  const says = parts[name]
  if (says === undefined || words.length === 0) return words
  const place = words.findIndex((word) => givesBack(name, says, word))
  if (known[name] !== undefined && givesBack(name, says, known[name]) && (isNow || place === -1)) return []
  if (place !== -1) return words.slice(place)
  return told?.[name] !== undefined && samePart(name, says, told[name]) ? words : []
}

function without<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))
}
