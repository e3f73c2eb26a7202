import type { Params } from '../client/command.ts'
import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, isFailed, type Query, rowsOfPages } from './ask.ts'
import { candidateOf, candidateQuery, gather } from './candidates.ts'
import { contactIds } from './card-row.ts'
import { chunks } from './chunks.ts'
import type { DocumentEntity } from './entity.ts'
import { findByCommunication } from './find-by-communication.ts'
import { fieldNamed } from './find-field.ts'
import type { Candidate, Candidates, DocumentFindOptions, DocumentProbe } from './probe.ts'
import { idOf, type RestRow, textOf } from './rest-value.ts'

/**
 * Unfinished cards of the client (systems.md B6): his contacts and companies by phone, those that are known besides, then the
 * cards that any of them is bound to. Both go 49 to a command, so that ten thousand documents take some dozens of requests.
 */
export async function findOfClients(
  client: PortalClient,
  entity: DocumentEntity,
  probes: readonly DocumentProbe[],
  options: DocumentFindOptions,
): Promise<Candidates | Failed> {
  if (fieldNamed(options.directories, entity, 'companyId') === null) return new Map()
  const asking = probes.filter(({ phones }) => phones.length > 0).map(({ key, phones }) => ({ key, phones, emails: [] }))
  const contacts = await findByCommunication(client, 'contact', 'PHONE', asking)
  if (isFailed(contacts)) return contacts
  const companies = await findByCommunication(client, 'company', 'PHONE', asking)
  if (isFailed(companies)) return companies
  const known = probes.flatMap(({ key, contactIds = [] }) => contactIds.map((id) => [key, id] as const))
  const keysOfContact = keysById([...idsOf(contacts), ...known])
  const keysOfCompany = keysById(idsOf(companies))
  const rows = await cardsOf(client, entity, [...keysOfContact.keys()], [...keysOfCompany.keys()], options)
  if (isFailed(rows)) return rows
  const pairs: [string, Candidate][] = []
  for (const row of rows) {
    const owners = [...contactIds(row).map((id) => keysOfContact.get(id)), keysOfCompany.get(idOf(row['companyId']))]
    for (const key of owners.flatMap((keys) => [...(keys ?? [])])) pairs.push([key, candidateOf(entity, row)])
  }
  return gather(pairs)
}

function idsOf(candidates: Candidates): readonly (readonly [string, number])[] {
  return [...candidates].flatMap(([key, found]) => found.map(({ id }) => [key, id] as const))
}

/** A client may have sent several documents, so that an id stands for several of them. */
function keysById(pairs: readonly (readonly [string, number])[]): ReadonlyMap<number, ReadonlySet<string>> {
  const keys = new Map<number, Set<string>>()
  for (const [key, id] of pairs) keys.set(id, (keys.get(id) ?? new Set()).add(key))
  return keys
}

interface Asked {
  readonly query: Query
  readonly isAsked: (row: RestRow) => boolean
}

async function cardsOf(
  client: PortalClient,
  entity: DocumentEntity,
  contacts: readonly number[],
  companies: readonly number[],
  { finalStageIds, categoryIds }: DocumentFindOptions,
): Promise<readonly RestRow[] | Failed> {
  const open: Params = {
    ...(finalStageIds.length === 0 ? {} : { '!@stageId': finalStageIds }),
    ...(categoryIds === undefined ? {} : { '@categoryId': categoryIds }),
  }
  const isOpen = (row: RestRow) =>
    !finalStageIds.includes(textOf(row['stageId'])) && (categoryIds?.includes(idOf(row['categoryId'])) ?? true)
  const query = (field: string, ids: readonly number[]) =>
    candidateQuery(entity, { ...open, [`@${field}`]: ids }, ['categoryId', 'companyId', 'contactId', 'contactIds'])
  const asked = [
    // Whether a list may be filtered by all contacts is not documented; by the first one it may.
    ...askedBy(contacts, (ids) => ({ ...query('contactIds', ids), optional: true }), contactIds),
    ...askedBy(contacts, (ids) => query('contactId', ids), contactIds),
    ...askedBy(
      companies,
      (ids) => query('companyId', ids),
      (row) => [idOf(row['companyId'])],
    ),
  ]
  const answer = await ask(
    client,
    asked.map((each) => each.query),
  )
  if (answer.kind === 'failed') return answer
  const pages = answer.pages.map(rowsOfPages)
  const isAllAsked = pages.every((rows, index) => rows.every((row) => isOpen(row) && asked[index]!.isAsked(row)))
  return isAllAsked ? pages.flat() : filterIgnored('crm.item.list')
}

function askedBy(
  ids: readonly number[],
  query: (ids: readonly number[]) => Query,
  idsIn: (row: RestRow) => readonly number[],
): readonly Asked[] {
  return chunks(ids, 49).map((part) => {
    const wanted = new Set(part)
    return { query: query(part), isAsked: (row) => idsIn(row).some((id) => wanted.has(id)) }
  })
}
