import type { PortalState, Row } from '../../state.ts'
import { listOf, recordOf } from '../params.ts'
import { heldValue, pointsOf } from './columns.ts'
import { allFields, type FieldNames } from './custom-fields.ts'
import type { EntityType } from './entity-type.ts'
import type { ItemField } from './field.ts'

/** A whole record, as add, update, get and a list without `select` answer it. */
export function presentItem(state: PortalState, type: EntityType, row: Row, names: FieldNames): Row {
  const item: Row = Object.fromEntries(type.disabledNames.map((name) => [name, null]))
  for (const field of allFields(state, type)) {
    if (field.type !== 'crm_multifield') item[names.outer(field)] = shown(field, heldValue(state, type, field, row))
  }
  if (hasPoints(type)) {
    for (const [name, typeId, valueType] of pointAliases) item[name] = firstPoint(row, typeId, valueType)
    item['fm'] = pointsOf(row).map(({ id, valueType, value, typeId }) => ({ id, valueType, value, typeId }))
  }
  item['entityTypeId'] = type.id
  return item
}

/**
 * How a `select` takes records apart: `*`, or no list, is everything with `fm`; `fm` cannot be named, `phone` and `email` can
 * (`bitrix24-rest.md §2.3`). Names that do not exist are passed over.
 */
export function readSelect(state: PortalState, type: EntityType, given: unknown, names: FieldNames): (row: Row) => Row {
  const wanted = (listOf(given) ?? []).map(String)
  if (wanted.length === 0 || wanted.includes('*')) return (row) => presentItem(state, type, row, names)
  const fields = wanted.flatMap((name) => names.inner(name) ?? []).filter(({ type: kind }) => kind !== 'crm_multifield')
  const aliases = hasPoints(type) ? pointAliases.filter(([name]) => wanted.includes(name)) : []
  const disabled = wanted.filter((name) => type.disabledNames.includes(name))
  return (row) => {
    const item: Row = Object.fromEntries(disabled.map((name) => [name, null]))
    for (const field of fields) item[names.outer(field)] = shown(field, heldValue(state, type, field, row))
    for (const [name, typeId, valueType] of aliases) item[name] = firstPoint(row, typeId, valueType)
    return item
  }
}

export function hasPoints(type: EntityType): boolean {
  return type.fieldsByName.has('fm')
}

/** Flat names of first values, from the sample of crm.item.get. */
const pointAliases = [
  ['phone', 'PHONE', null],
  ['phoneMobile', 'PHONE', 'MOBILE'],
  ['phoneWork', 'PHONE', 'WORK'],
  ['phoneMailing', 'PHONE', 'MAILING'],
  ['email', 'EMAIL', null],
  ['emailHome', 'EMAIL', 'HOME'],
  ['emailWork', 'EMAIL', 'WORK'],
  ['emailMailing', 'EMAIL', 'MAILING'],
] as const

function firstPoint(row: Row, typeId: string, valueType: string | null): string {
  return pointsOf(row).find((one) => one.typeId === typeId && (valueType === null || one.valueType === valueType))?.value ?? ''
}

/** Files are told by an address of their own, which holds a token: never log it (`bitrix24-rest.md §8`). */
function shown(field: ItemField, value: unknown): unknown {
  if (field.type !== 'file' || value === null) return value
  const one = (file: unknown) => {
    const id = recordOf(file)?.['id']
    return { id, url: `/bitrix/components/bitrix/crm.file/show.php?fileId=${id}`, urlMachine: `/rest/download/?fileId=${id}` }
  }
  return Array.isArray(value) ? value.map(one) : one(value)
}
