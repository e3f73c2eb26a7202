import type { MethodContext, MethodDefinition, Params } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { isYes, param, recordOf, textOf } from '../params.ts'
import type { Column } from '../store/column.ts'
import { Table } from '../store/table.ts'

/** Users of the portal, the dismissed too; fields are texts, `ACTIVE` is not (`bitrix24-rest.md §10`). */
export const userMethods: readonly MethodDefinition[] = [
  method('get', (params, context) => {
    const id = param(params, 'ID')
    const given = { ...recordOf(param(params, 'filter')), ...(id !== undefined && { ID: id }) }
    return pageOf(params, given, context, () => true)
  }),
  method('search', (params, context) => {
    const given = recordOf(param(params, 'filter')) ?? params
    const words = textOf(param(given, 'FIND')).toLowerCase().split(/\s+/).filter(Boolean)
    const names = Object.fromEntries(
      ['NAME', 'LAST_NAME', 'SECOND_NAME', 'EMAIL', 'WORK_POSITION'].flatMap((name) => {
        const value = textOf(param(given, name))
        return value === '' ? [] : [[`%${name}`, value.replaceAll('%', '')]]
      }),
    )
    return pageOf(params, names, context, (row) => row['ACTIVE'] === true && words.every((word) => wholeText(row).includes(word)))
  }),
  method('current', (_params, context) => {
    const found = context.state.users.find((row) => Number(row['ID']) === context.userId)
    if (found === undefined) throw failures.plain('Not found')
    return { result: shown(found, context) }
  }),
]

/** A text with `%` is a pattern; `ACTIVE` may come as a boolean, `Y` or 1. */
function pageOf(params: Params, given: Params, context: MethodContext, isVisible: (row: Row) => boolean) {
  const { state } = context
  const conditions = Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      if (/ACTIVE$/i.test(key)) return [key.toUpperCase(), isYes(value)]
      return typeof value === 'string' && value.includes('%') && /^\w/.test(key) ? [`=%${key}`, value] : [key, value]
    }),
  )
  const filter = readFilter(conditions, {
    columnOf,
    zone: state.zone,
    badValue: (name) => failures.plain(`Invalid filter: ${name}`),
  })
  const sort = textOf(param(params, 'SORT'))
  const direction = textOf(param(params, 'ORDER')) || 'ASC'
  const order = readOrder(sort === '' ? {} : { [sort]: direction }, { columnOf })
  const request = { filter, order, start: param(params, 'start'), zone: state.zone, isVisible }
  const { rows, ...counts } = readPage(new Table([...state.users], state.zone), request)
  return { result: rows.map((row) => shown(row, context)), ...counts }
}

/** With `user_brief` alone nobody is told how to reach a person. */
function shown(row: Row, { scopes }: MethodContext): Row {
  if (scopes.includes('user') || scopes.includes('user_basic')) return row
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'EMAIL' && !/PHONE|MOBILE/.test(name)))
}

function columnOf(name: string): Column {
  const key = name.toUpperCase()
  if (key === 'ACTIVE') return { name: key, kind: 'text', read: (row) => (row['ACTIVE'] === true ? 'Y' : null) }
  return { name: key, kind: key === 'ID' ? 'number' : 'text', read: (row) => row[key] }
}

function wholeText(row: Row): string {
  return ['NAME', 'LAST_NAME', 'SECOND_NAME', 'EMAIL', 'WORK_POSITION']
    .map((name) => textOf(row[name]))
    .join(' ')
    .toLowerCase()
}

function method(verb: string, run: MethodDefinition['run']): MethodDefinition {
  return { name: `user.${verb}`, scope: 'user', seconds: 0.02, run }
}
