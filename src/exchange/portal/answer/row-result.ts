import type { CardResult, CardRow } from '../../../ledger/cards.ts'
import type { Language } from '../../../problems/language.ts'
import { because } from '../../handle/outcome.ts'

/**
 * What became of a row that asks for no card, and what was found about the row itself beside it. Rows of a document that has not come yet
 * have only the latter: they wait for it.
 */
export function rowResult(
  { row, message, id, result, document }: CardRow,
  language: Language,
): { readonly main: CardResult; readonly own: CardResult | null } {
  if (result !== null && result.action !== '') return { main: result, own: null }
  if (document === undefined) throw new Error(`row ${row} of message ${message} has neither card nor outcome`)
  const { action, code, text } = because('waiting', 'exchange.rows-wait', language, { document: id })
  return { main: { action, code, text, portalId: null }, own: result }
}
