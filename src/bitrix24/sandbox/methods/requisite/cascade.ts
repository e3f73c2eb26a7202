import type { PortalState, Row } from '../../state.ts'
import { removeRow, tableOf } from '../store/store.ts'
import { idOf } from '../store/table.ts'
import { owner } from './columns.ts'

/** All requisites of a company or contact, with what hangs on them. */
export function deleteRequisites(state: PortalState, entityTypeId: number, entityId: number): void {
  for (const row of requisitesOf(state, entityTypeId, entityId)) deleteRequisite(state, row)
}

/** A requisite takes its addresses, bank accounts and links with it (`bitrix24-rest.md §4.1`). */
export function deleteRequisite(state: PortalState, requisite: Row): void {
  const id = idOf(requisite)
  for (const row of bankDetailsOf(state, id)) removeRow(state, 'bankDetail', row)
  for (const row of addressesOf(state, id)) removeRow(state, 'address', row)
  const links = state.requisiteLinks.filter((row) => Number(row['REQUISITE_ID']) === id || Number(row['MC_REQUISITE_ID']) === id)
  for (const row of links) removeRow(state, 'requisiteLink', row)
  removeRow(state, 'requisite', requisite)
}

export function requisitesOf(state: PortalState, entityTypeId: number, entityId: number): readonly Row[] {
  return rowsOwned(state, 'requisite', entityId).filter((row) => Number(row['ENTITY_TYPE_ID']) === entityTypeId)
}

/** 8: a requisite. */
export function addressesOf(state: PortalState, requisiteId: number): readonly Row[] {
  const table = tableOf(state, 'address')
  const candidates = table.find(owner, [String(requisiteId)]) ?? [...table.rows()]
  return candidates.filter((row) => Number(row['ENTITY_ID']) === requisiteId && Number(row['ENTITY_TYPE_ID']) === 8)
}

export function bankDetailsOf(state: PortalState, requisiteId: number): readonly Row[] {
  return rowsOwned(state, 'bankDetail', requisiteId)
}

function rowsOwned(state: PortalState, name: 'requisite' | 'bankDetail', ownerId: number): readonly Row[] {
  const table = tableOf(state, name)
  return (table.find(owner, [String(ownerId)]) ?? [...table.rows()]).filter((row) => Number(row['ENTITY_ID']) === ownerId)
}
