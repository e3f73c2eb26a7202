import type { Order, Settlement } from '../../../records/order.ts'
import { operationKind } from './operation.ts'
import { covers } from './order-state.ts'

/**
 * The documents of one `Контейнер` (3.1), its orders now knowing their payments and shipments, which come as documents
 * beside them (`1c-side.md §3.7`). A document belongs to the order that it names in `Основание`, else to the only one;
 * where it might belong to either of two, it is left alone.
 */
export function settleContainer(documents: readonly Order[]): readonly Order[] {
  const orders = documents.filter(({ operation }) => operationKind(operation) === 'order')
  return documents.map((order) => {
    if (!orders.includes(order)) return order
    const own = documents.filter((each) => !orders.includes(each) && orderOf(each, orders) === order)
    const payments = [...order.payments, ...settlements(own, 'payment')]
    const shipments = [...order.shipments, ...settlements(own, 'shipment')]
    const { state } = order
    const paid = state.paid ?? covers(payments, order.amount)
    const shipped = state.shipped ?? covers(shipments, order.amount)
    return { ...order, payments, shipments, state: { ...state, paid, shipped } }
  })
}

function orderOf(document: Order, orders: readonly Order[]): Order | undefined {
  const named = document.extra['Основание']
  const found =
    named === undefined ? undefined : orders.find(({ id, number, number1c }) => [id, number, number1c].includes(named))
  return found ?? (orders.length === 1 ? orders[0] : undefined)
}

function settlements(documents: readonly Order[], kind: 'payment' | 'shipment'): readonly Settlement[] {
  return documents
    .filter((each) => operationKind(each.operation) === kind && hasHappened(each, kind))
    .map(({ number, number1c, date, date1c, amount, operation }) => ({
      number: number1c || number,
      date: date1c ?? date,
      amount,
      operation,
    }))
}

function hasHappened({ deleted, state }: Order, kind: 'payment' | 'shipment'): boolean {
  const isSettled = kind === 'payment' ? state.paid : state.shipped
  return !deleted && state.posted !== false && state.cancelled !== true && isSettled !== false
}
