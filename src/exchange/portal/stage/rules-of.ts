import type { ExchangeOf } from '../../../settings/settings.ts'
import type { DocumentExchange } from '../../map/document-record.ts'
import type { CardRules } from '../told-card.ts'
import type { DocumentRules } from '../told-document.ts'

/** An exchange whose records become cards of companies and contacts. */
export type CardExchange = ExchangeOf<'counterparties'> | ExchangeOf<'contacts'>

/** How an exchange wants its cards applied. */
export function rulesOf(exchange: CardExchange): CardRules {
  const { name, match, innFields, mode, conflict, blanks, missingValues, vanished } = exchange
  return { exchange: name, match, innFields, mode, conflict, blanks, missingValues, vanished }
}

/** How an exchange wants its documents applied. */
export function documentRulesOf(exchange: DocumentExchange): DocumentRules {
  const { name, match, mode, conflict, blanks, missingValues, vanished, several, finalStages } = exchange
  const { numberField, numberPrefix, products, deleted, deletedStage } = exchange
  const common = { exchange: name, match, mode, conflict, blanks, missingValues, vanished }
  return { ...common, several, finalStages, numberField, numberPrefix, products, deleted, deletedStage }
}

/**
 * How an exchange of documents wants the clients of its documents applied: 1C wins where they are corrected at all (B9), and as a
 * document knows little of its client, it never erases anything.
 */
export function clientRulesOf(exchange: DocumentExchange): CardRules {
  const { name, clientMatch: match, updateClients, missingValues, vanished } = exchange
  const mode = updateClients ? 'create+update' : 'create'
  return { exchange: name, match, innFields: [], mode, conflict: '1c', blanks: 'keep', missingValues, vanished }
}
