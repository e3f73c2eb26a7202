import type { LinkBook } from '../../bitrix24/import-csv/links.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { Counterparty } from '../../records/counterparty.ts'
import { contentHash } from '../content-hash.ts'
import { counterpartyKey } from '../map/counterparty-cards.ts'
import type { ClientNames } from '../map/deal-draft.ts'
import type { DocumentExchange } from '../map/document-record.ts'
import { clientOf } from './client-names.ts'
import { fromDocument } from './compare-known.ts'
import { counterpartyCards, writeCounterparty } from './counterparties.ts'
import type { RowSource } from './handler.ts'
import type { Workshop } from './workshop.ts'

/** How the deal of a document names its client, and whether the name leads to one card. */
export interface DocumentClient {
  readonly names: ClientNames
  readonly problems: readonly Problem[]
  readonly links: LinkBook
}

/**
 * The client of a document. One that is not known yet becomes a card as well, because the import links a deal to its client
 * by an existing name only; the card waits until the end of the run, as the client itself may still come with all it has.
 */
export async function documentClient(
  shop: Workshop,
  client: Counterparty,
  exchange: DocumentExchange,
  source: RowSource,
): Promise<DocumentClient> {
  const known = await clientOf(shop.ledger, counterpartyKey(client))
  if (known !== null) return linkedClient(shop, known)
  if (!exchange.clients) return noClient([problem('exchange.client-unknown', { client: client.name || client.id })])
  // `fields:` of this exchange speak of the document, not of its client.
  const cards = counterpartyCards({}, client, exchange, { ...shop.contextOf(exchange), fields: new Map() })
  // Nor does its file say how old what it knows of the client is.
  const writing = { source: { ...source, generated: '' }, when: 'later', cards: null } as const
  const written = await writeCounterparty(shop, client, cards, undefined, writing)
  if (!written.written) return noClient(written.problems)
  // A card made from a document knows little: the hash lets the first full card of this client through.
  const hash = `${fromDocument}${contentHash(cards.card)}`
  const { id, record } = written.known
  await shop.ledger.remember([{ kind: 'counterparty', id, record, hash, generated: '', message: source.message }])
  return linkedClient(shop, record, written.problems)
}

export async function linkedClient(
  shop: Workshop,
  names: ClientNames,
  problems: readonly Problem[] = [],
): Promise<DocumentClient> {
  const { companyTitle, contactName } = names
  const contacts = contactName === '' ? 0 : await shop.ledger.countContactName(contactName)
  // Titles are unique by themselves.
  return { names: { companyTitle, contactName }, problems, links: bookOf({ company: 1, contact: contacts }) }
}

export function noClient(problems: readonly Problem[]): DocumentClient {
  return { names: { companyTitle: '', contactName: '' }, problems, links: bookOf({ company: 0, contact: 0 }) }
}

function bookOf(counts: { readonly company: number; readonly contact: number }): LinkBook {
  return { add: () => {}, count: (kind) => counts[kind] }
}
