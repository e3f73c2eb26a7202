import type { Params } from './command.ts'
import type { NotDone } from './outcome.ts'
import type { PortalClient } from './portal-client.ts'

export type Row = Readonly<Record<string, unknown>>

export interface ListRequest {
  readonly method: string
  /** Filter, selection and what else the method takes; order and start are ours. The selection must have the id in it. */
  readonly params: Params
  /** Universal methods write `id`, classic ones `ID`. */
  readonly idField: 'id' | 'ID'
  /** The rows in the `result` of this method; null where it holds none. */
  readonly itemsOf: (result: unknown) => readonly Row[] | null
}

export type Page =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'failed'; readonly outcome: NotDone }

/**
 * All records of a list, page by page, by their ids in ascending order and without the portal counting them
 * (`bitrix24-rest.md §1.6`). Every page is checked against what was asked: a filter that the portal passes over would give
 * every record there is (`bitrix24-rest.md §16.5`). The first page that fails is the last.
 */
export async function* readAll(client: PortalClient, { method, params, idField, itemsOf }: ListRequest): AsyncGenerator<Page> {
  const { filter } = params
  const given = typeof filter === 'object' && filter !== null && !Array.isArray(filter) ? (filter as Params) : {}
  for (let last = Number(given[`>${idField}`] ?? 0); ; ) {
    const page = { ...params, order: { [idField]: 'ASC' }, filter: { ...given, [`>${idField}`]: last }, start: -1 }
    const outcome = await client.call({ method, params: page })
    if (outcome.kind !== 'done') return yield { kind: 'failed', outcome }
    const rows = itemsOf(outcome.result)
    if (rows === null) return yield odd('no rows in the result')
    for (const row of rows) {
      const id = Number(row[idField])
      if (!Number.isSafeInteger(id) || id <= last) return yield odd(`${idField} ${String(row[idField])} after ${last}`)
      last = id
    }
    yield { kind: 'rows', rows }
    if (rows.length < pageSize) return
  }
}

const pageSize = 50

function odd(description: string): Page {
  return { kind: 'failed', outcome: { kind: 'refused', reach: 'command', error: { status: 200, code: 'list', description } } }
}
