import { tableOf } from '../methods/store/store.ts'
import type { PortalState, Row } from '../state.ts'
import type { PageEntity } from './entity.ts'

/** Cards of a kind as people see them in its list: the company whose portal it is stands apart there, as on a live one. */
export function shownRows(state: PortalState, { type }: PageEntity): readonly Row[] {
  const rows = tableOf(state, `item:${type.id}`).rows()
  return type.id === 4 ? rows.filter((row) => !isOwn(row)) : rows
}

export function ownCompanies(state: PortalState): readonly Row[] {
  return tableOf(state, 'item:4').rows().filter(isOwn)
}

function isOwn(row: Row): boolean {
  return row['isMyCompany'] === 'Y'
}
