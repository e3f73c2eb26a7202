import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, isFailed, type Query, rowsOfPages } from './ask.ts'
import { heldCard } from './card-row.ts'
import { chunks } from './chunks.ts'
import type { Directories } from './directories.ts'
import { type CrmEntity, type DocumentEntity, entityTypeId, isDocument } from './entity.ts'
import type { HeldCard } from './held-card.ts'
import { gatherRequisites, partQueries, partRows, readParts, requisiteQueries } from './read-requisites.ts'
import { hasRows, rowQueries, rowsByCard } from './read-rows.ts'
import { idOf, type RestRow } from './rest-value.ts'

interface CardsRead {
  readonly kind: 'read'
  readonly cards: ReadonlyMap<number, HeldCard>
}

/**
 * Cards as the portal holds them now. An id that does not come back is deleted, or hidden from the owner of the webhook
 * (`bitrix24-rest.md §13.7`). `withParts`: requisites of companies and contacts, product rows of documents. `requisiteIds`:
 * those that the cards had when they were seen last; where nothing was added since, addresses and accounts come in the same
 * request.
 */
export async function readCards(
  client: PortalClient,
  entity: CrmEntity,
  ids: readonly number[],
  directories: Directories,
  withParts: boolean,
  requisiteIds: ReadonlyMap<number, readonly number[]> = new Map(),
): Promise<CardsRead | Failed> {
  const asked = [...new Set(ids)]
  if (isDocument(entity)) return readDocuments(client, entity, asked, directories, withParts)
  const items = itemQueries(entity, asked)
  const requisites = withParts ? requisiteQueries(entity, asked) : []
  const hinted = withParts ? asked.flatMap((id) => requisiteIds.get(id) ?? []) : []
  const answer = await ask(client, [...items, ...requisites, ...partQueries(hinted)])
  if (answer.kind === 'failed') return answer
  const itemRows = answer.pages.slice(0, items.length).flatMap(rowsOfPages)
  const askedIds = new Set(asked)
  if (!itemRows.every((row) => askedIds.has(idOf(row['id'])))) return filterIgnored('crm.item.list')
  const afterItems = answer.pages.slice(items.length)
  const requisiteRows = afterItems.slice(0, requisites.length).flatMap(rowsOfPages)
  const known = partRows(afterItems.slice(requisites.length))
  const knownIds = new Set(hinted)
  const unknownIds = requisiteRows.map((row) => idOf(row['ID'])).filter((id) => !knownIds.has(id))
  const more = await readParts(client, unknownIds)
  if (isFailed(more)) return more
  const parts = { addresses: [...known.addresses, ...more.addresses], banks: [...known.banks, ...more.banks] }
  const byCard = gatherRequisites(entity, requisiteRows, parts, askedIds)
  if (isFailed(byCard)) return byCard
  const requisitesOf = (row: RestRow) => byCard.get(idOf(row['id'])) ?? []
  const cards = itemRows.map((row) => heldCard(entity, row, { requisites: requisitesOf(row), rows: null }, directories))
  return { kind: 'read', cards: new Map(cards.map((card) => [card.id, card])) }
}

async function readDocuments(
  client: PortalClient,
  entity: DocumentEntity,
  ids: readonly number[],
  directories: Directories,
  withParts: boolean,
): Promise<CardsRead | Failed> {
  const items = itemQueries(entity, ids)
  const withRows = withParts && hasRows(directories, entity) ? ids : []
  const answer = await ask(client, [...items, ...rowQueries(entity, withRows)])
  if (answer.kind === 'failed') return answer
  const itemRows = answer.pages.slice(0, items.length).flatMap(rowsOfPages)
  const askedIds = new Set(ids)
  if (!itemRows.every((row) => askedIds.has(idOf(row['id'])))) return filterIgnored('crm.item.list')
  const rows = rowsByCard(entity, withRows, answer.pages.slice(items.length))
  if (rows === null) return filterIgnored('crm.item.productrow.list')
  const partsOf = (row: RestRow) => ({ requisites: [], rows: rows.get(idOf(row['id'])) ?? null })
  const cards = itemRows.map((row) => heldCard(entity, row, partsOf(row), directories))
  return { kind: 'read', cards: new Map(cards.map((card) => [card.id, card])) }
}

/** Lists of whole cards, multifields included, fifty a command: as many as a page, so no page follows. */
export function itemQueries(entity: CrmEntity, ids: readonly number[]): readonly Query[] {
  return chunks(ids, 50).map((part) => ({
    method: 'crm.item.list',
    params: { entityTypeId: entityTypeId(entity), filter: { '@id': part }, select: ['*'], start: -1, useOriginalUfNames: 'Y' },
    paging: 'none',
  }))
}
