import { compareKey } from '../../../values/text.ts'

export type OperationKind = 'order' | 'payment' | 'shipment' | 'return' | 'other'

/** What a document is by its `ХозОперация` (`1c-side.md §3.7`). A document that does not say is an order. */
export function operationKind(operation: string): OperationKind {
  const key = compareKey(operation)
  if (key === '' || key.startsWith('заказ')) return 'order'
  if (key.includes('возврат')) return 'return'
  if (/^(?:выплата|оплата|эквайринг)/.test(key)) return 'payment'
  if (/^(?:отпуск|отгрузка|реализация)/.test(key)) return 'shipment'
  return 'other'
}
