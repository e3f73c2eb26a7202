import type { PortalState, Row } from '../../state.ts'
import type { EntityType } from '../item/entity-type.ts'
import { idsOf } from '../item/links.ts'
import { changeRow, insertRow, tableOf } from '../store/store.ts'
import { idOf } from '../store/table.ts'
import { bankDetailsOf, requisitesOf } from './cascade.ts'
import { owner } from './columns.ts'

/**
 * A deal gets one of the requisites of its client by itself, and of several it need not be the one that was meant
 * (`bitrix24-rest.md §4.1`): here it is the first. One that is the client's already stays.
 */
export function linkClient(state: PortalState, type: EntityType, row: Row): void {
  if (type.id !== 2) return
  const candidates = clientsOf(row).flatMap(([entityTypeId, id]) => requisitesOf(state, entityTypeId, id))
  const held = linkOf(state, type.id, idOf(row))
  if (candidates.some((requisite) => idOf(requisite) === Number(held?.['REQUISITE_ID'] ?? 0))) return
  const [first] = candidates
  if (first === undefined && held === undefined) return
  const [bank] = first === undefined ? [] : bankDetailsOf(state, idOf(first))
  const client = { REQUISITE_ID: first === undefined ? 0 : idOf(first), BANK_DETAIL_ID: bank === undefined ? 0 : idOf(bank) }
  if (held !== undefined) changeRow(state, 'requisiteLink', held, client)
  else {
    const document = { ENTITY_TYPE_ID: type.id, ENTITY_ID: idOf(row) }
    insertRow(state, 'requisiteLink', { ...document, ...client, MC_REQUISITE_ID: 0, MC_BANK_DETAIL_ID: 0 })
  }
}

/** Which requisites a document goes by; undefined: nothing is said of it. */
export function linkOf(state: PortalState, entityTypeId: number, id: number): Row | undefined {
  const table = tableOf(state, 'requisiteLink')
  const candidates = table.find(owner, [String(id)]) ?? table.rows()
  return candidates.find((row) => Number(row['ENTITY_ID']) === id && Number(row['ENTITY_TYPE_ID']) === entityTypeId)
}

/** Whose requisites a document may show: those of its company, else of its contacts. */
function clientsOf(row: Row): readonly (readonly [entityTypeId: number, id: number])[] {
  const company = Number(row['companyId'] ?? 0)
  if (company !== 0) return [[4, company]]
  return idsOf(row['contactIds']).map((id) => [3, id])
}
