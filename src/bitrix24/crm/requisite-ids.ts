import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, rowsOfPages } from './ask.ts'
import { chunks } from './chunks.ts'
import { type ClientEntity, type DocumentEntity, entityTypeId } from './entity.ts'
import { idOf, textOf } from './rest-value.ts'
import type { RequisiteLink } from './wanted-card.ts'

/** What of a requisite a document may be linked to, and how people call it. */
export interface RequisiteIds {
  readonly id: number
  /** Of the company or the person, else what the requisite itself is called; '' where it has no name at all. */
  readonly name: string
  /** '' where it has none. */
  readonly inn: string
  /** Whose it is, where we made it. */
  readonly xmlId: string
  readonly bankIds: readonly number[]
}

/** Requisites of companies (or contacts) with their bank details, by the id of the card, in the order in which they were made. */
export async function requisiteIdsOf(
  client: PortalClient,
  companyIds: readonly number[],
  entity: ClientEntity = 'company',
): Promise<{ readonly kind: 'read'; readonly requisites: ReadonlyMap<number, readonly RequisiteIds[]> } | Failed> {
  const asked = new Set(companyIds)
  const listed = await ask(
    client,
    chunks([...asked], 40).map((part) => ({
      method: 'crm.requisite.list',
      params: {
        filter: { ENTITY_TYPE_ID: entityTypeId(entity), '@ENTITY_ID': part },
        select: ['ID', 'ENTITY_TYPE_ID', 'ENTITY_ID', 'XML_ID', 'RQ_INN', ...nameFields],
      },
      paging: 'ID' as const,
    })),
  )
  if (listed.kind === 'failed') return listed
  const rows = listed.pages.flatMap(rowsOfPages)
  if (!rows.every((row) => asked.has(idOf(row['ENTITY_ID'])))) return filterIgnored('crm.requisite.list')
  const banks = await ask(
    client,
    chunks(
      rows.map((row) => idOf(row['ID'])),
      40,
    ).map((part) => ({
      method: 'crm.requisite.bankdetail.list',
      params: { filter: { '@ENTITY_ID': part }, select: ['ID', 'ENTITY_ID'] },
      paging: 'ID' as const,
    })),
  )
  if (banks.kind === 'failed') return banks
  const bankRows = Map.groupBy(banks.pages.flatMap(rowsOfPages), (row) => idOf(row['ENTITY_ID']))
  const requisites = Map.groupBy(rows, (row) => idOf(row['ENTITY_ID']))
  return {
    kind: 'read',
    requisites: new Map(
      [...requisites].map(([cardId, own]) => [
        cardId,
        own.map((row) => ({
          id: idOf(row['ID']),
          name: nameFields.map((field) => textOf(row[field])).find((name) => name !== '') ?? '',
          inn: textOf(row['RQ_INN']),
          xmlId: textOf(row['XML_ID']),
          bankIds: (bankRows.get(idOf(row['ID'])) ?? []).map((bank) => idOf(bank['ID'])),
        })),
      ]),
    ),
  }
}

/** Whom they name goes before what people call them by hand, «Основные» as a rule. */
const nameFields = ['RQ_COMPANY_NAME', 'RQ_NAME', 'NAME'] as const

/** Which requisites documents show now; those that show none of their own are not among them (`bitrix24-rest.md §4.5`). */
export async function requisiteLinksOf(
  client: PortalClient,
  entity: DocumentEntity,
  ids: readonly number[],
): Promise<{ readonly kind: 'read'; readonly links: ReadonlyMap<number, RequisiteLink> } | Failed> {
  const asked = new Set(ids)
  const answer = await ask(
    client,
    chunks([...asked], 49).map((part) => ({
      method: 'crm.requisite.link.list',
      params: { filter: { ENTITY_TYPE_ID: entityTypeId(entity), '@ENTITY_ID': part }, order: { ENTITY_ID: 'ASC' } },
      paging: 'offset' as const,
    })),
  )
  if (answer.kind === 'failed') return answer
  const rows = answer.pages.flatMap(rowsOfPages)
  const isAsked = (id: number, typeId: number) => asked.has(id) && typeId === entityTypeId(entity)
  if (!rows.every((row) => isAsked(idOf(row['ENTITY_ID']), idOf(row['ENTITY_TYPE_ID'])))) {
    return filterIgnored('crm.requisite.link.list')
  }
  const links = rows.map((row) => {
    const link: RequisiteLink = {
      requisiteId: idOf(row['REQUISITE_ID']),
      bankId: idOf(row['BANK_DETAIL_ID']),
      myRequisiteId: idOf(row['MC_REQUISITE_ID']),
      myBankId: idOf(row['MC_BANK_DETAIL_ID']),
    }
    return [idOf(row['ENTITY_ID']), link] as const
  })
  return { kind: 'read', links: new Map(links) }
}
