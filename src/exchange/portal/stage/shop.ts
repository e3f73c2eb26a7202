import type { CardResult, CardRow } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { Language } from '../../../problems/language.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { Exchange } from '../../../settings/settings.ts'
import type { RowSource } from '../../handle/handler.ts'
import { because, type Outcome, outcome } from '../../handle/outcome.ts'
import type { DocumentExchange } from '../../map/document-record.ts'
import type { MapContext } from '../../map/map-context.ts'
import type { Hearing } from '../../outgoing/hearing.ts'
import type { Routes } from '../../routes.ts'
import type { Heard } from './desk.ts'
import type { CardExchange } from './rules-of.ts'

/** What the staging of one run shares. */
export interface StageShop {
  readonly run: number
  readonly ledger: Ledger
  readonly language: Language
  readonly routes: Routes
  /** The mapping of an exchange, made once. */
  contextOf<E extends Exchange>(exchange: E): MapContext & { readonly exchange: E }
  /** Those of the settings, or the usual ones. */
  readonly exchanges: readonly Exchange[]
  /** `CardRules` of an exchange as the ledger keeps them, made once. */
  rulesOf(exchange: CardExchange): string
  /** `DocumentRules` of an exchange, likewise. */
  documentRulesOf(exchange: DocumentExchange): string
  /** `CardRules` of the clients of its documents. */
  clientRulesOf(exchange: DocumentExchange): string
  /** Documents whose rows came in this run in a table of their own: told again at its end, if they do not come themselves. */
  readonly touchedRows: Map<string, TouchedRows>
  /** Is told of the documents that 1C was sent and tells back. */
  readonly hearing: Hearing
  /** Takes a confirmation of 1C; absent: nothing is sent to 1C. */
  confirm?(message: number, file: string): Promise<'taken' | 'unknown'>
}

/** Rows of a document that came in a table of their own. */
export interface TouchedRows {
  /** What brought them. */
  readonly source: RowSource
  /** Why the document itself, which came in this run too, asks for no card. */
  readonly refusal?: StagedRow
}

/** What became of a row: the card that it asks for, or why it asks for none. */
export type StagedRow = Pick<CardRow, 'card' | 'people' | 'result' | 'hash' | 'document'>

/** A row that asks for no card. */
export function settled({ action, code, text, hash }: Outcome, portalId: number | null = null): StagedRow {
  return { card: null, people: [], result: { action, code, text, portalId }, hash }
}

/**
 * The row of what was heard, once the desk has saved it. `problems` are those of the row itself, said beside the outcome of its
 * card; `late` what is to be said even where nothing changed.
 */
export function rowOfHeard(
  heard: Heard,
  { problems, late = [], people = [] }: { problems: readonly Problem[]; late?: readonly Problem[]; people?: readonly number[] },
  language: Language,
): StagedRow {
  switch (heard.kind) {
    case 'card':
      return { card: heard.number(), people, result: beside([...problems, ...late], language), hash: heard.hash }
    case 'unchanged': {
      const { link, hash } = heard
      const said = [problem('exchange.unchanged', { message: link.message }), ...late]
      return { ...settled(outcome('unchanged', said, language, hash), link.portalId), people }
    }
    case 'older':
      return settled(because('skipped', 'exchange.older', language, { generated: heard.generated }), heard.portalId)
    case 'twice':
      return settled(because('skipped', 'exchange.twice', language, { message: heard.message }), heard.portalId)
    case 'known':
      throw new Error('only people of a company can be known better from elsewhere')
  }
}

/** What was found about a row, to be said beside the outcome of its card; null: nothing. */
export function beside(problems: readonly Problem[], language: Language): CardResult | null {
  if (problems.length === 0) return null
  const { code, text } = outcome('skipped', problems, language)
  return { action: '', code, text, portalId: null }
}
