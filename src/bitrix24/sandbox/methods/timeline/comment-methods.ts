import { type MethodContext, type MethodDefinition, RestFailure } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { integerOf, listOf, param, recordOf, textOf } from '../params.ts'
import type { Column } from '../store/column.ts'
import { nextId } from '../store/store.ts'
import { Table } from '../store/table.ts'

/** Comments of the timeline; whether the record exists is not asked (`bitrix24-rest.md §8`). */
export const commentMethods: readonly MethodDefinition[] = [
  method('add', 0.1, (params, context) => {
    const fields = fieldsOf(params)
    const { state, userId } = context
    const entityType = textOf(fields['ENTITY_TYPE']).toLowerCase()
    if (!/^(lead|deal|contact|company|quote|order|smart_invoice|dynamic_\d+)$/.test(entityType)) {
      throw new RestFailure(400, 'OWNER_NOT_FOUND', 'Owner was not found')
    }
    const comment = readComment(fields)
    const row: Row = {
      ID: nextId(state, 'comment'),
      ENTITY_ID: integerOf(fields['ENTITY_ID']),
      ENTITY_TYPE: entityType,
      CREATED: context.now(),
      COMMENT: comment,
      AUTHOR_ID: userId,
      FILES: filesOf(fields),
    }
    state.comments.push(row)
    return { result: row['ID'] }
  }),
  method('get', 0.02, (params, context) => ({ result: present(findComment(params, context)) })),
  method('update', 0.1, (params, context) => {
    const row = findComment(params, context)
    const fields = fieldsOf(params)
    const comment = readComment(fields)
    // New files drop all old ones.
    Object.assign(row, { COMMENT: comment }, 'FILES' in fields && { FILES: filesOf(fields) })
    return { result: true }
  }),
  method('delete', 0.05, (params, context) => {
    const { comments } = context.state
    comments.splice(comments.indexOf(findComment(params, context)), 1)
    return { result: true }
  }),
  method('list', 0.03, (params, { state }) => {
    const given = recordOf(param(params, 'filter')) ?? {}
    for (const name of ['ENTITY_ID', 'ENTITY_TYPE']) {
      if (!Object.keys(given).some((key) => key.endsWith(name))) throw failures.badArgument(`Filter field ${name} is required`)
    }
    const { zone } = state
    const badValue = (name: string) => failures.badArgument(`Invalid filter: field '${name}' has invalid value`)
    const filter = readFilter({ ...given, ENTITY_TYPE: textOf(given['ENTITY_TYPE']).toLowerCase() }, { columnOf, zone, badValue })
    const order = readOrder(param(params, 'order'), { columnOf })
    const { rows, ...counts } = readPage(new Table(state.comments, zone), { filter, order, start: param(params, 'start'), zone })
    return { result: rows.map(present), ...counts }
  }),
]

function readComment(fields: Readonly<Record<string, unknown>>): string {
  const comment = textOf(fields['COMMENT'])
  if (comment === '') throw failures.badArgument('Comment message is empty')
  return comment
}

function filesOf(fields: Readonly<Record<string, unknown>>): readonly string[] {
  return (listOf(fields['FILES']) ?? []).map((file) => textOf(listOf(file)?.[0]))
}

function present(row: Row): Row {
  const { FILES: files, ...rest } = row
  const texts = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]))
  const names = Array.isArray(files) ? files : []
  return {
    ...texts,
    ...(names.length > 0 && { FILES: Object.fromEntries(names.map((name, place) => [place + 1, { id: place + 1, name }])) }),
  }
}

function findComment(params: Readonly<Record<string, unknown>>, { state }: MethodContext): Row {
  const row = state.comments.find((one) => Number(one['ID']) === integerOf(param(params, 'id')))
  if (row === undefined) throw failures.plain('Not found')
  return row
}

function fieldsOf(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = recordOf(param(params, 'fields'))
  if (fields === null) throw failures.noParameter('fields')
  return fields
}

function columnOf(name: string): Column {
  const kind = name === 'CREATED' ? 'time' : /ID$/.test(name) ? 'number' : 'text'
  return { name, kind, read: (row) => row[name] }
}

function method(verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition {
  return { name: `crm.timeline.comment.${verb}`, scope: 'crm', seconds, run }
}
