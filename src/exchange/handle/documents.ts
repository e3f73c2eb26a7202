import type { ReadRow } from '../../onec/read/reading.ts'
import { problem } from '../../problems/problem.ts'
import type { TableDocument } from '../../records/table-document.ts'
import { counterpartyKey } from '../map/counterparty-cards.ts'
import { dealDraft } from '../map/deal-draft.ts'
import { documentDraft } from '../map/document-draft.ts'
import { buyerOf, type DocumentExchange, type DocumentRecord } from '../map/document-record.ts'
import { scopeOf } from '../map/scope.ts'
import { noGroups } from '../portal/stage/row-groups.ts'
import { addDeal, type DealKind } from './add-deal.ts'
import { clientOf, companyByName } from './client-names.ts'
import { clientRecord } from './client-record.ts'
import { type DocumentClient, documentClient, linkedClient, noClient } from './document-client.ts'
import { settledAs } from './document-verdict.ts'
import type { Handler, RowSource } from './handler.ts'
import type { Outcome } from './outcome.ts'
import type { Workshop } from './workshop.ts'

/**
 * Documents → deals of the import files: orders, known by their number (`1c-side.md §3.7`), and rows of tables (systems B and E). The
 * clients named in them become cards too where they are not known yet, because the import links a deal to its client by an
 * existing name only.
 */
export function documentHandler(shop: Workshop, kind: DealKind): Handler {
  // What became of documents of several rows: each of them is answered so.
  const told = new WeakMap<ReadRow, Outcome>()
  return {
    async handle(rows, source, groups = noGroups) {
      const outcomes: Outcome[] = []
      for (const row of rows) {
        const exchange = shop.routes.exchangeFor(kind, source.file) as DocumentExchange | null
        const settled = settledAs(row, exchange, shop.language)
        if (settled !== null || exchange === null) {
          outcomes.push(settled!)
          continue
        }
        const whole = groups.wholeOf(row, exchange)
        const became = told.get(whole) ?? (await writeDeal(shop, kind, whole, exchange, source))
        told.set(whole, became)
        outcomes.push(became)
      }
      return outcomes
    },
  }
}

async function writeDeal(
  shop: Workshop,
  kind: DealKind,
  row: ReadRow,
  exchange: DocumentExchange,
  source: RowSource,
): Promise<Outcome> {
  const record = row.record as DocumentRecord
  const client = await clientOfDocument(shop, record, exchange, source)
  const draft = documentDraft(record, [], scopeOf(row, record), shop.contextOf(exchange), exchange)
  return addDeal(shop, {
    kind,
    draft: dealDraft(draft, keyOf(record, exchange), client.names),
    problems: [...record.problems, ...client.problems],
    source,
    links: client.links,
  })
}

/** What the import files know a document by: its number, with the year where numbers begin anew. */
function keyOf(record: DocumentRecord, { numbers }: DocumentExchange): string {
  const number = record.kind === 'order' ? record.number : record.number || record.id
  return numbers === 'yearly' && record.date !== null && number !== '' ? `${record.date.slice(0, 4)}/${number}` : number
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
