import type { ReadRow } from '../../onec/read/reading.ts'
import { problem } from '../../problems/problem.ts'
import type { TableDocument } from '../../records/table-document.ts'
import { counterpartyKey } from '../map/counterparty-cards.ts'
import { dealDraft } from '../map/deal-draft.ts'
import { documentDraft } from '../map/document-draft.ts'
import { buyerOf, type DocumentExchange, type DocumentRecord } from '../map/document-record.ts'
import { scopeOf } from '../map/scope.ts'
import { addDeal, type DealKind } from './add-deal.ts'
import { clientOf, companyByName } from './client-names.ts'
import { clientRecord } from './client-record.ts'
import { type DocumentClient, documentClient, linkedClient, noClient } from './document-client.ts'
import { whyNot } from './document-verdict.ts'
import type { Handler, RowSource } from './handler.ts'
import type { Outcome } from './outcome.ts'
import { sift } from './sift.ts'
import type { Workshop } from './workshop.ts'

/**
 * Documents → deals of the import files: orders, known by their number (`1c-side.md §3.7`), and rows of tables (systems B and E). The
 * clients named in them become cards too where they are not known yet, because the import links a deal to its client by an
 * existing name only.
 */
export function documentHandler(shop: Workshop, kind: DealKind): Handler {
  return {
    async handle(rows, source) {
      const outcomes: Outcome[] = []
      for (const row of rows) outcomes.push(await handleRow(shop, kind, row, source))
      return outcomes
    },
  }
}

async function handleRow(shop: Workshop, kind: DealKind, row: ReadRow, source: RowSource): Promise<Outcome> {
  const exchange = shop.routes.exchangeFor(kind, source.file) as DocumentExchange | null
  const record = row.record as DocumentRecord | null
  const scope = () => scopeOf(row, record!)
  const sifted = sift(row, exchange, scope, shop.language)
  if (sifted !== null || record === null || exchange === null) return sifted!
  const unwanted = whyNot(record, exchange, shop.language)
  if (unwanted !== null) return unwanted
  const client = await clientOfDocument(shop, record, exchange, source)
  const draft = documentDraft(record, [], scope(), shop.contextOf(exchange), exchange)
  return addDeal(shop, {
    kind,
    draft: dealDraft(draft, keyOf(record), client.names),
    problems: [...record.problems, ...client.problems],
    source,
    links: client.links,
  })
}

function keyOf(record: DocumentRecord): string {
  return record.kind === 'order' ? record.number : record.number || record.id
}

async function clientOfDocument(
  shop: Workshop,
  record: DocumentRecord,
  exchange: DocumentExchange,
  source: RowSource,
): Promise<DocumentClient> {
  if (record.kind !== 'order') return clientOfRow(shop, record, exchange, source)
  const buyer = buyerOf(record)
  return buyer === null ? noClient([]) : documentClient(shop, buyer, exchange, source)
}

async function clientOfRow(
  shop: Workshop,
  record: TableDocument,
  exchange: DocumentExchange,
  source: RowSource,
): Promise<DocumentClient> {
  const card = clientRecord(record)
  if (card === null) return noClient([])
  const isKnown = (await clientOf(shop.ledger, counterpartyKey(card))) !== null
  if (!isKnown && card.name === '') return noClient([problem('exchange.client-unknown', { client: card.id || card.inn })])
  // A company is known by its name, too; people share theirs.
  const named = isKnown || record.client === '' ? null : await companyByName(shop.ledger, record.client, card.inn)
  if (named !== null && named.title !== '') return linkedClient(shop, { companyTitle: named.title, contactName: '' })
  if (named !== null) return noClient(named.problems)
  return documentClient(shop, card, exchange, source)
}
