import type { MethodContext, MethodResult, Params } from '../../method.ts'
import type { Row } from '../../state.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { listOf, param, recordOf } from '../params.ts'
import type { Column } from '../store/column.ts'
import { Table } from '../store/table.ts'
import { catalogFailures } from './catalog-failure.ts'

export type CatalogList = 'catalogs' | 'measures' | 'vats' | 'products' | 'offers'

/** One page of a catalogue's list, of each row what is selected; all of it where nothing is. */
export function listCatalog(
  key: CatalogList,
  rows: readonly Row[],
  params: Params,
  { state: { zone } }: MethodContext,
): MethodResult {
  const columnOf = (name: string) => columnIn(key, name)
  const filter = readFilter(param(params, 'filter'), {
    columnOf,
    zone,
    badValue: (name) => catalogFailures.other(`Invalid value of the filter ${name}`),
  })
  const order = readOrder(param(params, 'order'), { columnOf })
  const page = readPage(new Table([...rows], zone), { filter, order, start: param(params, 'start'), zone })
  const { rows: found, ...counts } = page
  const selected = (listOf(param(params, 'select')) ?? []).map(String)
  const cut = (row: Row) =>
    selected.length === 0 ? row : Object.fromEntries(selected.filter((name) => name in row).map((name) => [name, row[name]]))
  return { result: { [key]: found.map(cut) }, ...counts }
}

/**
 * A filter of products knows no `@`: an array after the bare name is its IN (`bitrix24-rest.md §6.2, §16.11`). What it does not
 * know it passes over, and so finds too much.
 */
export function withoutAt(filter: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !/^!?@/.test(name)))
}

/** The filter of a list that needs one. */
export function filterOf(params: Params): Readonly<Record<string, unknown>> {
  const given = param(params, 'filter')
  const filter = given === undefined ? {} : recordOf(given)
  if (filter === null) throw catalogFailures.other('Incorrect filter format')
  return filter
}

const numbers: readonly string[] = [
  ...['id', 'iblockId', 'iblockTypeId', 'iblockSectionId', 'productIblockId', 'skuPropertyId', 'vatId', 'measure', 'type'],
  ...['rate', 'sort', 'quantity', 'quantityReserved', 'purchasingPrice', 'parentId', 'createdBy', 'modifiedBy'],
]

/** The code of a measure is that of ОКЕИ, a number; that of a product is a word. */
function columnIn(key: CatalogList, name: string): Column {
  const isNumber = numbers.includes(name) || (name === 'code' && key === 'measures')
  const kind = /^(timestampX|date[A-Z]\w*)$/.test(name) ? 'time' : isNumber ? 'number' : 'text'
  return { name, kind, read: (row) => row[name] }
}
