import type { MethodContext, MethodDefinition, Params } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf, isEmpty, param, recordOf, textOf } from '../params.ts'
import { changeRow, insertRow, nextId, tableOf } from '../store/store.ts'
import { deleteRequisite } from './cascade.ts'
import { requisiteColumn } from './columns.ts'
import { describe, requisiteFields, writableValues } from './fields.ts'
import { listRows, textRow } from './rows.ts'

/** Errors say what is wrong in the text alone (`bitrix24-rest.md §4.1`). */
export const requisiteMethods: readonly MethodDefinition[] = [
  method('add', 0.1, (params, context) => {
    const fields = fieldsOf(params)
    const { state, userId } = context
    checkOwner(fields, context)
    // The preset may not exist: the requisite is made, and its card shows no fields.
    if (integerOf(fields['PRESET_ID']) <= 0) throw failures.plain('PRESET_ID is not defined or invalid.')
    if (textOf(fields['NAME']).trim() === '') throw failures.plain('NAME is not defined or invalid.')
    const row: Row = {
      ID: nextId(state, 'requisite'),
      ENTITY_TYPE_ID: integerOf(fields['ENTITY_TYPE_ID']),
      ENTITY_ID: integerOf(fields['ENTITY_ID']),
      PRESET_ID: integerOf(fields['PRESET_ID']),
      DATE_CREATE: context.now(),
      // '' until the first change.
      DATE_MODIFY: '',
      CREATED_BY_ID: userId,
      ACTIVE: 'Y',
      ADDRESS_ONLY: 'N',
      SORT: 500,
      ...writableValues(fields, requisiteFields, ['ENTITY_TYPE_ID', 'ENTITY_ID', 'PRESET_ID']),
    }
    insertRow(state, 'requisite', row)
    return { result: row['ID'] }
  }),
  method('update', 0.1, (params, context) => {
    const row = findRequisite(param(params, 'id'), context)
    const values = writableValues(fieldsOf(params), requisiteFields, ['ENTITY_TYPE_ID', 'ENTITY_ID'])
    if ('NAME' in values && values['NAME'] === '') throw failures.plain('NAME is not defined or invalid.')
    changeRow(context.state, 'requisite', row, { ...values, DATE_MODIFY: context.now(), MODIFY_BY_ID: context.userId })
    return { result: true }
  }),
  method('get', 0.02, (params, context) => ({ result: textRow(findRequisite(param(params, 'id'), context), requisiteFields) })),
  method('delete', 0.1, (params, context) => {
    deleteRequisite(context.state, findRequisite(param(params, 'id'), context))
    return { result: true }
  }),
  method('list', 0.03, (params, context) =>
    listRows(params, context, {
      table: tableOf(context.state, 'requisite'),
      names: requisiteFields,
      columnOf: requisiteColumn,
      isVisible: (row) => !context.isHidden(Number(row['ENTITY_TYPE_ID']), Number(row['ENTITY_ID'])),
      entity: 'Requisite',
    }),
  ),
  method('fields', 0.02, () => ({ result: describe(requisiteFields) })),
]

/** The requisite of that id, or what the portal says where there is none or it may not be seen. */
export function findRequisite(id: unknown, context: MethodContext): Row {
  const wanted = integerOf(id)
  if (wanted <= 0) throw failures.plain('ID is not defined or invalid.')
  const row = tableOf(context.state, 'requisite').get(wanted)
  if (row === undefined) throw failures.plain(`The Requisite with ID '${wanted}' is not found`)
  if (context.isHidden(Number(row['ENTITY_TYPE_ID']), Number(row['ENTITY_ID']))) throw failures.plain('Access denied.')
  return row
}

/** Addresses and accounts are seen by whom their requisite is seen by. */
export function isOwnerVisible(row: Row, context: MethodContext): boolean {
  const requisite = tableOf(context.state, 'requisite').get(Number(row['ENTITY_ID']))
  return requisite === undefined || !context.isHidden(Number(requisite['ENTITY_TYPE_ID']), Number(requisite['ENTITY_ID']))
}

export function fieldsOf(params: Params): Readonly<Record<string, unknown>> {
  const fields = recordOf(param(params, 'fields'))
  if (fields === null) throw failures.plain("Parameter 'fields' must be array.")
  return fields
}

function checkOwner(fields: Readonly<Record<string, unknown>>, context: MethodContext): void {
  const entityTypeId = integerOf(fields['ENTITY_TYPE_ID'])
  const entityId = integerOf(fields['ENTITY_ID'])
  if (entityTypeId !== 3 && entityTypeId !== 4) throw failures.plain('ENTITY_TYPE_ID is not defined or invalid.')
  if (isEmpty(fields['ENTITY_ID']) || entityId <= 0) throw failures.plain('ENTITY_ID is not defined or invalid.')
  if (tableOf(context.state, `item:${entityTypeId}`).get(entityId) === undefined) throw failures.plain('Entity not found.')
  if (context.isHidden(entityTypeId, entityId)) throw failures.plain('Access denied.')
}

function method(verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition {
  return { name: `crm.requisite.${verb}`, scope: 'crm', seconds, run }
}
