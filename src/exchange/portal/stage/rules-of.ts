import type { ExchangeOf } from '../../../settings/settings.ts'
import type { CardRules } from '../told-card.ts'

/** An exchange whose records become cards of companies and contacts. */
export type CardExchange = ExchangeOf<'counterparties'> | ExchangeOf<'contacts'>

/** How an exchange wants its cards applied. */
export function rulesOf(exchange: CardExchange): CardRules {
  const { name, match, innFields, mode, conflict, blanks, missingValues, vanished } = exchange
  return { exchange: name, match, innFields, mode, conflict, blanks, missingValues, vanished }
}
