import type { Counterparty } from '../../records/counterparty.ts'
import type { Order } from '../../records/order.ts'
import type { TableDocument } from '../../records/table-document.ts'
import type { ExchangeOf } from '../../settings/settings.ts'
import type { DateText } from '../../values/date.ts'
import { compareKey } from '../../values/text.ts'

/** A document that 1C tells: an order of CommerceML, or a row of a table. */
export type DocumentRecord = Order | TableDocument

/** An exchange whose records are documents. */
export type DocumentExchange = ExchangeOf<'orders' | 'work-orders' | 'bookings' | 'contracts' | 'invoices'>

/** The buyer of an order: by role, else the first party (`1c-side.md §3.7`). */
export function buyerOf(order: Order): Counterparty | null {
  return order.counterparties.find(({ role }) => compareKey(role) === 'покупатель') ?? order.counterparties[0] ?? null
}

/** Organisation of the document: a column of a table, a requisite of an order (`1c-side.md §5`). */
export function organisationOf(record: DocumentRecord): string {
  if (record.kind !== 'order') return record.organisation
  return record.requisites.find(({ name }) => compareKey(name) === 'организация')?.value ?? ''
}

/** From when to when the card of the document lasts, where `fields:` and the table of close dates say nothing. */
export function termOf(record: DocumentRecord): { readonly begin: DateText | null; readonly end: DateText | null } {
  switch (record.kind) {
    case 'order':
      return { begin: record.date, end: record.dueDate }
    case 'workOrder':
      return { begin: record.date, end: null }
    case 'invoice':
      return { begin: record.date, end: record.endDate }
    case 'booking':
    case 'contract':
      return { begin: record.beginDate ?? record.date, end: record.endDate }
  }
}
