import type { Order } from '../../records/order.ts'
import { parseDate } from '../../values/date.ts'
import { compareKey } from '../../values/text.ts'
import type { DocumentExchange, DocumentRecord } from './document-record.ts'
import type { MapContext } from './map-context.ts'
import type { Scope } from './template.ts'
import { foldedTable } from './words.ts'

/** Stage of the card; a status with a name is looked up first, then the signs that every dialect gives (`1c-side.md §4`). '': untold. */
export function stageOf(record: DocumentRecord, exchange: DocumentExchange): string {
  const named = byState(foldedTable(exchange.stages), record)
  if (named !== undefined || !('stagesBySign' in exchange) || record.kind !== 'order') return named ?? ''
  const sign = signOf(record)
  return sign === '' ? '' : exchange.stagesBySign[sign]
}

/** Percent, or '' where the table does not have the state. An order without a named status is looked up by its sign, `paid`. */
export function probabilityOf(record: DocumentRecord, { probabilities }: Pick<DocumentExchange, 'probabilities'>): string {
  const table = foldedTable(probabilities)
  return byState(table, record) ?? (record.kind === 'order' ? table.get(compareKey(signOf(record))) : undefined) ?? ''
}

/** ISO date that the table of close dates gives for the state, or ''. */
export function closeDateOf(record: DocumentRecord, scope: Scope, { closeDates }: MapContext): string {
  const source = byState(closeDates, record) ?? (record.kind === 'order' ? closeDates.get(compareKey(signOf(record))) : undefined)
  if (source === undefined) return ''
  const text = source.render(scope)
  const date = parseDate(text)
  return date.code === null ? (date.value?.slice(0, 10) ?? '') : text
}

/** Does the table of states leave out the state of the document? The word that it lacks, or null. */
export function unmappedState(record: DocumentRecord, { stages }: Pick<DocumentExchange, 'stages'>): string | null {
  // Orders have signs besides, and of an invoice only its end is the same in every 1C (`usual-states.ts`).
  if (record.kind === 'order' || record.kind === 'invoice' || Object.keys(stages).length === 0) return null
  // A preset brings a table of its own to tables that may have no such column; one of work orders was written by the user.
  if (record.state === '' && record.kind !== 'workOrder') return null
  return foldedTable(stages).has(compareKey(record.state)) ? null : record.state
}

function byState<T>(table: ReadonlyMap<string, T>, record: DocumentRecord): T | undefined {
  if (record.kind !== 'order') return table.get(compareKey(record.state))
  const { status } = record.state
  return status === '' ? undefined : table.get(compareKey(status))
}

type Sign = 'deleted' | 'cancelled' | 'completed' | 'paid' | 'shipped' | 'posted' | 'notPosted'

function signOf({ deleted, state }: Order): Sign | '' {
  if (deleted) return 'deleted'
  if (state.cancelled === true) return 'cancelled'
  if (state.paid === true && state.shipped === true) return 'completed'
  if (state.paid === true) return 'paid'
  if (state.shipped === true) return 'shipped'
  return state.posted === false ? 'notPosted' : state.posted === true ? 'posted' : ''
}
