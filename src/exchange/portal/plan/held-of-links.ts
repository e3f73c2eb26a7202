import type { DocumentEntity } from '../../../bitrix24/crm/entity.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { Link } from '../../../ledger/links.ts'
import { readHeld } from '../read-held.ts'
import type { PortalSession } from '../session.ts'
import type { ToldDocument } from '../told-document.ts'
import type { OpenDocument } from './open-card.ts'

/** The cards that documents are linked to. Rows are asked for, one document a command, only where they may have to be set. */
export async function heldOfLinks(
  session: PortalSession,
  entity: DocumentEntity,
  documents: readonly OpenDocument[],
  links: ReadonlyMap<string, Link>,
  bases: ReadonlyMap<string, ToldDocument>,
): Promise<ReadonlyMap<number, HeldCard>> {
  const idsOf = (some: readonly OpenDocument[]) => some.flatMap(({ told }) => links.get(told.key)?.portalId ?? [])
  const [withRows, without] = [
    documents.filter(({ told }) => needsRows(told, bases.get(told.key))),
    documents.filter(({ told }) => !needsRows(told, bases.get(told.key))),
  ]
  const plain = await readHeld(session, entity, idsOf(without), false)
  return new Map([...plain, ...(await readHeld(session, entity, idsOf(withRows), true))])
}

function needsRows({ draft }: ToldDocument, base: ToldDocument | undefined): boolean {
  if (base === undefined) return true
  return JSON.stringify(draft.rows) !== JSON.stringify(base.draft.rows) || draft.amount !== base.draft.amount
}
