import type { DealDraft, DocumentDraft } from '../../bitrix24/drafts/draft.ts'

/** How the client of a document is named in the other import files. */
export interface ClientNames {
  readonly companyTitle: string
  readonly contactName: string
}

/**
 * A document as a deal of the import files: `key` is what they know documents by, clients stand there by name, and a row is product,
 * price and quantity.
 */
export function dealDraft(document: DocumentDraft, key: string, client: ClientNames): DealDraft {
  const { originId, title, pipeline, stage, closed, dealType, source, amount, currency, probability } = document
  const { beginDate, closeDate, rows, comments, responsible, custom } = document
  return {
    kind: 'deal',
    key,
    originId,
    title,
    pipeline,
    stage,
    closed,
    dealType,
    source,
    amount,
    currency,
    probability,
    ...client,
    beginDate,
    closeDate,
    rows: rows.map(({ product, price, quantity }) => ({ product, price, quantity })),
    comments,
    responsible,
    custom,
  }
}
