import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, rowsOfPages } from './ask.ts'
import type { Status } from './directories.ts'
import { listOf, type RestRow, recordOf, textOf } from './rest-value.ts'

/** A pipeline of deals with its stages in their order; `semantics`: `S` success, `F` failure, '' in progress. */
export interface Pipeline {
  readonly id: string
  readonly name: string
  readonly stages: readonly Stage[]
}

export interface Stage extends Status {
  readonly semantics: 'S' | 'F' | ''
}

export interface DealDirectories {
  readonly pipelines: readonly Pipeline[]
  readonly dealTypes: readonly Status[]
  /** ISO codes. */
  readonly currencies: readonly string[]
}

/** What deals need to know of the portal: pipelines and stages, deal types, currencies (`bitrix24-rest.md §2.8`). */
export async function loadDealDirectories(
  client: PortalClient,
): Promise<{ readonly kind: 'loaded'; readonly directories: DealDirectories } | Failed> {
  const first = await ask(client, [
    { method: 'crm.category.list', params: { entityTypeId: dealTypeId }, paging: 'offset' },
    statusQuery('DEAL_TYPE'),
    { method: 'crm.currency.list', params: {}, paging: 'offset' },
  ])
  if (first.kind === 'failed') return first
  const [categories, dealTypes, currencies] = first.pages
  const named = (categories ?? []).flatMap((page) => listOf(recordOf(page)['categories']).map(recordOf))
  const second = await ask(
    client,
    named.map(({ id }) => statusQuery(stageDirectory(textOf(id)))),
  )
  if (second.kind === 'failed') return second
  return {
    kind: 'loaded',
    directories: {
      pipelines: named.map(({ id, name }, at) => ({
        id: textOf(id),
        name: textOf(name),
        stages: rowsOfPages(second.pages[at]).map(stageOf),
      })),
      dealTypes: rowsOfPages(dealTypes).map(statusOf),
      currencies: rowsOfPages(currencies).map((row) => textOf(row['CURRENCY'])),
    },
  }
}

const dealTypeId = 2

/** The main pipeline has the number 0, and a directory without a number. */
function stageDirectory(category: string): string {
  return category === '0' ? 'DEAL_STAGE' : `DEAL_STAGE_${category}`
}

function statusQuery(directory: string) {
  return {
    method: 'crm.status.list',
    params: { filter: { ENTITY_ID: directory }, order: { SORT: 'ASC' } },
    paging: 'offset',
  } as const
}

function statusOf(row: RestRow): Status {
  return { id: textOf(row['STATUS_ID']), name: textOf(row['NAME']) }
}

// `SEMANTICS` is empty for stages in progress; the real value stands in EXTRA.
function stageOf(row: RestRow): Stage {
  const said = textOf(row['SEMANTICS']) || textOf(recordOf(row['EXTRA'])['SEMANTICS'])
  const semantics = /^s/i.test(said) ? 'S' : /^(?:f|apology)/i.test(said) ? 'F' : ''
  return { ...statusOf(row), semantics }
}
