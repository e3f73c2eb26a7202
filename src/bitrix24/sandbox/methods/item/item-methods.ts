import type { MethodContext, MethodDefinition, Params } from '../../method.ts'
import { failures } from '../failures.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { isYes, param } from '../params.ts'
import { tableOf } from '../store/store.ts'
import { idOf } from '../store/table.ts'
import { columnOf } from './columns.ts'
import { createItem } from './create-item.ts'
import { type FieldNames, fieldNames } from './custom-fields.ts'
import { deleteItem } from './delete-item.ts'
import { describeFields } from './describe-fields.ts'
import { type EntityType, entityTypeOf } from './entity-type.ts'
import { findItem } from './find-item.ts'
import { fieldsOf, readGiven } from './given.ts'
import { readFm } from './points.ts'
import { hasPoints, presentItem, readSelect } from './present.ts'
import { updateItem } from './update-item.ts'

/** `crm.item.*` but for the imports (`bitrix24-rest.md §2.2`). */
export const itemMethods: readonly MethodDefinition[] = [
  method('add', 0.25, (params, context, type, names) => {
    const fields = fieldsOf(param(params, 'fields'))
    const values = readGiven(type, fields, {}, names, context)
    const points = hasPoints(type) ? readFm(fields['fm']) : []
    const row = createItem({ type, values, points, isImport: false }, context)
    return { result: { item: presentItem(context.state, type, row, names) } }
  }),
  method('update', 0.2, (params, context, type, names) => {
    const row = findItem(type, param(params, 'id'), context)
    const fields = fieldsOf(param(params, 'fields'))
    // No form of a photo is taken here, unlike by crm.contact.update (bitrix24-rest.md §2.7).
    if (type.id === 3 && 'photo' in fields) throw failures.notValid('photo')
    const changeable = Object.entries(fields).filter(([name]) => names.inner(name)?.isImmutable !== true)
    const values = readGiven(type, Object.fromEntries(changeable), row, names, context)
    updateItem(type, row, values, hasPoints(type) ? readFm(fields['fm']) : [], context)
    return { result: { item: presentItem(context.state, type, row, names) } }
  }),
  method('get', 0.02, (params, context, type, names) => {
    const row = findItem(type, param(params, 'id'), context)
    return { result: { item: presentItem(context.state, type, row, names) } }
  }),
  method('list', 0.03, listItems),
  method('delete', 0.15, (params, context, type) => {
    deleteItem(context.state, type, findItem(type, param(params, 'id'), context))
    return { result: [] }
  }),
  method('fields', 0.03, (_params, context, type, names) => ({
    result: { fields: describeFields(context.state, type, names) },
  })),
]

/** Names are camelCase only, and a wrong one is refused, not passed over (`bitrix24-rest.md §2.3`). */
function listItems(params: Params, context: MethodContext, type: EntityType, names: FieldNames) {
  const { state } = context
  const columnByName = (name: string) => {
    const field = names.inner(name)
    return field === undefined || field.type === 'crm_multifield' || field.type === 'file'
      ? undefined
      : columnOf(state, type, field)
  }
  const filter = readFilter(param(params, 'filter'), {
    columnOf: columnByName,
    zone: state.zone,
    unknownName: (name) => failures.badArgument(`Invalid filter: field '${name}' is not allowed in filter`),
    badValue: (name) => failures.badArgument(`Invalid filter: field '${name}' has invalid value`),
  })
  const order = readOrder(param(params, 'order'), {
    columnOf: (name) => (names.inner(name)?.isMultiple === true ? undefined : columnByName(name)),
    unknownName: (name) => failures.badArgument(`Invalid order: field '${name}' is not allowed in order`),
    badDirection: (name, direction) =>
      failures.badArgument(`Invalid order: allowed sort directions are ASC, DESC. But got '${direction}' for field '${name}'`),
  })
  const present = readSelect(state, type, param(params, 'select'), names)
  const { rows, ...counts } = readPage(tableOf(state, `item:${type.id}`), {
    filter,
    order,
    start: param(params, 'start'),
    zone: state.zone,
    isVisible: (row) => !context.isHidden(type.id, idOf(row)),
  })
  return { result: { items: rows.map(present) }, ...counts }
}

type ItemRun = (
  params: Params,
  context: MethodContext,
  type: EntityType,
  names: FieldNames,
) => ReturnType<MethodDefinition['run']>

function method(verb: string, seconds: number, run: ItemRun): MethodDefinition {
  return {
    name: `crm.item.${verb}`,
    scope: 'crm',
    seconds,
    run: (params, context) => {
      const type = entityTypeOf(context.state, param(params, 'entityTypeId'))
      return run(params, context, type, fieldNames(context.state, type, isYes(param(params, 'useOriginalUfNames'))))
    },
  }
}
