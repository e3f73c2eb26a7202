import type { MethodContext, MethodDefinition } from '../../method.ts'
import { failures } from '../failures.ts'
import { integerOf, listOf, param, recordOf } from '../params.ts'
import { idOf } from '../store/table.ts'
import { listRows } from './list-rows.ts'
import { makeRow, productOf } from './make-row.ts'
import { findOwner, findRow, keepRows, type Owner, rowsOf } from './owner.ts'
import { rowFields, writableNames } from './row-fields.ts'

/** Product rows of deals, leads, quotes, invoices and items of processes (`bitrix24-rest.md §7`). */
export const productRowMethods: readonly MethodDefinition[] = [
  method('set', 0.2, (params, context) => {
    const owner = findOwner(params, context)
    const given = listOf(param(params, 'productRows'))
    if (given === null) throw failures.noParameter('productRows')
    // All rows are replaced: one that names a row of this owner keeps its id, any other has a new one.
    const wanted = given.map((one) => recordOf(one) ?? {})
    for (const one of wanted) productOf(context.state, one['productId'])
    const ids = wanted.map((one) => integerOf(one['id']))
    const rows = wanted.map((one, place) => {
      const isFirst = ids.indexOf(ids[place]!) === place
      return makeRow(owner, one, place, context.state, isFirst ? heldId(owner, one['id'], context) : undefined)
    })
    keepRows(owner, rows, context)
    return { result: { productRows: rows } }
  }),
  method('add', 0.3, (params, context) => {
    const fields = fieldsOf(params)
    const owner = findOwner(fields, context)
    const held = rowsOf(owner, context.state)
    const row = makeRow(owner, fields, held.length, context.state)
    keepRows(owner, [...held, row], context)
    return { result: { productRow: row } }
  }),
  method('update', 0.3, (params, context) => {
    const fields = fieldsOf(params)
    const { owner, row } = findRow(integerOf(param(params, 'id')), context)
    if (Object.keys(fields).length === 0) return { result: null }
    const given = Object.fromEntries(Object.entries(fields).filter(([name]) => writableNames.has(name)))
    if (Object.keys(given).length === 0) throw failures.badArgument('There are no fields to update')
    const named = given['productId'] === undefined || given['productName'] !== undefined ? {} : { productName: '' }
    const held = rowsOf(owner, context.state)
    const changed = makeRow(owner, { ...row, ...named, ...given }, held.indexOf(row), context.state, idOf(row))
    keepRows(
      owner,
      held.map((one) => (one === row ? changed : one)),
      context,
    )
    return { result: { productRow: changed } }
  }),
  method('get', 0.02, (params, context) => ({ result: { productRow: findRow(integerOf(param(params, 'id')), context).row } })),
  method('delete', 0.1, (params, context) => {
    const { owner, row } = findRow(integerOf(param(params, 'id')), context)
    keepRows(
      owner,
      rowsOf(owner, context.state).filter((one) => one !== row),
      context,
    )
    return { result: null }
  }),
  method('list', 0.03, listRows),
  method('fields', 0.01, () => ({ result: { fields: rowFields } })),
]

function heldId(owner: Owner, given: unknown, { state }: MethodContext): number | undefined {
  const id = integerOf(given)
  return rowsOf(owner, state).some((row) => idOf(row) === id) ? id : undefined
}

function fieldsOf(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = recordOf(param(params, 'fields'))
  if (fields === null) throw failures.noParameter('fields')
  return fields
}

function method(verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition {
  return { name: `crm.item.productrow.${verb}`, scope: 'crm', seconds, run }
}
