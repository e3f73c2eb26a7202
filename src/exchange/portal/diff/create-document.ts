import type { Change } from '../../../bitrix24/crm/change.ts'
import type { DocumentEntity } from '../../../bitrix24/crm/entity.ts'
import type { WantedDocument } from './diff-document.ts'
import type { Origin } from './diff-origin.ts'
import { withoutBlanks } from './without-blanks.ts'

/** All that makes the card of a document, in the order in which it has to be done; its requisites are linked when it is there. */
export function createDocument(
  entity: DocumentEntity,
  { card: { fields, rows }, contactIds }: WantedDocument,
  { originatorId, originId }: Origin,
): readonly Change[] {
  const create: Change = {
    kind: 'create',
    entity,
    originatorId,
    originId,
    fields: withoutBlanks(fields),
    points: [],
    companyIds: [],
    contactIds: [...new Set(contactIds)],
  }
  const hasRows = rows !== null && rows !== undefined && rows.length > 0
  return [create, ...(hasRows ? [{ kind: 'setRows', entity, id: null, rows, before: [] } as const] : [])]
}
