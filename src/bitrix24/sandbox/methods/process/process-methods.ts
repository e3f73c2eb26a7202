import type { MethodContext, MethodDefinition } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { integerOf, param, recordOf } from '../params.ts'
import type { Column } from '../store/column.ts'
import { Table } from '../store/table.ts'
import { changedProcess, newProcess } from './process-row.ts'

/** Smart processes of the portal; for administrators alone (`bitrix24-rest.md §8`). */
export const processMethods: readonly MethodDefinition[] = [
  method('list', 0.05, (params, { state }) => {
    const { zone } = state
    const filter = readFilter(param(params, 'filter'), {
      columnOf,
      zone,
      unknownName: (name) => failures.badArgument(`Invalid filter: field '${name}' is not allowed in filter`),
      badValue: (name) => failures.badArgument(`Invalid filter: field '${name}' has invalid value`),
    })
    const order = readOrder(param(params, 'order'), {
      columnOf,
      unknownName: (name) => failures.badArgument(`Invalid order: field '${name}' is not allowed in order`),
    })
    const rows = [...(state.types ?? [])].sort((one, other) => integerOf(one['id']) - integerOf(other['id']))
    const page = readPage(new Table(rows, zone), { filter, order, start: param(params, 'start'), zone })
    const { rows: shown, ...counts } = page
    return { result: { types: shown.map(withoutRelations) }, ...counts }
  }),
  method('get', 0.03, (params, { state }) => ({ result: { type: findProcess(state.types, 'id', param(params, 'id')) } })),
  method('getByEntityTypeId', 0.03, (params, { state }) => ({
    result: { type: findProcess(state.types, 'entityTypeId', param(params, 'entityTypeId')) },
  })),
  method('add', 1, (params, context) => {
    const row = newProcess(fieldsOf(params), context)
    context.state.types = [...(context.state.types ?? []), row]
    return { result: { type: row } }
  }),
  method('update', 0.5, (params, context) => {
    const held = findProcess(context.state.types, 'id', param(params, 'id'))
    const row = changedProcess(held, fieldsOf(params), context)
    context.state.types = (context.state.types ?? []).map((one) => (one === held ? row : one))
    return { result: { type: row } }
  }),
]

const numbers: readonly string[] = ['id', 'entityTypeId', 'createdBy', 'updatedBy']

function columnOf(name: string): Column | undefined {
  const isKnown = numbers.includes(name) || /^(title|code|is[A-Z]\w+)$/.test(name)
  return isKnown ? { name, kind: numbers.includes(name) ? 'number' : 'text', read: (row) => row[name] } : undefined
}

/** The list tells settings alone; relations come with `get`. */
function withoutRelations({ relations: _relations, linkedUserFields: _fields, customSections: _sections, ...row }: Row): Row {
  return row
}

function findProcess(rows: readonly Row[] | undefined, name: 'id' | 'entityTypeId', given: unknown): Row {
  const found = rows?.find((row) => row[name] === integerOf(given))
  if (found === undefined) throw failures.typeNotFound()
  return found
}

function fieldsOf(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = recordOf(param(params, 'fields'))
  if (fields === null) throw failures.noParameter('fields')
  return fields
}

type Run = (params: Readonly<Record<string, unknown>>, context: MethodContext) => ReturnType<MethodDefinition['run']>

function method(verb: string, seconds: number, run: Run): MethodDefinition {
  return {
    name: `crm.type.${verb}`,
    scope: 'crm',
    seconds,
    run: (params, context) => {
      if (!context.isAdmin) throw failures.accessDenied()
      return run(params, context)
    },
  }
}
