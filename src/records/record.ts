import type { Attachment } from './attachment.ts'
import type { Group, Offer, PriceType, Product, Property, Unit, Warehouse } from './catalogue.ts'
import type { Confirmation } from './confirmation.ts'
import type { ContactPerson, Counterparty } from './counterparty.ts'
import type { DocumentRow } from './document-row.ts'
import type { Order } from './order.ts'
import type { TableRow } from './row.ts'
import type { TableDocument } from './table-document.ts'

/** Anything that 1C can tell in one row or one element. */
export type OnecRecord =
  | Attachment
  | Confirmation
  | ContactPerson
  | Counterparty
  | DocumentRow
  | Group
  | Offer
  | Order
  | PriceType
  | Product
  | Property
  | TableDocument
  | TableRow
  | Unit
  | Warehouse

export type RecordKind = OnecRecord['kind']
