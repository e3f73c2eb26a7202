import type { ChangedCard } from '../../bitrix24/crm/read-changed.ts'
import type { OutCard } from '../../ledger/outgoing.ts'
import { refusalsOf } from '../../onec/write/outgoing.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { OutDocument } from '../../records/out-document.ts'
import { documentsOf } from './documents.ts'
import type { OpenWay } from './open-way.ts'
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
    if (verdict === 'returned') return agreed(open, regarded, { ...row, state: 'confirmed', document: null })
    // It waits for 1C to take it; what 1C told meanwhile is known from now on.
    return { ...row, ...wordsOf(open, regarded), problems: null }
  }
  return agreed(open, regarded, row ?? unknown(regarded))
}

function ready(open: OpenWay, regarded: Regarded, document: OutDocument): OutCard {
  const { row, number, now } = regarded
  const text = JSON.stringify(document)
  const words = { known: JSON.stringify(now), ...wordsOf(open, regarded), number, problems: null }
  if (row !== null && isOpen(row) && row.document !== null && isSameDocument(row.document, document)) return { ...row, ...words }
  return { ...(row ?? unknown(regarded)), ...words, state: 'ready', document: text, sentAt: open.at }
}

/**
 * Only 1C has changed it: what it would read once more has to agree with what it said since, and is no new message. So nothing that 1C
 * makes of a message is answered with another one.
 */
function renewed(open: OpenWay, regarded: Regarded, document: OutDocument): OutCard {
  const words = { known: JSON.stringify(regarded.now), ...wordsOf(open, regarded), problems: null }
  return { ...(regarded.row ?? unknown(regarded)), ...words, document: JSON.stringify(document) }
}

// A touch that changes nothing of what 1C is told is no news.
function isSameDocument(before: string, document: OutDocument): boolean {
  const { changedAt } = JSON.parse(before) as OutDocument
  return JSON.stringify({ ...document, changedAt }) === before
}

/** What was sent stays as it is until the card can be told again. */
function stuck(regarded: Regarded, problems: readonly Problem[]): OutCard {
  return { ...(regarded.row ?? unknown(regarded)), number: regarded.number, problems: JSON.stringify(problems) }
}

function agreed(open: OpenWay, regarded: Regarded, row: OutCard): OutCard {
  const { now, number } = regarded
  return { ...row, known: JSON.stringify(now), ...wordsOf(open, regarded), number, problems: null }
}

function wordsOf({ afterRun }: OpenWay, { told }: Regarded): Pick<OutCard, 'told' | 'afterRun'> {
  return { told: told === null ? null : JSON.stringify(told.parts), afterRun }
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
    document: null,
    sentAt: '',
    problems: null,
  }
}
