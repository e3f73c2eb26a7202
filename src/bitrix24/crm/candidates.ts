import type { Params } from '../client/command.ts'
import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, type Query, rowsOfPages } from './ask.ts'
import { chunks } from './chunks.ts'
import { type CrmEntity, entityTypeId, hasOrigin, isDocument } from './entity.ts'
import { originOf } from './origin.ts'
import type { Candidate, Candidates } from './probe.ts'
import { idOf, type RestRow, textOf } from './rest-value.ts'

/** A list of cards by a filter, with just what a candidate is made of and some fields more. */
export function candidateQuery(entity: CrmEntity, filter: Params, fields: readonly string[] = []): Query {
  return {
    method: 'crm.item.list',
    params: {
      entityTypeId: entityTypeId(entity),
      filter,
      select: [...new Set(['id', ...nameFieldsOf(entity), ...originFieldsOf(entity), ...placeFieldsOf(entity), ...fields])],
      useOriginalUfNames: 'Y',
    },
    paging: 'id',
  }
}

export function candidateOf(entity: CrmEntity, row: RestRow): Candidate {
  return {
    id: idOf(row['id']),
    title: nameFieldsOf(entity)
      .map((name) => textOf(row[name]))
      .filter(Boolean)
      .join(' '),
    ...originOf(entity, row),
    ...(isDocument(entity) ? { stageId: textOf(row['stageId']), createdAt: textOf(row['createdTime']) } : {}),
  }
}

/** Candidates out of pairs of a probe's key and a card; a card that a probe found twice is one. */
export function gather(pairs: Iterable<readonly [string, Candidate]>): Candidates {
  const found = new Map<string, Candidate[]>()
  for (const [key, candidate] of pairs) {
    const known = found.get(key) ?? []
    if (known.every(({ id }) => id !== candidate.id)) known.push(candidate)
    found.set(key, known)
  }
  return found
}

/** The cards of some ids; those that the owner of the webhook may not see do not come back. 49 never fill a page. */
export async function candidatesById(
  client: PortalClient,
  entity: CrmEntity,
  ids: readonly number[],
): Promise<{ readonly kind: 'read'; readonly candidates: ReadonlyMap<number, Candidate> } | Failed> {
  const asked = new Set(ids)
  const answer = await ask(
    client,
    chunks([...asked], 49).map((part) => candidateQuery(entity, { '@id': part })),
  )
  if (answer.kind === 'failed') return answer
  const candidates = answer.pages.flatMap(rowsOfPages).map((row) => candidateOf(entity, row))
  if (!candidates.every(({ id }) => asked.has(id))) return filterIgnored('crm.item.list')
  return { kind: 'read', candidates: new Map(candidates.map((candidate) => [candidate.id, candidate])) }
}

/**
 * What a database takes for the same text, and more: whatever it may call equal has the same key here. A row with another
 * key was not asked for.
 */
export function looseKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function nameFieldsOf(entity: CrmEntity): readonly string[] {
  return entity === 'contact' ? ['lastName', 'name', 'secondName'] : ['title']
}

function originFieldsOf(entity: CrmEntity): readonly string[] {
  return hasOrigin(entity) ? ['originatorId', 'originId'] : ['xmlId']
}

function placeFieldsOf(entity: CrmEntity): readonly string[] {
  return isDocument(entity) ? ['stageId', 'createdTime'] : []
}
