import type { ReadRow } from '../../../onec/read/reading.ts'
import type { RowSource } from '../../handle/handler.ts'
import type { DocumentExchange, DocumentRecord } from '../../map/document-record.ts'
import type { ToldDocument } from '../told-document.ts'
import type { DocumentClients } from './document-clients.ts'
import type { StagedRow, StageShop } from './shop.ts'
import { toldDocument } from './told-document-of.ts'

/** A row of a document: what it tells, or why it asks for no card. */
export type HeardRow = { readonly told: ToldDocument } | { readonly settled: StagedRow }

/**
 * Passes on what 1C tells of documents that it was sent. That is about 1C and not about the portal: a row that is refused, filtered out or
 * left to a person shows as well what 1C has loaded.
 */
export async function hearReturns(
  { hearing, contextOf }: StageShop,
  exchange: DocumentExchange | null,
  rows: readonly { readonly row: ReadRow; readonly heard: HeardRow | null }[],
  { generated }: RowSource,
): Promise<void> {
  if (rows.length === 0 || exchange === null) return
  await hearing.exported(generated)
  for (const { row, heard } of rows) {
    const record = row.record as DocumentRecord | null
    if (heard === null || record === null || !hearing.awaits(record.number)) continue
    if ('told' in heard) await hearing.hear(heard.told, generated)
    // A payment or a shipment of the order is not the order.
    else if (heard.settled.result?.code !== 'exchange.other-operation') {
      await hearing.hear(toldDocument(row, record, [], { clients: nobody, parents: [] }, contextOf(exchange)), generated)
    }
  }
}

// Who it is for is not known of a row that asks for no card.
const nobody: DocumentClients = { refs: [], cards: [], hash: '', phones: [], name: '', problems: [] }
