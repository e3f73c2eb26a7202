import { reading } from '../../readings.ts'
import type { MultifieldRow, PortalState, Row } from '../../state.ts'
import type { Column } from '../store/column.ts'
import { idOf } from '../store/table.ts'
import type { EntityType } from './entity-type.ts'
import type { FieldType, ItemField } from './field.ts'
import { contactsOfCompany, idsOf } from './links.ts'

/**
 * A field as a list filters and orders by it. For "filtering by contacts" the docs send from crm.deal.list, where CONTACT_ID is
 * the primary one, to crm.item.list, and do not say by which of its two fields (crm-deal-list.md).
 */
export function columnOf(state: PortalState, type: EntityType, field: ItemField): Column {
  if (field.name === 'contactId' && reading(state, 'contactIdFinds') === 'any') {
    return { name: 'contactId*', kind: 'number', read: (row) => idsOf(row['contactIds']) }
  }
  const isFlag = field.isDynamic && field.type === 'boolean'
  return {
    name: field.name,
    kind: isFlag ? 'flag' : (kinds[field.type] ?? 'text'),
    isDerived: type.id === 4 && field.name === 'contactIds',
    read: (row) => heldValue(state, type, field, row),
  }
}

/** What a row says for a field, those included that stand elsewhere. */
export function heldValue(state: PortalState, type: EntityType, field: ItemField, row: Row): unknown {
  switch (field.name) {
    case 'hasPhone':
      return pointsOf(row).some(({ typeId }) => typeId === 'PHONE') ? 'Y' : 'N'
    case 'hasEmail':
      return pointsOf(row).some(({ typeId }) => typeId === 'EMAIL') ? 'Y' : 'N'
    case 'contactId':
      return idsOf(row['contactIds'])[0] ?? field.blank
    case 'companyId':
      return type.id === 3 ? (idsOf(row['companyIds'])[0] ?? field.blank) : (row['companyId'] ?? field.blank)
    case 'contactIds':
      return type.id === 4 ? contactsOfCompany(state, idOf(row)) : idsOf(row['contactIds'])
    default:
      return row[field.name] ?? field.blank
  }
}

/** Rows that a test made by hand may have none. */
export function pointsOf(row: Row): readonly MultifieldRow[] {
  return Array.isArray(row['fm']) ? (row['fm'] as MultifieldRow[]) : []
}

const kinds: Partial<Record<FieldType, Column['kind']>> = {
  integer: 'number',
  double: 'number',
  user: 'number',
  employee: 'number',
  enumeration: 'number',
  crm_category: 'number',
  crm_lead: 'number',
  crm_deal: 'number',
  crm_contact: 'number',
  crm_company: 'number',
  crm_quote: 'number',
  crm_entity: 'number',
  date: 'time',
  datetime: 'time',
}
