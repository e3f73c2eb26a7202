import type { ReadRow } from '../../onec/read/reading.ts'
import type { Order } from '../../records/order.ts'
import type { ExchangeOf } from '../../settings/settings.ts'
import { compareKey } from '../../values/text.ts'
import { buyerOf, orderDeal } from '../map/order-deal.ts'
import { scopeOf } from '../map/scope.ts'
import { addDeal } from './add-deal.ts'
import { documentClient, noClient } from './document-client.ts'
import type { Handler, RowSource } from './handler.ts'
import { because, type Outcome } from './outcome.ts'
import { sift } from './sift.ts'
import type { Workshop } from './workshop.ts'

/**
 * Orders → deals. The key is the number (`1c-side.md §3.7`). The clients named in the documents become cards too where
 * they are not known yet, because the import links a deal to its client by an existing name only.
 */
export function orderHandler(shop: Workshop): Handler {
  return {
    async handle(rows, source) {
      const outcomes: Outcome[] = []
      for (const row of rows) outcomes.push(await handleRow(shop, row, source))
      return outcomes
    },
  }
}

async function handleRow(shop: Workshop, row: ReadRow, source: RowSource): Promise<Outcome> {
  const { language } = shop
  const exchange = shop.routes.exchangeFor('order', source.file) as ExchangeOf<'orders'> | null
  const record = row.record as Order | null
  const scope = () => scopeOf(row, record!)
  const sifted = sift(row, exchange, scope, language)
  if (sifted !== null || record === null || exchange === null) return sifted!
  if (!isOrder(record)) return because('skipped', 'exchange.other-operation', language, { operation: record.operation })
  const buyer = buyerOf(record)
  const client = buyer === null ? noClient([]) : await documentClient(shop, buyer, exchange, source)
  const context = shop.contextOf(exchange)
  const draft = orderDeal(record, client.names, scope(), context, exchange)
  return addDeal(shop, { kind: 'order', draft, problems: [...record.problems, ...client.problems], source, links: client.links })
}

// Payments and shipments of 3.1 come as documents of their own inside the container of their order.
function isOrder({ operation }: Order): boolean {
  const key = compareKey(operation)
  return key === '' || key.startsWith('заказ')
}
