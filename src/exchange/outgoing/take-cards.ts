import type { ChangedCard } from '../../bitrix24/crm/read-changed.ts'
import type { OutCard } from '../../ledger/outgoing.ts'
import { refusalsOf } from '../../onec/write/outgoing.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { OutDocument } from '../../records/out-document.ts'
import { documentsOf } from './documents.ts'
import type { OpenWay } from './open-way.ts'
import type { Parts } from './parts.ts'
import { nothingSent, wholeDocument, withNews } from './reading.ts'
import { isOpen, isSame, type Regarded, regard } from './regard.ts'

export interface Taken {
  /** Documents that go with the next message. */
  readonly documents: number
  /** Documents that 1C has shown to have. */
  readonly returned: number
  /** What has come to stand in the way of a card, and was not said before. */
  readonly problems: readonly Problem[]
}

/** Looks at some cards, and notes in the ledger what is to be told of them; done again, it notes the same. */
export async function takeCards(open: OpenWay, cards: readonly ChangedCard[]): Promise<Taken> {
  const { session, way, isAnew } = open
  const { outgoing } = session.ledger
  const regarded = await regard(open, cards)
  const wanted = regarded.filter((each) => each.verdict === 'tell' || isStale(each, isAnew))
  const documents = new Map((await documentsOf(open, wanted)).map((document) => [document.portalId, document]))
  const noted = regarded.map((each) => ({ each, row: noteOf(open, each, documents.get(each.card.id) ?? null) }))
  const changed = noted.filter(({ each, row }) => JSON.stringify(row) !== JSON.stringify(each.row))
  await outgoing.put(
    way.name,
    changed.flatMap(({ row }) => row ?? []),
  )
  await outgoing.remove(
    way.name,
    changed.flatMap(({ each, row }) => (row === null ? [each.card.id] : [])),
  )
  return {
    documents: changed.filter(({ each, row }) => row?.state === 'ready' && row.document !== each.row?.document).length,
    returned: changed.filter(({ each }) => each.verdict === 'returned').length,
    problems: changed.flatMap(({ each, row }) =>
      row === null || row.problems === null || row.problems === each.row?.problems ? [] : (JSON.parse(row.problems) as Problem[]),
    ),
  }
}

/** What stands in the message is no longer what the card says, though nobody but 1C has changed it; or it is to be said otherwise. */
function isStale({ row, now, verdict }: Regarded, isAnew: boolean): boolean {
  if (verdict !== 'agreed' || row === null || !isOpen(row) || row.known === null) return false
  return isAnew || !isSame(now, JSON.parse(row.known))
}

/** What the ledger is to know of a card from now on; its own row where nothing changes, null: nothing. */
function noteOf(open: OpenWay, regarded: Regarded, document: OutDocument | null): OutCard | null {
  const { row, verdict, number } = regarded
  if (verdict === 'passed') return row?.message === 0 ? null : row
  if (verdict === 'held') return stuck(regarded, [problem('outgoing.held', { number })])
  if (document !== null) {
    const refusals = refusalsOf(open.way.format, document, open.way)
    if (refusals.length > 0) return stuck(regarded, refusals)
    return verdict === 'tell' || open.isAnew ? ready(open, regarded, document) : renewed(open, regarded, document)
  }
  if (row !== null && isOpen(row)) {
    if (verdict === 'returned') return confirmed(open, regarded, row)
    // It waits for 1C to take it; what 1C told meanwhile is known from now on.
    return { ...row, ...heard(regarded), ...wordsOf(open, regarded), problems: null }
  }
  return agreed(open, regarded, row ?? unknown(regarded))
}

