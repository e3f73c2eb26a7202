import type { Change } from '../../../bitrix24/crm/change.ts'
import { commentsWithMark } from '../../../bitrix24/crm/comments-with-mark.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import { requisiteLinksOf } from '../../../bitrix24/crm/requisite-ids.ts'
import { sameRows } from '../../../bitrix24/crm/rows-text.ts'
import { readHeld } from '../read-held.ts'
import { type PortalSession, PortalStopped } from '../session.ts'
import type { Effect } from './took-effect.ts'

export type DocumentChange = Extract<Change, { kind: 'setRows' | 'linkRequisite' | 'addFile' | 'deleteComment' }>

export function isOfParts(change: Change): change is DocumentChange {
  return ['setRows', 'linkRequisite', 'addFile', 'deleteComment'].includes(change.kind)
}

/**
 * Did a change of rows, links or files whose answer was lost run after all? Asked of the portal where the card itself does not tell. Throws
 * `PortalStopped`.
 */
export async function tookDocumentEffect(session: PortalSession, change: DocumentChange, held: HeldCard | null): Promise<Effect> {
  const { client } = session
  switch (change.kind) {
    case 'setRows': {
      const rows = held === null ? null : (held.rows ?? (await rowsOf(session, held)))
      return rows !== null && sameRows(change.rows, rows) ? { id: null } : null
    }
    case 'linkRequisite': {
      const id = change.id ?? held?.id
      if (id === undefined) return null
      const found = await requisiteLinksOf(client, change.entity, [id])
      if (found.kind === 'failed') throw new PortalStopped(found.outcome)
      const link = found.links.get(id)
      return link !== undefined && JSON.stringify(values(link)) === JSON.stringify(values(change.link)) ? { id: null } : null
    }
    case 'addFile': {
      const found = await commentsWithMark(client, change.entity, change.id, [change.mark])
      if (found.kind === 'failed') throw new PortalStopped(found.outcome)
      const id = found.comments.get(change.mark)
      return id === undefined ? null : { id }
    }
    // Taking away what is gone is done: it is sent once more.
    case 'deleteComment':
      return null
  }
}

async function rowsOf(session: PortalSession, { entity, id }: HeldCard): Promise<(HeldCard['rows'] & object) | null> {
  const read = await readHeld(session, entity, [id], true)
  return read.get(id)?.rows ?? null
}

function values({ requisiteId, bankId, myRequisiteId, myBankId }: Extract<Change, { kind: 'linkRequisite' }>['link']) {
  return [requisiteId, bankId, myRequisiteId, myBankId]
}
