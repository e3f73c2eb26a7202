import type { PortalState, Row } from '../../state.ts'
import { deleteRequisites } from '../requisite/cascade.ts'
import { linkOf } from '../requisite/link-client.ts'
import { removeRow } from '../store/store.ts'
import { idOf } from '../store/table.ts'
import type { EntityType } from './entity-type.ts'
import { unbind } from './links.ts'

/** The record goes with its requisites and rows; what was bound to it stays, unbound. */
export function deleteItem(state: PortalState, type: EntityType, row: Row): void {
  const id = idOf(row)
  deleteRequisites(state, type.id, id)
  unbind(state, type.id, id)
  const link = linkOf(state, type.id, id)
  if (link !== undefined) removeRow(state, 'requisiteLink', link)
  delete state.productRows[`${type.code}:${id}`]
  removeRow(state, `item:${type.id}`, row)
}
