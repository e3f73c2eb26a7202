import type { OrderState, Requisite, Settlement } from '../../../records/order.ts'
import { parseBoolean } from '../../../values/boolean.ts'
import { parseDate } from '../../../values/date.ts'
import { compare, type Decimal, sum } from '../../../values/decimal.ts'
import type { XmlNode } from '../xml/node.ts'
import type { Findings } from './findings.ts'
import { valueIn } from './node-access.ts'
import { requisite } from './requisites.ts'

export interface Settlements {
  readonly payments: readonly Settlement[]
  readonly shipments: readonly Settlement[]
}

/** The one payment and the one shipment that requisites can tell: the pairs «Номер оплаты по 1С» + «Дата …» (`1c-side.md §4`). */
export function settlementsOfRequisites(requisites: readonly Requisite[], findings: Findings): Settlements {
  const of = (what: 'оплаты' | 'отгрузки') => ofRequisites(requisites, what, findings)
  return { payments: of('оплаты'), shipments: of('отгрузки') }
}

/**
 * What the document lets one know of its state, over all dialects (`1c-side.md §4`): flags by name, else what was paid and
 * shipped. УТ 11 writes an order without a payment schedule as paid with an empty number and the date `T`; that is not
 * taken for a payment.
 */
export function orderStateOf(
  node: XmlNode,
  requisites: readonly Requisite[],
  { payments, shipments }: Settlements,
  amount: Decimal | null,
): OrderState {
  const flag = (...names: readonly string[]) => {
    const element = names.map((name) => valueIn(node, name)).find((text) => text !== '') ?? ''
    return parseBoolean(requisite(requisites, ...names) || element).value
  }
  return {
    posted: flag('Проведен', 'Проведён'),
    paid: flag('Оплачен', 'Заказ оплачен') ?? covers(payments, amount),
    shipped: flag('Отгружен', 'Отгружён') ?? covers(shipments, amount),
    cancelled: flag('Отменен', 'Отменён'),
    status: requisite(requisites, 'СтатусЗаказа').trim(),
  }
}

/**
 * Do the payments (or shipments) settle the order? Null: there are none. One without an amount is 1C's word that all is
 * settled; with amounts a part of the order is not the whole.
 */
export function covers(settlements: readonly Settlement[], amount: Decimal | null): boolean | null {
  if (settlements.length === 0) return null
  const amounts = settlements.flatMap((each) => (each.amount === null ? [] : [each.amount]))
  if (amount === null || amounts.length < settlements.length) return true
  return compare(sum(amounts), amount) >= 0
}

/** Elements that a document may have in place of requisites. */
export const stateElements: readonly string[] = ['Проведен', 'Отменен', 'Оплачен', 'Отгружен']

// УТ 10.3 says "none" by number `0` and date `T` (CENSUS, Documents). «Дата отгрузки» of a site is the day that the buyer
// wishes, not a shipment; «Дата оплаты» is a payment.
function ofRequisites(requisites: readonly Requisite[], what: 'оплаты' | 'отгрузки', findings: Findings): readonly Settlement[] {
  const text = requisite(requisites, `Номер ${what} по 1С`).trim()
  const number = /^0+$/.test(text) ? '' : text
  const names = what === 'оплаты' ? ['Дата оплаты по 1С', 'Дата оплаты'] : ['Дата отгрузки по 1С']
  const dateText = requisite(requisites, ...names).trim()
  const date = dateText === '' ? null : findings.take(parseDate(dateText), names[0]!, dateText)
  return number === '' && date === null ? [] : [{ number, date, amount: null, operation: '' }]
}
