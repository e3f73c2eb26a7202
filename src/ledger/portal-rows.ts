import type { Card, CardResult, CardRow } from './cards.ts'
import type { Link } from './links.ts'
import type { Operation } from './operations.ts'

export interface LinkRow {
  entity: string
  key: string
  portal_id: number
  told: string
  hash: string
  generated: string
  message: number
  run: number
  at: string
}

/** The result columns of cards and rows; `action` is null where there is no result. */
export interface ResultRow {
  action: string | null
  code: string | null
  text: string | null
  portal_id: number | null
}

export interface CardTableRow extends ResultRow {
  number: number
  run: number
  first: number
  entity: string
  key: string
  told: string
  hash: string
  rules: string
  generated: string
  message: number
  state: Card['state']
  plan: string | null
  planned_at: number | null
  left_over: number
}

export interface CardRowRow extends ResultRow {
  message: number
  row: number
  run: number
  kind: string
  id: string
  card: number | null
  hash: string
  document: string | null
}

export interface OperationRow {
  number: number
  run: number
  card: number
  entity: string
  key: string
  portal_id: number | null
  change: string
  state: Operation['state']
  sent_at: number
  result: string | null
}

export function linkOf({ entity, key, portal_id: portalId, told, hash, generated, message, run, at }: LinkRow): Link {
  return { entity, key, portalId, told, hash, generated, message, run, at }
}

export function cardOf(row: CardTableRow): Card {
  const { run, number, entity, key, told, hash, rules, generated, message, state, plan, planned_at: plannedAt } = row
  return { run, number, entity, key, told, hash, rules, generated, message, state, plan, plannedAt, result: resultOf(row) }
}

export function cardRowOf(row: CardRowRow, people: readonly number[]): CardRow {
  const { message, row: number, kind, id, card, hash, document } = row
  const awaited = document === null ? {} : { document }
  return { message, row: number, kind, id, card, people, result: resultOf(row), hash, ...awaited }
}

export function operationOf(row: OperationRow): Operation {
  const { number, run, card, entity, key, portal_id: portalId, change, state, sent_at: sentAt, result } = row
  return { number, run, card, entity, key, portalId, change, state, sentAt, result }
}

function resultOf({ action, code, text, portal_id: portalId }: ResultRow): CardResult | null {
  return action === null ? null : { action, code: code ?? '', text: text ?? '', portalId }
}
