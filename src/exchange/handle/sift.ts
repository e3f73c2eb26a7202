import type { ReadRow } from '../../onec/read/reading.ts'
import type { Language } from '../../problems/language.ts'
import type { Exchange } from '../../settings/settings.ts'
import { compareKey } from '../../values/text.ts'
import { nameIn, type Scope, textOf } from '../map/template.ts'
import { because, type Outcome, refusal } from './outcome.ts'

/**
 * Why a row is not worked off at all, or null: it could not be read, no exchange wants it, it is marked for deletion, or
 * the settings filter it out (`only:`). `scopeOf` is null for what has nothing that a filter could ask for: the offers and groups
 * of goods.
 */
export function sift(row: ReadRow, exchange: Exchange | null, scopeOf: (() => Scope) | null, language: Language): Outcome | null {
  if (row.record === null) return refusal(row.problems, language)
  if (exchange === null) return because('skipped', 'exchange.none', language, { kind: row.kind })
  if (row.record.deleted && 'deleted' in exchange && exchange.deleted === 'skip')
    return because('skipped', 'exchange.deleted', language)
  const unwanted = filteredBy(exchange, scopeOf)
  return unwanted === null ? null : because('skipped', 'exchange.filtered', language, unwanted)
}

function filteredBy(exchange: Exchange, scopeOf: (() => Scope) | null): { field: string; value: string } | null {
  const conditions = Object.entries(exchange.only)
  if (conditions.length === 0 || scopeOf === null) return null
  const scope = scopeOf()
  for (const [field, wanted] of conditions) {
    const value = textIn(scope, field)
    if (!wanted.some((each) => compareKey(each) === compareKey(value))) return { field, value }
  }
  return null
}

function textIn(scope: Scope, field: string): string {
  const name = nameIn(scope, compareKey(field))
  return name === undefined ? '' : textOf(scope[name])
}
