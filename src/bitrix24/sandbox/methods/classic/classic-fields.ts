import type { PortalState, Row } from '../../state.ts'
import { heldValue, columnOf as itemColumn, pointsOf } from '../item/columns.ts'
import { allFields } from '../item/custom-fields.ts'
import type { EntityType } from '../item/entity-type.ts'
import type { ItemField } from '../item/field.ts'
import { pointTypes } from '../item/points.ts'
import { hasPoints } from '../item/present.ts'
import { isEmpty, recordOf } from '../params.ts'
import type { Column } from '../store/column.ts'

/** A field by its name in upper case. */
export function classicField(state: PortalState, type: EntityType, name: string): ItemField | undefined {
  return allFields(state, type).find(({ classicName, type: kind }) => classicName === name && kind !== 'crm_multifield')
}

/**
 * What a classic list can be filtered by: phones and e-mails as a whole only (`bitrix24-rest.md §2.3`), of contacts the primary
 * one; CONTACT_IDS it does not know (crm-deal-list.md).
 */
export function classicColumn(state: PortalState, type: EntityType, name: string): Column | undefined {
  if (hasPoints(type) && (pointTypes as readonly string[]).includes(name)) return pointColumn(name)
  const field = classicField(state, type, name)
  if (field === undefined || name === 'CONTACT_IDS' || name === 'COMPANY_IDS') return undefined
  if (field.name === 'contactId') return { name: 'contactId', kind: 'number', read: (row) => heldValue(state, type, field, row) }
  const column = itemColumn(state, type, field)
  return field.name === 'id' ? column : { ...column, name: field.name }
}

/** A record as the classic methods tell it: texts, and points in lists of their own (`bitrix24-rest.md §2.9`). */
export function classicRow(state: PortalState, type: EntityType, row: Row, names: readonly string[]): Row {
  const shown: Row = {}
  for (const name of names) {
    if ((pointTypes as readonly string[]).includes(name)) {
      const points = pointsOf(row).filter(({ typeId }) => typeId === name)
      const texts = points.map(({ id, valueType, value }) => ({
        ID: String(id),
        VALUE_TYPE: valueType,
        VALUE: value,
        TYPE_ID: name,
      }))
      if (texts.length > 0) shown[name] = texts
      continue
    }
    const field = classicField(state, type, name)
    if (field !== undefined) shown[name] = classicValue(field, heldValue(state, type, field, row))
  }
  return shown
}

/** Names of what a `select` means: `*` the system fields, `UF_*` the custom ones, else by name; `ID` is always there. */
export function classicNames(state: PortalState, type: EntityType, select: readonly string[]): readonly string[] {
  const fields = allFields(state, type).filter(({ isMultiple, isDynamic }) => isDynamic || !isMultiple)
  const named = (isCustom: boolean) =>
    fields.filter(({ isDynamic }) => isDynamic === isCustom).map(({ classicName }) => classicName)
  if (select.length === 0) return named(false)
  const names = select.flatMap((name) => (name === '*' ? named(false) : name === 'UF_*' ? named(true) : [name.toUpperCase()]))
  return [...new Set(['ID', ...names])]
}

function classicValue(field: ItemField, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => classicValue({ ...field, isMultiple: false }, one))
  if (isEmpty(value)) return null
  if (field.type === 'file') return { id: recordOf(value)?.['id'], showUrl: '', downloadUrl: '' }
  if (field.type === 'boolean' && field.isDynamic) return value === 'Y' ? '1' : '0'
  if (field.type === 'double' && !field.isDynamic) return Number(value).toFixed(2)
  return String(value)
}

function pointColumn(name: string): Column {
  return {
    name: `=${name}`,
    kind: 'text',
    read: (row) =>
      pointsOf(row)
        .filter(({ typeId }) => typeId === name)
        .map(({ value }) => value),
  }
}
