import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, rowsOfPages } from './ask.ts'
import { type DocumentEntity, timelineType } from './entity.ts'
import { idOf, textOf } from './rest-value.ts'

/** Which marks stand in comments of a card's timeline, each with the id of its comment: what an answer that was lost had made. */
export async function commentsWithMark(
  client: PortalClient,
  entity: DocumentEntity,
  id: number,
  marks: readonly string[],
): Promise<{ readonly kind: 'read'; readonly comments: ReadonlyMap<string, number> } | Failed> {
  const params = { filter: { ENTITY_ID: id, ENTITY_TYPE: timelineType(entity) }, order: { ID: 'DESC' } }
  const answer = await ask(client, [{ method: 'crm.timeline.comment.list', params, paging: 'offset' }])
  if (answer.kind === 'failed') return answer
  const rows = answer.pages.flatMap(rowsOfPages)
  if (!rows.every((row) => idOf(row['ENTITY_ID']) === id)) return filterIgnored('crm.timeline.comment.list')
  const comments = new Map<string, number>()
  for (const mark of marks) {
    const found = rows.find((row) => textOf(row['COMMENT']).includes(mark))
    if (found !== undefined) comments.set(mark, idOf(found['ID']))
  }
  return { kind: 'read', comments }
}
