import type { ReadRow } from '../../onec/read/reading.ts'
import type { Language } from '../../problems/language.ts'
import { compareKey } from '../../values/text.ts'
import type { DocumentExchange, DocumentRecord } from '../map/document-record.ts'
import { unmappedState } from '../map/document-state.ts'
import { scopeOf } from '../map/scope.ts'
import { because, type Outcome } from './outcome.ts'
import { sift } from './sift.ts'

/** Why a row of documents asks for no card, or null. */
export function settledAs(row: ReadRow, exchange: DocumentExchange | null, language: Language): Outcome | null {
  const record = row.record as DocumentRecord | null
  const sifted = sift(row, exchange, () => scopeOf(row, record!), language)
  if (sifted !== null || record === null || exchange === null) return sifted!
  return whyNot(record, exchange, language)
}

/** Why no card is made of a document that was read and is wanted, or null. */
export function whyNot(record: DocumentRecord, exchange: DocumentExchange, language: Language): Outcome | null {
  if (record.kind === 'order' && !isOrder(record)) {
    return because('skipped', 'exchange.other-operation', language, { operation: record.operation })
  }
  // A table of states that leaves one out is an oversight; a deal at the first stage would look like a new request.
  const state = unmappedState(record, exchange)
  if (state === null) return null
  const states = Object.keys(exchange.stages).join(', ')
  return because('refused', 'exchange.state-unmapped', language, { state: state || '—', states })
}

// Payments and shipments of 3.1 come as documents of their own inside the container of their order.
function isOrder({ operation }: { readonly operation: string }): boolean {
  const key = compareKey(operation)
  return key === '' || key.startsWith('заказ')
}
