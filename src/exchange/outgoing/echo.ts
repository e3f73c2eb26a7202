import type { DocumentEntity } from '../../bitrix24/crm/entity.ts'
import type { WantedCard, WantedRow } from '../../bitrix24/crm/wanted-card.ts'
import type { Link } from '../../ledger/links.ts'
import type { WantedDocument } from '../portal/diff/diff-document.ts'
import { entityInto } from '../portal/entities-of.ts'
import type { PortalSession } from '../portal/session.ts'
import { contactsPart, givesBack, type Parts, rowsPart } from './parts.ts'
import { afterWord, isAfter, type Reading, readingOf, wholeDocument } from './reading.ts'

/** What 1C was sent of a card on one way back. */
export interface SentWords {
  /** Number that it was sent with. */
  readonly number: string
  readonly known: Parts
  /** What it had told by then. */
  readonly told: Parts | null
  /** What it has shown to have read, and words that it was sent before these and may have loaded. */
  readonly reading: Reading
  /** When it confirmed them, '' while it has not. */
  readonly confirmedAt: string
  /** The newest run that was over by then. */
  readonly afterRun: number
}

/** What 1C was sent of these cards, by all ways back that are of them. */
export async function sentWords(
  { ledger, settings }: Pick<PortalSession, 'ledger' | 'settings'>,
  entity: DocumentEntity,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly SentWords[]>> {
  const sent = new Map<number, SentWords[]>()
  for (const way of settings.outgoing.filter((each) => entityInto(each) === entity)) {
    for (const row of (await ledger.outgoing.of(way.name, ids)).values()) {
      const { portalId, number, state, known, told, confirmedAt, afterRun } = row
      if (known === null || state === 'seen') continue
      const words = {
        number,
        // What goes with the next message only, 1C cannot give back.
        known: state === 'ready' ? {} : (JSON.parse(known) as Parts),
        told: told === null ? null : (JSON.parse(told) as Parts),
        reading: readingOf(row),
      }
      sent.set(portalId, [...(sent.get(portalId) ?? []), { ...words, confirmedAt, afterRun }])
    }
  }
  return sent
}

/** A document that 1C tells, and what is known of it besides. */
export interface Telling {
  readonly wanted: WantedDocument
  /** Number by which 1C tells it. */
  readonly number: string
  /** When it tells this, '' where the file does not say. */
  readonly generated: string
  readonly link: Link | null
  /** What 1C told when the portal confirmed it last. */
  readonly base: WantedDocument | null
}

/**
 * What 1C says of a document without what it only says after us: a word that it was sent and gives back is no change of its own, and
 * must not undo what a person has changed meanwhile. It may be an older one of several that it was sent, where it has exported before it read
 * the last of them. Where 1C has said something of its own since, the difference to that counts.
 */
export function withoutEcho(telling: Telling, sent: readonly SentWords[]): WantedDocument {
  const { wanted, generated } = telling
  if (sent.length === 0) return wanted
  const isEcho = (name: string, word: string) =>
    sent.some((words) => {
      const { known, reading, confirmedAt } = words
      const older = confirmedAt !== '' && isAfter(generated, confirmedAt) ? [] : (reading.former[name] ?? [])
      const isSent = [known[name], ...older].some((each) => each !== undefined && givesBack(name, word, each))
      return isSent && !isOwnSince(name, telling, words)
    })
  const { card, contactIds } = wanted
  const echoes = Object.entries(card.fields).flatMap(([name, word]) => (word !== '' && isEcho(name, word) ? [name] : []))
  const left = new Set(echoes.includes('stageId') ? [...echoes, 'categoryId'] : echoes)
  return {
    card: {
      ...card,
      fields: Object.fromEntries(Object.entries(card.fields).filter(([name]) => !left.has(name))),
      rows: card.rows != null && isEcho('rows', wordOf(wanted, 'rows')) ? null : (card.rows ?? null),
    },
    contactIds: isEcho('contactIds', wordOf(wanted, 'contactIds')) ? [] : contactIds,
  }
}

/**
 * What both sides had in common before 1C told this, instead of what it told last: the words that it was sent and had loaded by then. What it
 * says now is no conflict with them, it is a change. Null: it was sent nothing that is newer than its last word, or may not have loaded it.
 */
export function agreedSince(telling: Telling, sent: readonly SentWords[]): Pick<WantedCard, 'fields' | 'rows'> | null {
  const { wanted, number, generated, base } = telling
  const loaded = sent.flatMap((words) => {
    const { known, told, reading, confirmedAt } = words
    const left = afterWord(reading, { number, generated, parts: partsIn(wanted) }, { known, told, number: words.number }).unread
    const isConfirmed = confirmedAt !== '' && isAfter(generated, confirmedAt)
    const isShown = (name: string) => reading.unread[name] !== undefined && left[name] === undefined
    const isLoaded = (name: string) =>
      isConfirmed || isShown(name) || (reading.unread[name] === undefined && isShown(wholeDocument))
    return Object.entries(known).filter(([name]) => isLoaded(name) && !isOwnSince(name, telling, words))
  })
  if (loaded.length === 0) return null
  const { rows, contactIds: _people, ...fields } = Object.fromEntries(loaded)
  return {
    fields: { ...base?.card.fields, ...fields },
    rows: rows === undefined ? (base?.card.rows ?? null) : rows === '' ? [] : (JSON.parse(rows) as readonly WantedRow[]),
  }
}

/** Has 1C said a word of its own of that part since it was sent these? */
function isOwnSince(name: string, { link, base }: Telling, { known, told, reading, afterRun }: SentWords): boolean {
  if (link === null || link.run <= afterRun) return false
  const last = base === null ? '' : wordOf(base, name)
  return ![known[name], told?.[name] ?? '', ...(reading.former[name] ?? [])].some(
    (each) => each !== undefined && givesBack(name, last, each),
  )
}

// What only the settings say is no word of 1C.
function partsIn(wanted: WantedDocument): Parts {
  const { card } = wanted
  const fields = Object.entries(card.fields).filter(([name, word]) => word !== '' && !card.initial.includes(name))
  const others = ['rows', 'contactIds'].map((name) => [name, wordOf(wanted, name)] as const)
  return Object.fromEntries([...fields, ...others.filter(([, word]) => word !== '')])
}

function wordOf({ card, contactIds }: WantedDocument, name: string): string {
  if (name === 'contactIds') return contactsPart(contactIds)
  return name === 'rows' ? rowsPart(card.rows ?? []) : (card.fields[name] ?? '')
}
