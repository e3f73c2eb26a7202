import type { Params } from '../client/command.ts'
import type { PortalClient } from '../client/portal-client.ts'
import { type Row, readAll } from '../client/read-pages.ts'
import { ask, type Failed, filterIgnored, isFailed } from './ask.ts'
import { heldCard } from './card-row.ts'
import type { Directories } from './directories.ts'
import { type DocumentEntity, entityTypeId, hasOrigin } from './entity.ts'
import type { HeldCard } from './held-card.ts'
import { hasRows, rowQueries, rowsByCard } from './read-rows.ts'
import { idOf, rowsOf, textOf } from './rest-value.ts'

export interface ChangedQuery {
  /** ISO with an offset. */
  readonly since: string
  /** Pipelines; empty: all. */
  readonly categories: readonly number[]
  /** Fields that `fields` of a card has; empty: all. */
  readonly select: readonly string[]
  /** Are the product rows wanted too? They take a request more for every page. */
  readonly rows?: boolean
  readonly directories: Directories
}

/** A card of the portal, and who changed it last. */
export interface ChangedCard extends HeldCard {
  /** 0: the portal does not say. */
  readonly updatedBy: number
  /** As the portal gave it. */
  readonly createdTime: string
}

/**
 * Cards that changed since a moment, by their ids, page by page (`bitrix24-rest.md §10`): the next page is asked for when
 * `onPage` is done with the last one. A card that changes meanwhile comes once more the next time.
 */
export async function readChanged(
  client: PortalClient,
  entity: DocumentEntity,
  query: ChangedQuery,
  onPage: (cards: readonly ChangedCard[]) => Promise<void>,
): Promise<{ readonly kind: 'read'; readonly count: number } | Failed> {
  let count = 0
  const params = {
    entityTypeId: entityTypeId(entity),
    filter: filterOf(query),
    select: selectOf(entity, query),
    useOriginalUfNames: 'Y',
  }
  for await (const page of readAll(client, { method: 'crm.item.list', params, idField: 'id', itemsOf: rowsOf })) {
    if (page.kind === 'failed') return page
    if (!page.rows.every((row) => isAsked(row, query))) return filterIgnored('crm.item.list')
    if (page.rows.length === 0) continue
    const cards = await cardsOf(client, entity, page.rows, query)
    if (isFailed(cards)) return cards
    count += cards.length
    await onPage(cards)
  }
  return { kind: 'read', count }
}

function filterOf({ since, categories }: ChangedQuery): Params {
  return { '>=updatedTime': since, ...(categories.length === 0 ? {} : { '@categoryId': categories }) }
}

function selectOf(entity: DocumentEntity, { select }: ChangedQuery): readonly string[] {
  if (select.length === 0) return ['*']
  const marks = hasOrigin(entity) ? ['originatorId', 'originId'] : ['xmlId']
  const own = ['id', 'updatedTime', 'updatedBy', 'createdTime', 'categoryId', 'contactId', 'contactIds', ...marks]
  return [...new Set([...own, ...select])]
}

function isAsked(row: Row, { since, categories }: ChangedQuery): boolean {
  const isLate = Date.parse(textOf(row['updatedTime'])) >= Date.parse(since)
  return isLate && (categories.length === 0 || categories.includes(idOf(row['categoryId'])))
}

async function cardsOf(
  client: PortalClient,
  entity: DocumentEntity,
  page: readonly Row[],
  { select, rows: withRows, directories }: ChangedQuery,
): Promise<readonly ChangedCard[] | Failed> {
  const ids = withRows && hasRows(directories, entity) ? page.map((row) => idOf(row['id'])) : []
  const answer = await ask(client, rowQueries(entity, ids))
  if (answer.kind === 'failed') return answer
  const rows = rowsByCard(entity, ids, answer.pages)
  if (rows === null) return filterIgnored('crm.item.productrow.list')
  return page.map((row) => {
    const card = heldCard(entity, row, { requisites: [], rows: rows.get(idOf(row['id'])) ?? null }, directories)
    const fields = select.length === 0 ? card.fields : only(card.fields, select)
    return { ...card, fields, updatedBy: idOf(row['updatedBy']), createdTime: textOf(row['createdTime']) }
  })
}

function only(fields: HeldCard['fields'], names: readonly string[]): HeldCard['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
}
