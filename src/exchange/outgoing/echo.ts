import type { DocumentEntity } from '../../bitrix24/crm/entity.ts'
import type { Link } from '../../ledger/links.ts'
import type { WantedDocument } from '../portal/diff/diff-document.ts'
import { entityInto } from '../portal/entities-of.ts'
import type { PortalSession } from '../portal/session.ts'
import { contactsPart, type Parts, rowsPart, samePart } from './parts.ts'

/** What 1C was sent of a card, and the newest run that was over by then. */
export interface SentWords {
  readonly known: Parts
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
    for (const { portalId, state, known, afterRun } of (await ledger.outgoing.of(way.name, ids)).values()) {
      if (known === null || state === 'seen' || state === 'ready') continue
      sent.set(portalId, [...(sent.get(portalId) ?? []), { known: JSON.parse(known) as Parts, afterRun }])
    }
  }
  return sent
}

/**
 * What 1C says of a document without what it only says after us: a word that it was sent and gives back is no change of its own, and
 * must not undo what a person has changed meanwhile. Where 1C has said something newer of the card, the difference to that counts.
 */
export function withoutEcho(wanted: WantedDocument, sent: readonly SentWords[], link: Link | null): WantedDocument {
  const newest = sent.filter(({ afterRun }) => link === null || link.run <= afterRun)
  if (newest.length === 0) return wanted
  const isEcho = (name: string, word: string) =>
    newest.some(({ known }) => known[name] !== undefined && samePart(name, known[name], word))
  const { card, contactIds } = wanted
  const echoes = Object.entries(card.fields).flatMap(([name, word]) => (word !== '' && isEcho(name, word) ? [name] : []))
  const left = new Set(echoes.includes('stageId') ? [...echoes, 'categoryId'] : echoes)
  return {
    card: {
      ...card,
      fields: Object.fromEntries(Object.entries(card.fields).filter(([name]) => !left.has(name))),
      rows: card.rows != null && isEcho('rows', rowsPart(card.rows)) ? null : (card.rows ?? null),
    },
    contactIds: isEcho('contactIds', contactsPart(contactIds)) ? [] : contactIds,
  }
}
