import type { DealDraft, DealRowDraft } from '../../bitrix24/drafts/draft.ts'
import type { Counterparty } from '../../records/counterparty.ts'
import type { Discount, Order, OrderRow } from '../../records/order.ts'
import type { ExchangeOf } from '../../settings/settings.ts'
import { type Decimal, divide, multiply, sum, toFixed } from '../../values/decimal.ts'
import { compareKey } from '../../values/text.ts'
import { responsibleOf, sourceOf } from './counterparty-cards.ts'
import { currencyOf } from './currency.ts'
import { fieldValues, ownFields, splitFields } from './custom-fields.ts'
import type { MapContext } from './map-context.ts'
import type { Scope } from './template.ts'
import { foldedTable } from './words.ts'

/** How the client of a document is named in the other import files. */
export interface ClientNames {
  readonly companyTitle: string
  readonly contactName: string
}

/** The buyer of an order: by role, else the first party (`1c-side.md §3.7`). */
export function buyerOf(order: Order): Counterparty | null {
  return order.counterparties.find(({ role }) => compareKey(role) === 'покупатель') ?? order.counterparties[0] ?? null
}

/** Deal of a «Заказ товара». */
export function orderDeal(
  order: Order,
  client: ClientNames,
  scope: Scope,
  context: MapContext,
  exchange: ExchangeOf<'orders'>,
): DealDraft {
  const { own, custom } = splitFields(fieldValues(context, scope), ownFields.deal)
  const stage = own['stage'] ?? stageOfOrder(order, exchange)
  return {
    kind: 'deal',
    key: order.number,
    originId: order.id,
    title: context.title?.render(scope) || `Заказ ${order.number}`,
    pipeline: own['pipeline'] ?? exchange.pipeline,
    stage,
    closed: stage === '' ? null : exchange.finalStages.includes(stage),
    dealType: own['dealType'] ?? exchange.dealType ?? context.portal.dealType,
    source: own['source'] ?? sourceOf(context),
    amount: order.amount === null ? '' : toFixed(order.amount, 2),
    currency: currencyOf(order.currency, context),
    probability: own['probability'] ?? '',
    ...client,
    beginDate: own['beginDate'] ?? order.date?.slice(0, 10) ?? '',
    closeDate: own['closeDate'] ?? order.dueDate?.slice(0, 10) ?? '',
    rows: exchange.rows ? order.rows.map(dealRow) : [],
    comments: own['comments'] ?? order.comment,
    responsible: own['responsible'] ?? responsibleOf(context),
    custom: exchange.numberField === '' ? custom : { ...custom, [exchange.numberField]: order.number },
  }
}

/** Stage: a status with a name is looked up first, then the signs that every dialect gives (`1c-side.md §4`). */
function stageOfOrder(order: Order, exchange: Pick<ExchangeOf<'orders'>, 'stages' | 'stagesBySign'>): string {
  const { state } = order
  const named = foldedTable(exchange.stages).get(compareKey(state.status))
  if (named !== undefined && state.status !== '') return named
  const { stagesBySign: states } = exchange
  if (order.deleted) return states.deleted
  if (state.cancelled === true) return states.cancelled
  if (state.paid === true && state.shipped === true) return states.completed
  if (state.paid === true) return states.paid
  if (state.shipped === true) return states.shipped
  return state.posted === false ? states.notPosted : state.posted === true ? states.posted : ''
}

// The import has no columns for discounts and taxes: the price is what the row really costs, so that rows add up to the amount.
function dealRow(row: OrderRow): DealRowDraft {
  const { price, quantity, amount } = row
  const paid = amount !== null && quantity !== null && quantity !== '0' ? divide(paidFor(row, amount), quantity, 2) : price
  return {
    product: row.name,
    price: paid === null ? '' : toFixed(paid, 2),
    quantity: quantity ?? '',
  }
}

// Only what the file calls "not included in the amount" changes it (`1c-side.md §3.7`).
function paidFor({ taxes, discounts }: OrderRow, amount: Decimal): Decimal {
  const onTop = taxes.flatMap((tax) => (tax.includedInAmount === false ? [tax.amount ?? '0'] : []))
  const off = discounts.flatMap((discount) => (discount.includedInAmount === false ? [discountOf(discount, amount)] : []))
  return sum([amount, ...onTop, ...off.map((each) => multiply(each, '-1'))])
}

function discountOf({ amount, percent }: Discount, of: Decimal): Decimal {
  return amount ?? (percent === null ? '0' : divide(multiply(of, percent), '100', 2))
}
