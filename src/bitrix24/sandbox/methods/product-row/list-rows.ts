import { type MethodContext, type MethodResult, type Params, RestFailure } from '../../method.ts'
import { reading } from '../../readings.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { type EntityType, systemType } from '../item/entity-type.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { integerOf, listOf, param, recordOf, textOf } from '../params.ts'
import type { Column } from '../store/column.ts'
import { tableOf } from '../store/store.ts'
import { idOf, Table } from '../store/table.ts'
import { ownerType, rowsOf } from './owner.ts'

/**
 * Rows of one owner, fifty a page, by `sort` where nothing else is said. Only `id` and `productId` are filtered by and only `id`
 * and `sort` ordered by: any other name is passed over without a word (crm-item-productrow-list.md).
 */
export function listRows(params: Params, context: MethodContext): MethodResult {
  const filter = recordOf(param(params, 'filter'))
  if (filter === null) throw failures.noParameter('filter')
  for (const name of ['=ownerType', '=ownerId']) {
    if (filter[name] === undefined) throw new RestFailure(400, 'REQUIRED_ARG_MISSING', `Required filter field: ${name}`)
  }
  const { zone } = context.state
  const rows = ownersRows(textOf(filter['=ownerType']), filter['=ownerId'], context)
  const table = new Table(
    [...rows].sort((one, other) => idOf(one) - idOf(other)),
    zone,
  )
  const badValue = (name: string) => failures.badArgument(`Invalid filter: field '${name}' has invalid value`)
  const given = recordOf(param(params, 'order'))
  const named = given !== null && Object.keys(given).some((name) => sortable.includes(name))
  const page = readPage(table, {
    filter: readFilter(ownConditions(filter), { columnOf: columnIn(['id', 'productId']), zone, badValue }),
    order: readOrder(named ? given : { sort: 'ASC' }, { columnOf: columnIn(sortable) }),
    start: param(params, 'start'),
    zone,
  })
  const { rows: shown, ...counts } = page
  return { result: { productRows: shown }, ...counts }
}

const sortable: readonly string[] = ['id', 'sort']

function ownersRows(code: string, given: unknown, context: MethodContext): readonly Row[] {
  const { state } = context
  if (code === systemType(state, 3).code || code === systemType(state, 4).code) return []
  const type = ownerType(state, code)
  if (type === undefined) throw failures.accessDenied()
  const ids = listOf(given)
  if (ids === null) {
    const id = integerOf(given)
    if (!isThere(type, id, context)) throw failures.accessDenied()
    return rowsOf({ type, id }, state)
  }
  const wanted = reading(state, 'rowOwnerArrays') === 'taken' ? ids.map(integerOf) : allOwners(code, context)
  return [...new Set(wanted)].filter((id) => isThere(type, id, context)).flatMap((id) => rowsOf({ type, id }, state))
}

function isThere(type: EntityType, id: number, { state, isHidden }: MethodContext): boolean {
  return tableOf(state, `item:${type.id}`).get(id) !== undefined && !isHidden(type.id, id)
}

function allOwners(code: string, { state }: MethodContext): readonly number[] {
  return Object.keys(state.productRows).flatMap((key) => (key.startsWith(`${code}:`) ? [Number(key.split(':')[1])] : []))
}

/** Of arrays only that of `@id` counts; one under a comparison is refused. */
function ownConditions(filter: Readonly<Record<string, unknown>>): Row {
  const kept = Object.entries(filter).filter(([key, value]) => {
    if (key === '=ownerType' || key === '=ownerId') return false
    return listOf(value) === null || key === '@id' || /^[<>]/.test(key)
  })
  return Object.fromEntries(kept)
}

function columnIn(names: readonly string[]): (name: string) => Column | undefined {
  return (name) => (names.includes(name) ? { name, kind: 'number', read: (row) => row[name] } : undefined)
}
