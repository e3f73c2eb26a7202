import type { MethodContext, MethodDefinition } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { idsOf } from '../item/links.ts'
import { integerOf } from '../params.ts'
import { tableOf } from '../store/store.ts'
import { Table } from '../store/table.ts'
import { requisiteColumn } from './columns.ts'
import { fieldsOf } from './requisite-methods.ts'
import { listRows } from './rows.ts'

const linkFields = ['ENTITY_TYPE_ID', 'ENTITY_ID', 'REQUISITE_ID', 'BANK_DETAIL_ID', 'MC_REQUISITE_ID', 'MC_BANK_DETAIL_ID']

/** Which requisite a deal, quote or invoice goes by: one link a document, all six values given (`bitrix24-rest.md §4.5`). */
export const linkMethods: readonly MethodDefinition[] = [
  {
    name: 'crm.requisite.link.register',
    scope: 'crm',
    seconds: 0.05,
    run: (params, context) => {
      const fields = fieldsOf(params)
      for (const name of linkFields) {
        if (fields[name] === undefined) throw failures.plain(`${name} is not defined or invalid.`)
      }
      const link: Row = Object.fromEntries(linkFields.map((name) => [name, integerOf(fields[name])]))
      check(link, context)
      const { requisiteLinks } = context.state
      const known = requisiteLinks.find((row) => isSame(row, link))
      if (known === undefined) requisiteLinks.push(link)
      else Object.assign(known, link)
      return { result: true }
    },
  },
  {
    name: 'crm.requisite.link.list',
    scope: 'crm',
    seconds: 0.03,
    run: (params, context) =>
      listRows(params, context, {
        table: new Table(context.state.requisiteLinks, context.state.zone),
        names: linkFields,
        columnOf: requisiteColumn,
        entity: 'Requisite\\Link',
      }),
  },
]

const documentTypes: readonly number[] = [2, 7, 31]

function check(link: Row, { state }: MethodContext): void {
  const entityTypeId = Number(link['ENTITY_TYPE_ID'])
  if (!documentTypes.includes(entityTypeId)) throw failures.plain('ENTITY_TYPE_ID is not defined or invalid.')
  const document = tableOf(state, `item:${entityTypeId}`).get(Number(link['ENTITY_ID']))
  if (document === undefined) throw failures.plain('Entity not found.')
  const requisiteId = Number(link['REQUISITE_ID'])
  if (requisiteId === 0) return
  const requisite = tableOf(state, 'requisite').get(requisiteId)
  if (requisite === undefined) throw failures.plain(`The Requisite with ID '${requisiteId}' is not found`)
  const owner = Number(requisite['ENTITY_ID'])
  const [word, clients] =
    Number(requisite['ENTITY_TYPE_ID']) === 4
      ? ['Company', [Number(document['companyId'] ?? 0)]]
      : ['Contact', idsOf(document['contactIds'])]
  if (clients.includes(owner)) return
  throw failures.plain(`The Requisite with ID '${requisiteId}' is not assigned to ${word} with ID '${clients[0] ?? 0}'`)
}

function isSame(row: Row, link: Row): boolean {
  return row['ENTITY_TYPE_ID'] === link['ENTITY_TYPE_ID'] && row['ENTITY_ID'] === link['ENTITY_ID']
}
