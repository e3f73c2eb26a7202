import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, rowsOfPages } from './ask.ts'
import { candidateQuery } from './candidates.ts'
import { chunks } from './chunks.ts'
import { type DocumentEntity, entityTypeId } from './entity.ts'
import { idOf } from './rest-value.ts'

/** Cards of one kind that were made for documents of another, by the id of the document; where the two are not related, none. */
export async function childrenOf(
  client: PortalClient,
  child: DocumentEntity,
  parent: DocumentEntity,
  parentIds: readonly number[],
): Promise<{ readonly kind: 'read'; readonly children: ReadonlyMap<number, readonly number[]> } | Failed> {
  const asked = new Set(parentIds)
  const field = `parentId${entityTypeId(parent)}`
  const answer = await ask(
    client,
    chunks([...asked], 40).map((part) => ({ ...candidateQuery(child, { [`@${field}`]: part }, [field]), optional: true })),
  )
  if (answer.kind === 'failed') return answer
  const rows = answer.pages.flatMap(rowsOfPages)
  if (!rows.every((row) => asked.has(idOf(row[field])))) return filterIgnored('crm.item.list')
  const byParent = Map.groupBy(rows, (row) => idOf(row[field]))
  return { kind: 'read', children: new Map([...byParent].map(([id, some]) => [id, some.map((row) => idOf(row['id']))])) }
}
