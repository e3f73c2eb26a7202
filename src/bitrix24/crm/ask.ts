import type { Command, Params } from '../client/command.ts'
import type { NotDone, Outcome } from '../client/outcome.ts'
import type { PortalClient } from '../client/portal-client.ts'
import { idOf, rowsOf } from './rest-value.ts'

/** Something to be read. `paging`: by which id the pages follow each other; `offset` for rows that have none; `none`: no list. */
export interface Query {
  readonly method: string
  readonly params: Params
  readonly paging: 'id' | 'ID' | 'offset' | 'none'
  /** A refusal of it alone is an answer too: null. */
  readonly optional?: boolean
}

export interface Failed {
  readonly kind: 'failed'
  readonly outcome: NotDone
}

/** Pages of each query in their order, as the portal gave them. */
export interface Answered {
  readonly kind: 'answered'
  readonly pages: readonly (readonly unknown[] | null)[]
}

/**
 * Reads everything in as few requests as it takes: first pages together, then the following pages of all that have them.
 * Keyset pages ask for no count (`bitrix24-rest.md §1.6`).
 */
export async function ask(client: PortalClient, queries: readonly Query[]): Promise<Answered | Failed> {
  const pages: (unknown[] | null)[] = queries.map(() => [])
  let steps: readonly Step[] = queries.map((query, index) => ({ query, index, command: firstPage(query) }))
  while (steps.length > 0) {
    const outcomes = await client.batch(steps.map(({ command }) => command))
    const following: Step[] = []
    for (const [at, step] of steps.entries()) {
      const outcome = outcomes[at]!
      if (outcome.kind !== 'done') {
        const isAnswer = outcome.kind === 'refused' && outcome.reach === 'command' && step.query.optional === true
        if (!isAnswer) return { kind: 'failed', outcome }
        pages[step.index] = null
        continue
      }
      pages[step.index]?.push(outcome.result)
      following.push(...nextPages(step, outcome))
    }
    steps = following
  }
  return { kind: 'answered', pages }
}

/**
 * A filter that the portal passes over gives rows that nobody asked for (`bitrix24-rest.md §16.5`); then nothing of the answer
 * can be believed, least of all what is missing in it.
 */
export function filterIgnored(method: string): Failed {
  const error = { status: 200, code: 'list', description: `${method}: rows outside the filter` }
  return { kind: 'failed', outcome: { kind: 'refused', reach: 'portal', error } }
}

export function isFailed<T extends object>(read: T | Failed): read is Failed {
  return 'kind' in read && read.kind === 'failed'
}

/** All rows of the pages of a query. */
export function rowsOfPages(pages: readonly unknown[] | null | undefined) {
  return (pages ?? []).flatMap(rowsOf)
}

interface Step {
  readonly query: Query
  readonly index: number
  readonly command: Command
  /** Of a page that is asked for together with others of its query: nothing follows it. */
  readonly isLast?: boolean
}

const pageSize = 50

function firstPage({ method, params, paging }: Query): Command {
  switch (paging) {
    case 'none':
      return { method, params }
    case 'offset':
      return { method, params: { ...params, start: 0 } }
    default:
      return { method, params: { ...params, order: { [paging]: 'ASC' }, start: -1 } }
  }
}

function nextPages({ query, index, command, isLast }: Step, outcome: Extract<Outcome, { kind: 'done' }>): readonly Step[] {
  const { method, params, paging } = query
  if (paging === 'none' || isLast === true) return []
  if (paging === 'offset') {
    const { next, total } = outcome
    if (next === null || next <= Number(command.params['start'] ?? 0)) return []
    const starts = total === null ? [next] : offsets(next, total)
    return starts.map((start) => ({ query, index, command: { method, params: { ...params, start } }, isLast: total !== null }))
  }
  const rows = rowsOf(outcome.result)
  const last = Math.max(0, ...rows.map((row) => idOf(row[paging])))
  if (rows.length < pageSize || last === 0) return []
  const filter = { ...(params['filter'] as Params | undefined), [`>${paging}`]: last }
  return [{ query, index, command: { method, params: { ...params, filter, order: { [paging]: 'ASC' }, start: -1 } } }]
}

function offsets(next: number, total: number): readonly number[] {
  const starts: number[] = []
  for (let start = next; start < total; start += pageSize) starts.push(start)
  return starts
}
