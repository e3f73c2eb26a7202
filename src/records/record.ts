import type { Group, Offer, PriceType, Product, Property, Unit, Warehouse } from './catalogue.ts'
import type { ContactPerson, Counterparty } from './counterparty.ts'
import type { Order } from './order.ts'
import type { TableRow } from './row.ts'
import type { WorkOrder } from './work-order.ts'

/** Anything that 1C can tell in one row or one element. */
export type OnecRecord =
  | ContactPerson
  | Counterparty
  | Group
  | Offer
  | Order
  | PriceType
  | Product
  | Property
  | TableRow
  | Unit
  | Warehouse
  | WorkOrder

export type RecordKind = OnecRecord['kind']
