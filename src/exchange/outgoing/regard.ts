import type { ChangedCard } from '../../bitrix24/crm/read-changed.ts'
import type { Link } from '../../ledger/links.ts'
import type { OutCard } from '../../ledger/outgoing.ts'
import { changedParts, isReturned } from './judge.ts'
import { numberOf } from './number-of.ts'
import type { OpenWay } from './open-way.ts'
import { type OwnWrites, ownWrites } from './own-writes.ts'
import { type Parts, partsOf, samePart } from './parts.ts'
import { type ToldOfCard, toldOf } from './told.ts'

/** A card of the portal with all that the exchange knows of it, and what that means for 1C. */
export interface Regarded {
  readonly card: ChangedCard
  readonly row: OutCard | null
  readonly now: Parts
  readonly told: ToldOfCard | null
  readonly number: string
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
    }
    regarded.push({ ...known, verdict: await verdictOf(open, known, { link, mark }) })
  }
  return regarded
}

type Known = Omit<Regarded, 'verdict'>

async function verdictOf(
  open: OpenWay,
  { card, row, now, told }: Known,
  { link, mark }: { readonly link: Link | null; readonly mark: string },
): Promise<Regarded['verdict']> {
  const { session, entity, selection } = open
  const { ledger } = session
  const before = beforeOf(row)
  if (before === null) {
    if (!selection.takes(card, link !== null || mark !== '')) return 'passed'
    // The exchange made it, and what 1C told of it is not known here (a lost answer, a new ledger): it is as 1C told it.
    if (link === null) return mark === '' ? 'tell' : 'agreed'
  }
  const isToldAnew = before !== null && link !== null && link.run > row!.afterRun
  const isSent = row?.state === 'sent'
  const isBack = isSent && link !== null && isExportedSince(link, row)
  if (before !== null && !isToldAnew && isSame(now, before.known)) return isBack ? 'returned' : 'agreed'
  const writes = link === null ? noWrites : await ownWrites(ledger, entity, link.key, before === null ? 0 : row!.afterRun)
  const sides = { now, before, told: told?.parts ?? null, isToldAnew, ...writes }
  if (changedParts(sides).length === 0) return isSent && (isBack || isReturned(sides)) ? 'returned' : 'agreed'
  return link !== null && (await isInReview(open, link.key)) ? 'held' : 'tell'
}

const noWrites: OwnWrites = { own: {}, maybe: {}, isMade: false }

/** What was sent or agreed before; null: 1C was told nothing so far. */
function beforeOf(row: OutCard | null) {
  if (row === null || row.known === null) return null
  return { known: JSON.parse(row.known) as Parts, told: row.told === null ? null : (JSON.parse(row.told) as Parts) }
}

/**
 * Has 1C exported the document since it was sent? Its job reads the orders before it writes its own (`1c-side.md §1`), so that it has
 * loaded what was there. Both are times on the clocks of the house.
 */
export function isExportedSince({ generated }: Pick<Link, 'generated'>, { sentAt }: Pick<OutCard, 'sentAt'>): boolean {
  return generated.slice(0, 19) > sentAt.slice(0, 19)
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