function ready(open: OpenWay, regarded: Regarded, document: OutDocument): OutCard {
  const { row, number, now, reading, changed } = regarded
  const text = JSON.stringify(document)
  const words = { known: JSON.stringify(now), ...heard(regarded), ...wordsOf(open, regarded), number, problems: null }
  if (row !== null && isOpen(row) && row.document !== null && isSameDocument(row.document, document)) return { ...row, ...words }
  const names = new Set([...changed, ...reworded(regarded)])
  // Where only the settings say it otherwise, it is read as a whole or not at all.
  if (names.size === 0) names.add(wholeDocument)
  const news = withNews(reading, [...names], { ...before(row), at: '' })
  const read = { reading: JSON.stringify(news), confirmedAt: '' }
  return { ...(row ?? unknown(regarded)), ...words, ...read, state: 'ready', document: text, sentAt: open.at }
}

/**
 * Only 1C has changed it: what it would read once more has to agree with what it said since, and is no new message. So nothing that 1C
 * makes of a message is answered with another one. What it has not read yet says something else from now on, and the number of the present
 * message no longer tells that it was read so: only a later one does.
 */
function renewed(open: OpenWay, regarded: Regarded, document: OutDocument): OutCard {
  const { row, now, reading } = regarded
  const names = reworded(regarded)
  const news = withNews(reading, names, { ...before(row), at: row?.state === 'sent' ? open.at : '' })
  const later = names.length > 0 && row?.state === 'sent' ? { message: open.message + 1 } : {}
  const words = { known: JSON.stringify(now), ...heard(regarded), ...wordsOf(open, regarded), problems: null }
  return { ...(row ?? unknown(regarded)), ...words, ...later, reading: JSON.stringify(news), document: JSON.stringify(document) }
}

/** Parts that 1C has not shown to have, and that say something else from now on, whoever has changed them. */
function reworded({ row, now, reading }: Regarded): readonly string[] {
  const { known } = before(row)
  return Object.keys(reading.unread).filter((name) => now[name] !== undefined && now[name] !== known[name])
}

// A touch that changes nothing of what 1C is told is no news.
function isSameDocument(before: string, document: OutDocument): boolean {
  const { changedAt } = JSON.parse(before) as OutDocument
  return JSON.stringify({ ...document, changedAt }) === before
}

/** What was sent stays as it is until the card can be told again. */
function stuck(regarded: Regarded, problems: readonly Problem[]): OutCard {
  const { row, number } = regarded
  return { ...(row ?? unknown(regarded)), ...heard(regarded), number, problems: JSON.stringify(problems) }
}

function confirmed(open: OpenWay, regarded: Regarded, row: OutCard): OutCard {
  return { ...agreed(open, regarded, row), state: 'confirmed', document: null, confirmedAt: open.at }
}

function agreed(open: OpenWay, regarded: Regarded, row: OutCard): OutCard {
  const { now, number } = regarded
  return { ...row, ...heard(regarded), known: JSON.stringify(now), ...wordsOf(open, regarded), number, problems: null }
}

function wordsOf({ afterRun }: OpenWay, { told }: Regarded): Pick<OutCard, 'told' | 'afterRun'> {
  return { told: told === null ? null : JSON.stringify(told.parts), afterRun }
}

/** What 1C has said is taken account of. */
function heard({ reading }: Regarded): Pick<OutCard, 'reading' | 'word'> {
  return { reading: JSON.stringify(reading), word: null }
}

/** The parts that 1C was sent last, and whether they stood in the file at all. */
function before(row: OutCard | null): { readonly known: Parts; readonly wasSent: boolean } {
  if (row === null || row.known === null) return { known: {}, wasSent: false }
  return { known: JSON.parse(row.known) as Parts, wasSent: row.state !== 'seen' && row.state !== 'ready' }
}

function unknown({ card, number }: Regarded): OutCard {
  return {
    portalId: card.id,
    state: 'seen',
    message: 0,
    number,
    known: null,
    told: null,
    afterRun: 0,
    reading: JSON.stringify(nothingSent),
    word: null,
    document: null,
    sentAt: '',
    confirmedAt: '',
    problems: null,
  }
}
