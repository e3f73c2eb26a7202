import type { PortalState, Row } from '../../state.ts'
import type { Column } from '../store/column.ts'
import { changeRow, tableOf } from '../store/store.ts'
import { idOf } from '../store/table.ts'

/** Companies of a contact stand in its row; whom a company has is asked from there. */
const contactCompanies: Column = { name: 'companyIds', kind: 'number', read: (row) => idsOf(row['companyIds']) }

const dealContacts: Column = { name: 'contactIds', kind: 'number', read: (row) => idsOf(row['contactIds']) }

/** Ids of the contacts that a company has, ascending. */
export function contactsOfCompany(state: PortalState, companyId: number): readonly number[] {
  return rowsWith(state, 3, contactCompanies, companyId)
    .map(idOf)
    .sort((one, other) => one - other)
}

/** The whole set is replaced (`bitrix24-rest.md §2.7`). */
export function setContactsOfCompany(state: PortalState, companyId: number, contactIds: readonly number[]): void {
  const before = contactsOfCompany(state, companyId)
  const contacts = tableOf(state, 'item:3')
  for (const id of before.filter((one) => !contactIds.includes(one))) {
    const row = contacts.get(id)!
    changeRow(state, 'item:3', row, { companyIds: idsOf(row['companyIds']).filter((one) => one !== companyId) })
  }
  for (const id of contactIds.filter((one) => !before.includes(one))) {
    const row = contacts.get(id)
    if (row !== undefined) changeRow(state, 'item:3', row, { companyIds: [...idsOf(row['companyIds']), companyId] })
  }
}

/** Items that name a record which is gone name it no more. */
export function unbind(state: PortalState, entityTypeId: number, id: number): void {
  if (entityTypeId === 4) setContactsOfCompany(state, id, [])
  for (const typeId of Object.keys(state.items).map(Number)) {
    for (const name of [...(referenceNames[entityTypeId] ?? []), `parentId${entityTypeId}`]) {
      const column: Column = { name: `#${name}`, kind: 'number', read: (row) => row[name] }
      for (const row of rowsWith(state, typeId, column, id)) changeRow(state, `item:${typeId}`, row, { [name]: null })
    }
    if (entityTypeId !== 3) continue
    for (const row of rowsWith(state, typeId, dealContacts, id)) {
      changeRow(state, `item:${typeId}`, row, { contactIds: idsOf(row['contactIds']).filter((one) => one !== id) })
    }
  }
}

/** A list of ids, whatever a row made by hand has in its place. */
export function idsOf(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.map(Number) : []
}

/** How items name another one beside `parentId…`; contacts they have in `contactIds`. */
const referenceNames: Readonly<Record<number, readonly string[]>> = {
  1: ['leadId'],
  2: ['dealId'],
  4: ['companyId', 'mycompanyId'],
  7: ['quoteId'],
}

function rowsWith(state: PortalState, typeId: number, column: Column, id: number): readonly Row[] {
  const table = tableOf(state, `item:${typeId}`)
  const candidates = table.find(column, [String(id)]) ?? table.rows()
  return candidates.filter((row) => {
    const value = column.read(row)
    return Array.isArray(value) ? value.includes(id) : Number(value) === id
  })
}
