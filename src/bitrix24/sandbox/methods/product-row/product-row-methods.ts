import { type MethodContext, type MethodDefinition, RestFailure } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { type EntityType, entityTypes } from '../item/entity-type.ts'
import { followRows } from '../item/rows-amount.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { integerOf, isEmpty, listOf, param, recordOf, textOf } from '../params.ts'
import type { Column } from '../store/column.ts'
import { nextId, tableOf } from '../store/store.ts'
import { idOf, Table } from '../store/table.ts'
import { pricesOf } from './prices.ts'

/** Product rows of deals, leads, quotes and invoices (`bitrix24-rest.md §7`). */
export const productRowMethods: readonly MethodDefinition[] = [
  method('set', 0.2, (params, context) => {
    const owner = findOwner(params, context)
    const given = listOf(param(params, 'productRows'))
    if (given === null) throw failures.noParameter('productRows')
    // All rows are replaced, and all have new ids.
    const rows = given.map((one, place) => makeRow(owner, recordOf(one) ?? {}, place, context))
    keepRows(owner, rows, context)
    return { result: { productRows: rows } }
  }),
  method('add', 0.3, (params, context) => {
    const fields = recordOf(param(params, 'fields'))
    if (fields === null) throw failures.noParameter('fields')
    const owner = findOwner(fields, context)
    const held = rowsOf(owner, context)
    const row = makeRow(owner, fields, held.length, context)
    keepRows(owner, [...held, row], context)
    return { result: { productRow: row } }
  }),
  method('get', 0.02, (params, context) => ({ result: { productRow: findRow(params, context).row } })),
  method('delete', 0.1, (params, context) => {
    const { owner, row } = findRow(params, context)
    keepRows(
      owner,
      rowsOf(owner, context).filter((one) => one !== row),
      context,
    )
    return { result: null }
  }),
  method('list', 0.03, (params, context) => {
    const given = recordOf(param(params, 'filter')) ?? {}
    const names = Object.keys(given).map((name) => name.replace(/^=/, ''))
    for (const name of ['ownerType', 'ownerId'])
      if (!names.includes(name)) throw failures.badArgument(`Required filter field: ${name}`)
    const { zone } = context.state
    const table = new Table(Object.values(context.state.productRows).flat(), zone)
    const filter = readFilter(given, {
      columnOf,
      zone,
      badValue: (name) => failures.badArgument(`Invalid filter: field '${name}' has invalid value`),
    })
    const order = readOrder(param(params, 'order'), { columnOf })
    const { rows, ...counts } = readPage(table, { filter, order, start: param(params, 'start'), zone })
    return { result: { productRows: rows }, ...counts }
  }),
]

interface Owner {
  readonly type: EntityType
  readonly id: number
}

/** Contacts and companies have no rows. */
const owners = entityTypes.filter(({ fieldsByName }) => fieldsByName.has('opportunity'))

function findOwner(given: Readonly<Record<string, unknown>>, context: MethodContext): Owner {
  const type = owners.find(({ code }) => code === textOf(given['ownerType']))
  if (type === undefined) throw new RestFailure(400, 'ENTITY_TYPE_NOT_SUPPORTED', 'Entity type is not supported')
  const id = integerOf(given['ownerId'])
  if (tableOf(context.state, `item:${type.id}`).get(id) === undefined)
    throw new RestFailure(400, 'OWNER_NOT_FOUND', 'Owner was not found')
  if (context.isHidden(type.id, id)) throw failures.accessDenied()
  return { type, id }
}

function findRow(
  params: Readonly<Record<string, unknown>>,
  context: MethodContext,
): { readonly owner: Owner; readonly row: Row } {
  const id = integerOf(param(params, 'id'))
  for (const [key, rows] of Object.entries(context.state.productRows)) {
    const row = rows.find((one) => idOf(one) === id)
    if (row === undefined) continue
    const [ownerType, ownerId] = key.split(':')
    return { owner: findOwner({ ownerType, ownerId }, context), row }
  }
  throw failures.itemNotFound()
}

function makeRow({ type, id }: Owner, given: Readonly<Record<string, unknown>>, place: number, { state }: MethodContext): Row {
  const productId = integerOf(given['productId'])
  return {
    id: nextId(state, 'productRow'),
    ownerId: id,
    ownerType: type.code,
    productId,
    productName: textOf(given['productName']),
    ...pricesOf(given),
    customized: 'Y',
    measureCode: isEmpty(given['measureCode']) ? 796 : integerOf(given['measureCode']),
    measureName: textOf(given['measureName']) || 'шт',
    sort: isEmpty(given['sort']) ? (place + 1) * 10 : integerOf(given['sort']),
    type: productId === 0 ? null : 1,
    storeId: null,
    xmlId: '',
  }
}

function rowsOf({ type, id }: Owner, { state }: MethodContext): readonly Row[] {
  return state.productRows[`${type.code}:${id}`] ?? []
}

function keepRows({ type, id }: Owner, rows: readonly Row[], { state }: MethodContext): void {
  state.productRows[`${type.code}:${id}`] = [...rows]
  followRows(state, type, id)
}

const texts = ['ownerType', 'productName', 'customized', 'taxIncluded', 'measureName', 'xmlId']
const numbers = [
  'id',
  'ownerId',
  'productId',
  'price',
  'quantity',
  'sort',
  'discountTypeId',
  'discountRate',
  'taxRate',
  'measureCode',
]

function columnOf(name: string): Column | undefined {
  const isNumber = numbers.includes(name)
  return isNumber || texts.includes(name) ? { name, kind: isNumber ? 'number' : 'text', read: (row) => row[name] } : undefined
}

function method(verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition {
  return { name: `crm.item.productrow.${verb}`, scope: 'crm', seconds, run }
}
