import type { PortalState, UserFieldRow } from '../../state.ts'
import type { EntityType } from './entity-type.ts'
import type { FieldType, ItemField } from './field.ts'

/** Custom fields of a type as fields, read afresh: methods and tests add some at any time. */
export function customFields(state: PortalState, type: EntityType): readonly ItemField[] {
  return state.userFields.filter(({ entityId }) => entityId === type.userFieldEntity).map(customField)
}

/** System fields and custom ones. */
export function allFields(state: PortalState, type: EntityType): readonly ItemField[] {
  return [...type.fields, ...customFields(state, type)]
}

/**
 * Names of custom fields without `useOriginalUfNames` (`bitrix24-rest.md §2.4`): `UF_CRM_1747309879` → `ufCrm_1747309879`,
 * `UF_CRM_3_DIGIT` → `ufCrm3Digit`; a part that mixes letters and digits leaves all as it is after `ufCrm_`.
 */
function camelName(fieldName: string): string {
  const rest = fieldName.replace(/^UF_CRM_/, '')
  const parts = rest.split('_')
  if (!parts.every((part) => /^(\d+|[A-Z]+)$/.test(part))) return `ufCrm_${rest}`
  const words = parts.map((part, place) => {
    if (!/^\d/.test(part)) return part[0] + part.slice(1).toLowerCase()
    return place === 0 && parts.length > 1 ? part : `_${part}`
  })
  return `ufCrm${words.join('')}`
}

/** How fields are called in one request and its answer. */
export interface FieldNames {
  /** What the wire calls a field; on a collision the original name stays. */
  outer(field: ItemField): string
  /** The field that the wire means, or undefined. */
  inner(name: string): ItemField | undefined
}

export function fieldNames(state: PortalState, type: EntityType, isOriginal: boolean): FieldNames {
  const custom = customFields(state, type)
  const outerByName = new Map<string, string>()
  const taken = new Set<string>()
  for (const { name } of custom) {
    const camel = isOriginal ? name : camelName(name)
    const outer = taken.has(camel) ? name : camel
    taken.add(outer)
    outerByName.set(name, outer)
  }
  const customByOuter = new Map(custom.map((one) => [outerByName.get(one.name)!, one]))
  return {
    outer: (one) => outerByName.get(one.name) ?? one.name,
    inner: (name) => type.fieldsByName.get(name) ?? customByOuter.get(name),
  }
}

function customField(row: UserFieldRow): ItemField {
  const isList = row.userTypeId === 'enumeration'
  return {
    name: row.fieldName,
    type: fieldTypes[row.userTypeId] ?? 'string',
    title: row.label,
    isReadOnly: false,
    isMultiple: row.multiple,
    isDynamic: true,
    isRequired: row.mandatory,
    classicName: row.fieldName,
    blank: row.multiple ? [] : row.userTypeId === 'boolean' ? 'N' : null,
    ...(isList && { items: row.list.map(({ id, value }) => ({ ID: String(id), VALUE: value })) }),
  }
}

const fieldTypes: Readonly<Record<string, FieldType>> = {
  string: 'string',
  integer: 'integer',
  double: 'double',
  boolean: 'boolean',
  datetime: 'datetime',
  date: 'date',
  money: 'money',
  url: 'url',
  address: 'address',
  enumeration: 'enumeration',
  file: 'file',
  employee: 'employee',
}
