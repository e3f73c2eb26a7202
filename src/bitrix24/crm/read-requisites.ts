import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, type Query, rowsOfPages } from './ask.ts'
import { heldAddress, heldBank, heldRequisite } from './card-row.ts'
import { chunks } from './chunks.ts'
import { type CrmEntity, entityTypeId } from './entity.ts'
import type { HeldRequisite } from './held-card.ts'
import { idOf, type RestRow } from './rest-value.ts'

/** `ENTITY_TYPE_ID` of a requisite, which addresses and accounts belong to (`bitrix24-rest.md §4.4`). */
export const requisiteTypeId = 8

/** Lists of the requisites of some cards: so many that a page holds them, though a few cards have several. */
export function requisiteQueries(entity: CrmEntity, cardIds: readonly number[]): readonly Query[] {
  return chunks(cardIds, 40).map((part) => ({
    method: 'crm.requisite.list',
    params: { filter: { ENTITY_TYPE_ID: entityTypeId(entity), '@ENTITY_ID': part }, select: ['*'] },
    paging: 'ID',
  }))
}

/** Lists of the addresses and of the accounts of some requisites. A requisite has several of either, so fewer go together. */
export function partQueries(requisiteIds: readonly number[]): readonly Query[] {
  return chunks(requisiteIds, 20).flatMap((part): readonly Query[] => [
    {
      method: 'crm.address.list',
      params: {
        filter: { ENTITY_TYPE_ID: requisiteTypeId, '@ENTITY_ID': part },
        order: { ENTITY_ID: 'ASC', TYPE_ID: 'ASC' },
        select: ['*'],
      },
      paging: 'offset',
    },
    {
      method: 'crm.requisite.bankdetail.list',
      params: { filter: { '@ENTITY_ID': part }, select: ['*'] },
      paging: 'ID',
    },
  ])
}

/** Addresses and accounts as they were read, by the id of their requisite. */
export interface RequisiteParts {
  readonly addresses: readonly RestRow[]
  readonly banks: readonly RestRow[]
}

/** Rows of the answers to `partQueries`, which stand in turn: addresses, accounts. */
export function partRows(pages: readonly (readonly unknown[] | null)[]): RequisiteParts {
  return {
    addresses: pages.filter((_, index) => index % 2 === 0).flatMap(rowsOfPages),
    banks: pages.filter((_, index) => index % 2 === 1).flatMap(rowsOfPages),
  }
}

/** What the rows of requisites still lack, read in one more batch. */
export async function readParts(client: PortalClient, ids: readonly number[]): Promise<RequisiteParts | Failed> {
  const answer = await ask(client, partQueries(ids))
  return answer.kind === 'failed' ? answer : partRows(answer.pages)
}

/** Requisites by the id of their card. */
export function gatherRequisites(
  entity: CrmEntity,
  rows: readonly RestRow[],
  { addresses, banks }: RequisiteParts,
  cardIds: ReadonlySet<number>,
): ReadonlyMap<number, readonly HeldRequisite[]> | Failed {
  const isAsked = (row: RestRow) =>
    cardIds.has(idOf(row['ENTITY_ID'])) && idOf(row['ENTITY_TYPE_ID'] ?? entityTypeId(entity)) === entityTypeId(entity)
  if (!rows.every(isAsked)) return filterIgnored('crm.requisite.list')
  const addressesOf = Map.groupBy(addresses.filter(isOfRequisite), (row) => idOf(row['ENTITY_ID']))
  const banksOf = Map.groupBy(banks.filter(isOfRequisite), (row) => idOf(row['ENTITY_ID']))
  const byCard = new Map<number, HeldRequisite[]>()
  for (const row of rows) {
    const [id, cardId] = [idOf(row['ID']), idOf(row['ENTITY_ID'])]
    const held = heldRequisite(row, (addressesOf.get(id) ?? []).map(heldAddress), (banksOf.get(id) ?? []).map(heldBank))
    byCard.set(cardId, [...(byCard.get(cardId) ?? []), held])
  }
  return byCard
}

function isOfRequisite(row: RestRow): boolean {
  return idOf(row['ENTITY_TYPE_ID'] ?? requisiteTypeId) === requisiteTypeId
}
