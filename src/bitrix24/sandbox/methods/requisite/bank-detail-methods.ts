import type { MethodContext, MethodDefinition } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf, param, textOf } from '../params.ts'
import { changeRow, insertRow, nextId, removeRow, tableOf } from '../store/store.ts'
import { requisiteColumn } from './columns.ts'
import { bankDetailFields, describe, writableValues } from './fields.ts'
import { fieldsOf, findRequisite, isOwnerVisible } from './requisite-methods.ts'
import { listRows, textRow } from './rows.ts'

/** Bank accounts of requisites (`bitrix24-rest.md §4.3`). */
export const bankDetailMethods: readonly MethodDefinition[] = [
  method('add', 0.05, (params, context) => {
    const fields = fieldsOf(params)
    const { state, userId } = context
    if (integerOf(fields['ENTITY_ID']) <= 0) throw failures.plain('ENTITY_ID is not defined or invalid.')
    findRequisite(fields['ENTITY_ID'], context)
    if (textOf(fields['NAME']).trim() === '') throw failures.plain('NAME is not defined or invalid.')
    const row: Row = {
      ID: nextId(state, 'bankDetail'),
      ENTITY_TYPE_ID: 8,
      ENTITY_ID: integerOf(fields['ENTITY_ID']),
      COUNTRY_ID: 1,
      DATE_CREATE: context.now(),
      DATE_MODIFY: '',
      CREATED_BY_ID: userId,
      ACTIVE: 'Y',
      SORT: 500,
      ...writableValues(fields, bankDetailFields, ['ENTITY_TYPE_ID', 'ENTITY_ID']),
    }
    insertRow(state, 'bankDetail', row)
    return { result: row['ID'] }
  }),
  method('update', 0.05, (params, context) => {
    const row = findBankDetail(param(params, 'id'), context)
    const values = writableValues(fieldsOf(params), bankDetailFields, ['ENTITY_TYPE_ID', 'ENTITY_ID'])
    changeRow(context.state, 'bankDetail', row, { ...values, DATE_MODIFY: context.now(), MODIFY_BY_ID: context.userId })
    return { result: true }
  }),
  method('get', 0.02, (params, context) => ({ result: textRow(findBankDetail(param(params, 'id'), context), bankDetailFields) })),
  method('delete', 0.05, (params, context) => {
    removeRow(context.state, 'bankDetail', findBankDetail(param(params, 'id'), context))
    return { result: true }
  }),
  method('list', 0.03, (params, context) =>
    listRows(params, context, {
      table: tableOf(context.state, 'bankDetail'),
      names: bankDetailFields,
      columnOf: requisiteColumn,
      isVisible: (row) => isOwnerVisible(row, context),
      entity: 'BankDetail',
    }),
  ),
  method('fields', 0.02, () => ({ result: describe(bankDetailFields) })),
]

function findBankDetail(id: unknown, { state }: MethodContext): Row {
  const wanted = integerOf(id)
  if (wanted <= 0) throw failures.plain('ID is not defined or invalid.')
  const row = tableOf(state, 'bankDetail').get(wanted)
  if (row === undefined) throw failures.plain(`The Bank Detail with ID '${wanted}' is not found`)
  return row
}

function method(verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition {
  return { name: `crm.requisite.bankdetail.${verb}`, scope: 'crm', seconds, run }
}
