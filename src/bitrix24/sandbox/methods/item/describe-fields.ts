import type { PortalState, Row } from '../../state.ts'
import { allFields, type FieldNames } from './custom-fields.ts'
import type { EntityType } from './entity-type.ts'
import { type ItemField, upperName } from './field.ts'

/** `crm.item.fields`: each field by its name on the wire (`bitrix24-rest.md §2.2`). */
export function describeFields(state: PortalState, type: EntityType, names: FieldNames): Row {
  return Object.fromEntries(allFields(state, type).map((field) => [names.outer(field), describeField(type, field)]))
}

export function describeField(type: EntityType, field: ItemField): Row {
  const statusType = field.statusType === 'STAGES' ? type.stageDirectory(0) : field.statusType
  return {
    type: field.type,
    isRequired: field.isRequired,
    isReadOnly: field.isReadOnly,
    isImmutable: field.isImmutable === true,
    isMultiple: field.isMultiple,
    isDynamic: field.isDynamic,
    title: field.title,
    ...(statusType !== undefined && { statusType }),
    ...(field.items !== undefined && { items: field.items }),
    ...(field.isDynamic && { settings: {} }),
    ...(field.parentTypeId !== undefined && { settings: { parentEntityTypeId: field.parentTypeId } }),
    upperName: field.isDynamic ? field.name : upperName(field.name),
  }
}
