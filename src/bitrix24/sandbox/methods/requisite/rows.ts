import type { MethodContext, MethodResult, Params } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { isEmpty, listOf, param, recordOf } from '../params.ts'
import type { Column } from '../store/column.ts'
import type { Table } from '../store/table.ts'

export interface RowsRequest {
  readonly table: Table
  /** Names of the fields that there are. */
  readonly names: readonly string[]
  columnOf(name: string): Column
  isVisible?(row: Row): boolean
  /** Class of the data that the error of an unknown name tells: it comes from the portal's own data layer. */
  readonly entity: string
}

/** A list of the requisite methods: rows of texts, fifty a page; an unknown name is an error of the data layer. */
export function listRows(params: Params, context: MethodContext, request: RowsRequest): MethodResult {
  const { names, entity } = request
  const unknownName = (name: string) => unknownField(name, entity)
  const columnOf = (name: string) => (names.includes(name) ? request.columnOf(name) : undefined)
  const given = param(params, 'filter')
  if (!isEmpty(given) && recordOf(given) === null) throw failures.plain("Parameter 'filter' must be array.")
  const { zone } = context.state
  const filter = readFilter(given, { columnOf, zone, unknownName, badValue: unknownName })
  const order = readOrder(param(params, 'order'), { columnOf, unknownName })
  const selected = (listOf(param(params, 'select')) ?? []).map(String).filter((name) => name !== '')
  const shown = selected.length === 0 || selected.includes('*') ? names : selected
  for (const name of shown) if (!names.includes(name) && !/^UF_/.test(name)) throw unknownName(name)
  const { rows, ...counts } = readPage(request.table, {
    filter,
    order,
    start: param(params, 'start'),
    zone,
    ...(request.isVisible !== undefined && { isVisible: request.isVisible }),
  })
  return { result: rows.map((row) => textRow(row, shown)), ...counts }
}

/** All values are texts; what was never set is null (`bitrix24-rest.md §12`). */
export function textRow(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, isEmpty(row[name]) ? (row[name] === '' ? '' : null) : String(row[name])]))
}

function unknownField(name: string, entity: string) {
  return failures.dataLayer(`Unknown field definition \`${name}\` (${name}) for \\Bitrix\\Crm\\${entity} Entity.`)
}
