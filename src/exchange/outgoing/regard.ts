import type { ChangedCard } from '../../bitrix24/crm/read-changed.ts'
import type { Link } from '../../ledger/links.ts'
import type { OutCard } from '../../ledger/outgoing.ts'
import { wordOf } from './hearing.ts'
import { changedParts } from './judge.ts'
import { numberOf } from './number-of.ts'
import type { OpenWay } from './open-way.ts'
import { type OwnWrites, ownWrites } from './own-writes.ts'
import { type Parts, partsOf, samePart } from './parts.ts'
import { afterExport, afterWord, nothingSent, type Reading, readingOf, wholeDocument } from './reading.ts'
import { type ToldOfCard, toldOf } from './told.ts'

/** A card of the portal with all that the exchange knows of it, and what that means for 1C. */
export interface Regarded {
  readonly card: ChangedCard
  readonly row: OutCard | null
  readonly now: Parts
  readonly told: ToldOfCard | null
  readonly number: string
  /** How far 1C has come with what it was sent, by all that it has told. */
  readonly reading: Reading
  /** Parts that people changed and 1C does not know of; `document` where it knows of none. */
  readonly changed: readonly string[]
  /**
   * `passed`: not for this way; `tell`: 1C is to be told of it; `held`: it would be, but a person has to decide first; `agreed`: nothing
   * that 1C does not know; `returned`: the same, and 1C has what stands in the message.
   */
  readonly verdict: 'passed' | 'tell' | 'held' | 'agreed' | 'returned'
}

/** Looks at cards as they are now: have people changed them since 1C was last told, or told of them itself? */
export async function regard(open: OpenWay, cards: readonly ChangedCard[]): Promise<readonly Regarded[]> {
  const { session, way, entity, directories, requisites } = open
  const { ledger, settings } = session
  const ids = cards.map(({ id }) => id)
  const rows = await ledger.outgoing.of(way.name, ids)
  const keys = await ledger.links.owners(entity, ids)
  const links = await ledger.links.of(entity, [...keys.values()])
  const regarded: Regarded[] = []
  for (const card of cards) {
    const row = rows.get(card.id) ?? null
    const key = keys.get(card.id) ?? ''
    const link = links.get(key) ?? null
    const told = link === null ? null : await toldOf(ledger, entity, link, directories)
    const mark = card.originatorId === settings.portal.originator ? card.originId : ''
    const known = {
      card,
      row,
      now: partsOf(card, requisites.fields),
      told,
      number: numberOf(card.id, { told: told?.draft ?? null, mark }, way),
      reading: row === null ? nothingSent : await readingNow(open, row, link),
    }
    regarded.push({ ...known, ...(await verdictOf(open, known, { link, mark })) })
  }
  return regarded
}

/** What 1C has shown to have read, after what it told since the last look. */
async function readingNow(open: OpenWay, row: OutCard, link: Link | null): Promise<Reading> {
  const { session, entity, directories, exported } = open
  const reading = readingOf(row)
  const word = await wordOf(session.ledger, entity, row, link?.key ?? null, directories)
  const { known, told } = beforeOf(row) ?? { known: {}, told: null }
  const heard = word === null ? reading : afterWord(reading, word, { known, told, number: row.number })
  return afterExport(heard, exported)
}

type Known = Omit<Regarded, 'verdict' | 'changed'>
type Judged = Pick<Regarded, 'verdict' | 'changed'>

async function verdictOf(
  open: OpenWay,
  { card, row, now, told, reading }: Known,
  { link, mark }: { readonly link: Link | null; readonly mark: string },
): Promise<Judged> {
  const { session, way, entity, selection } = open
  const { ledger } = session
  const before = beforeOf(row)
  if (before === null) {
    if (!selection.takes(card, link !== null || mark !== '')) return judged('passed')
    // The exchange made it, and what 1C told of it is not known here (a lost answer, a new ledger): it is as 1C told it.
    if (link === null) return mark === '' ? judged('tell', [wholeDocument]) : judged('agreed')
  }
  const isToldAnew = before !== null && link !== null && link.run > row!.afterRun
  const isBack = row?.state === 'sent' && way.confirm !== 'file' && Object.keys(reading.unread).length === 0
  if (before !== null && !isToldAnew && isSame(now, before.known)) return judged(isBack ? 'returned' : 'agreed')
  const writes = link === null ? noWrites : await ownWrites(ledger, entity, link.key, before === null ? 0 : row!.afterRun)
  const sides = { now, before, told: told?.parts ?? null, isToldAnew, unread: Object.keys(reading.unread), ...writes }
  const changed = changedParts(sides)
  if (changed.length === 0) return judged(isBack ? 'returned' : 'agreed')
  return judged(link !== null && (await isInReview(open, link.key)) ? 'held' : 'tell', changed)
}

function judged(verdict: Regarded['verdict'], changed: readonly string[] = []): Judged {
  return { verdict, changed }
}

const noWrites: OwnWrites = { own: {}, maybe: {}, isMade: false }

/** What was sent or agreed before; null: 1C was told nothing so far. */
function beforeOf(row: OutCard | null) {
  if (row === null || row.known === null) return null
  return { known: JSON.parse(row.known) as Parts, told: row.told === null ? null : (JSON.parse(row.told) as Parts) }
}

/** Does it stand in the message, or goes with the next one? */
export function isOpen(row: Pick<OutCard, 'state'> | null): boolean {
  return row?.state === 'ready' || row?.state === 'sent'
}

export function isSame(now: Parts, known: Parts): boolean {
  return Object.keys(now).every((name) => samePart(name, now[name]!, known[name] ?? ''))
}

// Both sides changed it, and the settings leave that to a person: until then neither side is told of the other.
async function isInReview({ session: { ledger }, entity }: OpenWay, key: string): Promise<boolean> {
  const left = (await ledger.cards.leftOf(entity, [key])).get(key)
  return left?.result?.action === 'review'
}
