import { type MethodContext, type MethodDefinition, type MethodResult, type Params, RestFailure } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { createItem } from '../item/create-item.ts'
import { allFields } from '../item/custom-fields.ts'
import { deleteItem } from '../item/delete-item.ts'
import { describeField } from '../item/describe-fields.ts'
import { type EntityType, systemType } from '../item/entity-type.ts'
import { findItem } from '../item/find-item.ts'
import { readGiven } from '../item/given.ts'
import { pointTypes, readClassicPoints } from '../item/points.ts'
import { hasPoints } from '../item/present.ts'
import { updateItem } from '../item/update-item.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { listOf, param, recordOf } from '../params.ts'
import { tableOf } from '../store/store.ts'
import { idOf } from '../store/table.ts'
import { classicColumn, classicField, classicNames, classicRow } from './classic-fields.ts'

/** `crm.company.*`, `crm.contact.*`, `crm.deal.*`: deprecated and working (`bitrix24-rest.md §2.9`). */
export const classicMethods: readonly MethodDefinition[] = (
  [
    ['company', 4],
    ['contact', 3],
    ['deal', 2],
  ] as const
).flatMap(([entity, id]) => methodsOf(entity, id))

type Run = (params: Params, context: MethodContext, type: EntityType) => MethodResult

function methodsOf(entity: string, id: 2 | 3 | 4): readonly MethodDefinition[] {
  const method = (verb: string, seconds: number, run: Run): MethodDefinition => ({
    name: `crm.${entity}.${verb}`,
    scope: 'crm',
    seconds,
    run: (params, context) => inOldWords(() => run(params, context, systemType(context.state, id))),
  })
  return [
    method('add', 0.25, (params, context, type) => {
      const fields = fieldsOf(params)
      const values = classicValues(type, fields, {}, context)
      const points = hasPoints(type) ? readClassicPoints(fields) : []
      return { result: createItem({ type, values, points, isImport: false }, context).id }
    }),
    method('update', 0.2, (params, context, type) => {
      const row = findItem(type, param(params, 'id'), context)
      // A deal changes its pipeline by crm.item.update only (bitrix24-rest.md §2.8).
      const { CATEGORY_ID: _category, ...fields } = fieldsOf(params)
      updateItem(type, row, classicValues(type, fields, row, context), hasPoints(type) ? readClassicPoints(fields) : [], context)
      return { result: true }
    }),
    method('get', 0.02, (params, context, type) => {
      const row = findItem(type, param(params, 'id'), context)
      const names = [...classicNames(context.state, type, ['*', 'UF_*']), ...(hasPoints(type) ? pointTypes : [])]
      return { result: classicRow(context.state, type, row, names) }
    }),
    method('list', 0.03, (params, context, type) => listClassic(type, params, context)),
    method('delete', 0.15, (params, context, type) => {
      deleteItem(context.state, type, findItem(type, param(params, 'id'), context))
      return { result: true }
    }),
    method('fields', 0.02, (_params, { state }, type) => ({
      result: Object.fromEntries([
        ...allFields(state, type)
          .filter(({ type: kind }) => kind !== 'crm_multifield')
          .map((field) => [field.classicName, describeField(type, field)]),
        ...(hasPoints(type) ? pointTypes.map((name) => [name, { type: 'crm_multifield', isMultiple: true, title: name }]) : []),
      ]),
    })),
  ]
}

/** Names in upper case; a filter by a name that does not exist is passed over, and so finds too much. */
function listClassic(type: EntityType, params: Params, context: MethodContext) {
  const { state } = context
  const columnOf = (name: string) => classicColumn(state, type, name)
  const badValue = (name: string) => failures.plain(`Invalid filter: field '${name}' has invalid value`)
  const filter = readFilter(param(params, 'filter'), { columnOf, zone: state.zone, badValue })
  const order = readOrder(param(params, 'order'), { columnOf })
  const names = classicNames(state, type, (listOf(param(params, 'select')) ?? []).map(String))
  const { rows, ...counts } = readPage(tableOf(state, `item:${type.id}`), {
    filter,
    order,
    start: param(params, 'start'),
    zone: state.zone,
    isVisible: (row) => !context.isHidden(type.id, idOf(row)),
  })
  return { result: rows.map((row) => classicRow(state, type, row, names)), ...counts }
}

/** Files come as `{fileData: [name, base64]}` here (`bitrix24-rest.md §8`). */
function classicValues(type: EntityType, fields: Readonly<Record<string, unknown>>, held: Row, context: MethodContext): Row {
  const inner = (name: string) => classicField(context.state, type, name)
  const given = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const kind = inner(name)?.type
      if (kind === 'boolean') return [name, value === '1' || value === 1 ? 'Y' : value]
      return [name, kind === 'file' ? fileData(value) : value]
    }),
  )
  return readGiven(type, given, held, { inner }, context)
}

function fileData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fileData)
  return recordOf(value)?.['fileData'] ?? value
}

function fieldsOf(params: Params): Readonly<Record<string, unknown>> {
  const fields = recordOf(param(params, 'fields'))
  if (fields === null) throw failures.plain("Parameter 'fields' must be array")
  return fields
}

/** The same refusals, most of them with an empty code. */
function inOldWords<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error
    if (error.error === 'NOT_FOUND') throw failures.plain('Not found')
    if (error.description === failures.notValid('fm').description) {
      throw new RestFailure(400, 'ERROR_CORE', 'The `E-mail` field contains an invalid address')
    }
    throw failures.plain(error.description)
  }
}
