import { type MethodContext, type MethodDefinition, RestFailure } from '../../method.ts'
import type { PortalState, Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { integerOf, isYes, param, recordOf, textOf } from '../params.ts'
import type { Column } from '../store/column.ts'
import { nextId } from '../store/store.ts'
import { Table } from '../store/table.ts'
import { directoriesOf, directoryPrefix } from './directories.ts'

/** Directories and stages; all values of a row are texts (`bitrix24-rest.md §2.8`). */
export const statusMethods: readonly MethodDefinition[] = [
  method('list', 0.02, (params, { state }) => {
    const given = recordOf(param(params, 'filter')) ?? {}
    if ('ENTITY_ID' in given && typeof given['ENTITY_ID'] !== 'string')
      throw failures.plain('Filter by ENTITY_ID must be a string')
    const { zone } = state
    const filter = readFilter(given, { columnOf, zone, badValue: (name) => failures.plain(`Filter by ${name} is invalid`) })
    const order = readOrder(param(params, 'order'), { columnOf })
    const page = readPage(new Table(state.statuses, zone), { filter, order, start: param(params, 'start'), zone })
    // `select` is ignored.
    return { ...page, result: page.rows.map(present) }
  }),
  method('get', 0.02, (params, context) => ({ result: present(findStatus(params, context)) })),
  method('add', 0.1, (params, context) => {
    const fields = fieldsOf(params)
    const row = newStatus(context.state, fields)
    checkAdmin(context)
    context.state.statuses.push({ ID: String(nextId(context.state, 'status')), ...row })
    return { result: Number(context.state.statuses.at(-1)!['ID']) }
  }),
  method('update', 0.1, (params, context) => {
    checkAdmin(context)
    const row = findStatus(params, context)
    const fields = fieldsOf(params)
    for (const name of ['NAME', 'SORT', 'COLOR']) if (fields[name] !== undefined) row[name] = String(fields[name])
    return { result: true }
  }),
  method('delete', 0.1, (params, context) => {
    checkAdmin(context)
    const row = findStatus(params, context)
    const isForced = isYes(recordOf(param(params, 'params'))?.['FORCED'])
    if (row['SYSTEM'] === 'Y' && !isForced)
      throw failures.plain('CRM System Status can be deleted only if parameter FORCED is specified and equal to "Y".')
    context.state.statuses.splice(context.state.statuses.indexOf(row), 1)
    return { result: true }
  }),
  method('entity.types', 0.02, (_params, { state }) => ({ result: directoriesOf(state) })),
]

const maxLength = 50

function newStatus(state: PortalState, fields: Readonly<Record<string, unknown>>): Row {
  for (const name of ['ENTITY_ID', 'STATUS_ID', 'NAME']) {
    if (textOf(fields[name]) === '') throw failures.plain(`The field ${name} is required.`)
  }
  const entityId = textOf(fields['ENTITY_ID'])
  const prefix = directoryPrefix(entityId)
  const code = textOf(fields['STATUS_ID'])
  const statusId = prefix === '' || code.startsWith(`${prefix}:`) ? code : `${prefix}:${code}`
  if (!directoriesOf(state).some(({ ID }) => ID === entityId)) throw failures.plain('Specified entity type is not supported.')
  if (statusId.length > maxLength) throw failures.plain('The field STATUS_ID is too long.')
  const held = state.statuses.filter((row) => row['ENTITY_ID'] === entityId)
  if (held.some((row) => row['STATUS_ID'] === statusId))
    throw new RestFailure(400, 'ERROR_CORE', 'The specified status ID already exists.')
  const semantics = textOf(fields['SEMANTICS'])
  return {
    ENTITY_ID: entityId,
    STATUS_ID: statusId,
    NAME: textOf(fields['NAME']),
    NAME_INIT: '',
    SORT: String(integerOf(fields['SORT']) || 10),
    SYSTEM: 'N',
    CATEGORY_ID: /_(\d+)$/.exec(entityId)?.[1] ?? null,
    COLOR: textOf(fields['COLOR']),
    SEMANTICS: semantics === 'S' || semantics === 'F' ? semantics : null,
  }
}

/** `SEMANTICS` is empty for stages in progress; of leads, deals and quotes alone `EXTRA` tells it too (`bitrix24-rest.md §2.8`). */
function present(row: Row): Row {
  const isStage = /^(STATUS|QUOTE_STATUS|DEAL_STAGE(_\d+)?)$/.test(String(row['ENTITY_ID']))
  const word = row['SEMANTICS'] === 'S' ? 'success' : row['SEMANTICS'] === 'F' ? 'failure' : 'process'
  return { ...row, ...(isStage && { EXTRA: { SEMANTICS: word, COLOR: row['COLOR'] ?? '' } }) }
}

function findStatus(params: Readonly<Record<string, unknown>>, { state }: MethodContext): Row {
  const id = integerOf(param(params, 'id'))
  const row = state.statuses.find((one) => Number(one['ID']) === id)
  if (row === undefined) throw failures.plain(`CRM Status with ID '${id}' is not found`)
  return row
}

function fieldsOf(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = recordOf(param(params, 'fields'))
  if (fields === null) throw failures.plain("Parameter 'fields' must be array.")
  return fields
}

function checkAdmin({ isAdmin }: MethodContext): void {
  if (!isAdmin) throw failures.plain('Access denied.')
}

function columnOf(name: string): Column | undefined {
  const isNumber = name === 'ID' || name === 'SORT' || name === 'CATEGORY_ID'
  return { name, kind: isNumber ? 'number' : 'text', read: (row) => row[name] }
}

function method(verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition {
  return { name: `crm.status.${verb}`, scope: 'crm', seconds, run }
}
