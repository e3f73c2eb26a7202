import { type MethodContext, type MethodDefinition, type Params, RestFailure } from '../../method.ts'
import { reading } from '../../readings.ts'
import type { PortalState, Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { typeById } from '../item/entity-type.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { integerOf, listOf, param, recordOf, textOf } from '../params.ts'
import type { Column } from '../store/column.ts'
import { changeRow, insertRow, nextId, removeRow, tableOf } from '../store/store.ts'
import { commentFiles, readFiles } from './comment-files.ts'

/** Comments of the timeline; whether the record exists is not asked (`bitrix24-rest.md §8`). */
export const commentMethods: readonly MethodDefinition[] = [
  {
    ...method('add', 0.1, (params, context) => {
      const fields = fieldsOf(params)
      const { state, userId } = context
      const entityType = readEntityType(fields, state)
      const comment = readComment(fields)
      const row: Row = {
        ID: nextId(state, 'comment'),
        ENTITY_ID: integerOf(fields['ENTITY_ID']),
        ENTITY_TYPE: entityType,
        CREATED: context.now(),
        COMMENT: comment,
        AUTHOR_ID: userId,
        FILES: readFiles(fields['FILES'], context),
      }
      insertRow(state, 'comment', row)
      return { result: row['ID'] }
    }),
    notInBatch: hasFiles,
  },
  method('get', 0.02, (params, context) => {
    const row = findComment(params, context)
    if (row === undefined) throw failures.plain('Not found.')
    return { result: present(row, context.state) }
  }),
  {
    ...method('update', 0.1, (params, context) => {
      const row = known(params, context)
      const fields = fieldsOf(params)
      const comment = fields['COMMENT'] === undefined ? {} : { COMMENT: readComment(fields) }
      // New files drop all old ones.
      const files = 'FILES' in fields ? { FILES: readFiles(fields['FILES'], context) } : {}
      changeRow(context.state, 'comment', row, { ...comment, ...files })
      return { result: row['ID'] }
    }),
    notInBatch: hasFiles,
  },
  method('delete', 0.05, (params, context) => {
    removeRow(context.state, 'comment', known(params, context))
    return { result: null }
  }),
  method('list', 0.03, listComments),
]

/** Of the filter only the record counts, of the order only three names; anything else is passed over (crm-timeline-comment-list.md). */
function listComments(params: Params, { state }: MethodContext): ReturnType<MethodDefinition['run']> {
  const { zone } = state
  const given = recordOf(param(params, 'filter')) ?? {}
  for (const name of ['ENTITY_ID', 'ENTITY_TYPE']) {
    if (given[name] === undefined) throw failures.badArgument(`Filter field ${name} is required`)
  }
  const badValue = (name: string) => failures.badArgument(`Invalid filter: field '${name}' has invalid value`)
  const wanted = { ENTITY_ID: given['ENTITY_ID'], ENTITY_TYPE: textOf(given['ENTITY_TYPE']).toLowerCase() }
  const filter = readFilter(wanted, { columnOf, zone, badValue })
  const order = readOrder(param(params, 'order'), { columnOf: (name) => (sortable.includes(name) ? columnOf(name) : undefined) })
  const page = readPage(tableOf(state, 'comment'), { filter, order, start: param(params, 'start'), zone })
  const { rows, ...counts } = page
  const selected = (listOf(param(params, 'select')) ?? []).map(String)
  const cut = (row: Row) =>
    selected.length === 0 ? row : Object.fromEntries(Object.entries(row).filter(([name]) => selected.includes(name)))
  return { result: rows.map((row) => cut(present(row, state))), ...counts }
}

const sortable: readonly string[] = ['ID', 'CREATED', 'AUTHOR_ID']

function hasFiles(params: Params, state: PortalState): boolean {
  const files = listOf(recordOf(param(params, 'fields'))?.['FILES']) ?? []
  return files.length > 0 && reading(state, 'filesInBatch') === 'refused'
}

/** A process is `DYNAMIC_1032`; one that is not there is as unknown as any other word. */
function readEntityType(fields: Readonly<Record<string, unknown>>, state: PortalState): string {
  const name = textOf(fields['ENTITY_TYPE']).toLowerCase()
  const process = /^dynamic_(\d+)$/.exec(name)
  const isKnown = process === null ? systemNames.includes(name) : typeById(state, Number(process[1]))?.isProcess === true
  if (!isKnown) throw new RestFailure(400, 'OWNER_NOT_FOUND', 'Owner was not found')
  return name
}

const systemNames: readonly string[] = ['lead', 'deal', 'contact', 'company', 'quote', 'order', 'smart_invoice']

function readComment(fields: Readonly<Record<string, unknown>>): string {
  const comment = textOf(fields['COMMENT'])
  if (comment === '') throw failures.badArgument('Comment message is empty')
  return comment
}

function present(row: Row, state: PortalState): Row {
  const { FILES: _files, ...rest } = row
  const texts = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]))
  return { ...texts, FILES: commentFiles(row, state) }
}

function findComment(params: Params, { state }: MethodContext): Row | undefined {
  const id = integerOf(param(params, 'id'))
  if (id <= 0) throw failures.plain('ID is not defined or invalid.')
  return tableOf(state, 'comment').get(id)
}

function known(params: Params, context: MethodContext): Row {
  const row = findComment(params, context)
  if (row === undefined) throw new RestFailure(400, 'NOT_FOUND', 'Not found.')
  return row
}

// No other way of writing `fields` is taken (crm-timeline-comment-add.md).
function fieldsOf({ fields: given }: Params): Readonly<Record<string, unknown>> {
  const fields = recordOf(given)
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
