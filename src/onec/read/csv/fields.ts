import type { RecordKind } from '../../../records/record.ts'
import { columnKey, usualColumnKey } from './column-key.ts'
import { bookingFields } from './fields-booking.ts'
import { contactPersonFields } from './fields-contact-person.ts'
import { contractFields } from './fields-contract.ts'
import { counterpartyFields } from './fields-counterparty.ts'
import { documentRowFields } from './fields-document-row.ts'
import { invoiceFields } from './fields-invoice.ts'
import { productFields } from './fields-product.ts'
import { workOrderFields } from './fields-work-order.ts'

/** What a table may hold. */
export type TableKind = Extract<
  RecordKind,
  'contactPerson' | 'counterparty' | 'product' | 'row' | 'workOrder' | 'booking' | 'contract' | 'invoice' | 'documentRow'
>

/** A field that a column can be bound to, and how its column is usually called. */
export interface Field {
  readonly name: string
  /** In the order of trust. Case, spaces and signs do not count (`columnKey`). */
  readonly spellings: readonly string[]
  /** All columns that fit are bound, not only the first: a card has several phones. */
  readonly many?: boolean
  /** Without it, and without each of these others, the table and the row are of no use. */
  readonly requiredUnless?: readonly string[]
  /** The record has no place for it: it stands under `extra`, as the file calls it. */
  readonly extra?: boolean
  /** Digits that Excel spoils beyond repair: a cell such as `7,70E+11` costs the row. */
  readonly digits?: boolean
  /** Such a column says what kind of table this is; others (`Код`, `Комментарий`) stand in every table. */
  readonly telling?: boolean
  /** Such a column says nothing of the kind of table: it may stand in any, and has no weight when the kind is guessed. */
  readonly quiet?: boolean
}

const rowFields: readonly Field[] = [
  { name: 'id', spellings: ['Ид', 'ИД', 'ID', 'GUID', 'ГУИД', 'УИД', 'УникальныйИдентификатор', 'Ссылка'], digits: true },
  { name: 'deleted', spellings: ['ПометкаУдаления', 'Пометка на удаление', 'Помечен на удаление', 'Удален'] },
]

export const fields: Readonly<Record<TableKind, readonly Field[]>> = {
  counterparty: counterpartyFields,
  contactPerson: contactPersonFields,
  workOrder: workOrderFields,
  booking: bookingFields,
  contract: contractFields,
  invoice: invoiceFields,
  documentRow: documentRowFields,
  product: productFields,
  row: rowFields,
}

/** Is it a usual name of some column of some table? */
export function isKnownSpelling(name: string): boolean {
  return known.has(columnKey(name)) || known.has(usualColumnKey(name))
}

const known = new Set(Object.values(fields).flatMap((list) => list.flatMap((field) => field.spellings.map(columnKey))))

/** Do records of that kind come in tables? */
export function isTableKind(kind: RecordKind): kind is TableKind {
  return kind in fields
}
