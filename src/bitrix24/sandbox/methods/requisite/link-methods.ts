import type { MethodContext, MethodDefinition } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { typeById } from '../item/entity-type.ts'
import { idsOf } from '../item/links.ts'
import { integerOf, param } from '../params.ts'
import { changeRow, insertRow, removeRow, tableOf } from '../store/store.ts'
import { requisiteColumn } from './columns.ts'
import { linkOf } from './link-client.ts'
import { fieldsOf } from './requisite-methods.ts'
import { listRows, textRow } from './rows.ts'

const linkFields = ['ENTITY_TYPE_ID', 'ENTITY_ID', 'REQUISITE_ID', 'BANK_DETAIL_ID', 'MC_REQUISITE_ID', 'MC_BANK_DETAIL_ID']

/** Which requisites a deal, quote, invoice or item of a process goes by: one link a document, all six values given (`bitrix24-rest.md §4.5`). */
export const linkMethods: readonly MethodDefinition[] = [
  method('register', 0.05, (params, context) => {
    const fields = fieldsOf(params)
    for (const name of linkFields) {
      if (fields[name] === undefined) throw failures.plain(`${name} is not defined or invalid.`)
    }
    const link: Row = Object.fromEntries(linkFields.map((name) => [name, integerOf(fields[name])]))
    const document = findDocument(link, context)
    checkClient(link, document, context)
    checkSeller(link, document, context)
    const held = linkOf(context.state, Number(link['ENTITY_TYPE_ID']), Number(link['ENTITY_ID']))
    if (held === undefined) insertRow(context.state, 'requisiteLink', link)
    else changeRow(context.state, 'requisiteLink', held, link)
    return { result: true }
  }),
  method('unregister', 0.05, (params, { state }) => {
    const link = linkOf(state, integerOf(param(params, 'entityTypeId')), integerOf(param(params, 'entityId')))
    if (link !== undefined) removeRow(state, 'requisiteLink', link)
    return { result: link !== undefined }
  }),
  method('get', 0.02, (params, { state }) => {
    const link = linkOf(state, integerOf(param(params, 'entityTypeId')), integerOf(param(params, 'entityId')))
    if (link === undefined) throw failures.plain('Not found')
    return { result: textRow(link, linkFields) }
  }),
  method('list', 0.03, (params, context) =>
    listRows(params, context, {
      table: tableOf(context.state, 'requisiteLink'),
      names: linkFields,
      columnOf: requisiteColumn,
      entity: 'Requisite\\Link',
    }),
  ),
]

function findDocument(link: Row, { state }: MethodContext): Row {
  const entityTypeId = Number(link['ENTITY_TYPE_ID'])
  const isDocument = [2, 7, 31].includes(entityTypeId) || typeById(state, entityTypeId)?.isProcess === true
  if (!isDocument) throw failures.plain('ENTITY_TYPE_ID is not defined or invalid.')
  const document = tableOf(state, `item:${entityTypeId}`).get(Number(link['ENTITY_ID']))
  if (document === undefined) throw failures.plain('Entity not found.')
  return document
}

function checkClient(link: Row, document: Row, { state }: MethodContext): void {
  const id = Number(link['REQUISITE_ID'])
  const requisite = id === 0 ? null : tableOf(state, 'requisite').get(id)
  if (requisite === undefined) throw failures.plain(`The Requisite with ID '${id}' is not found`)
  if (requisite !== null) {
    const [word, clients] =
      Number(requisite['ENTITY_TYPE_ID']) === 4
        ? ['Company', [Number(document['companyId'] ?? 0)]]
        : ['Contact', idsOf(document['contactIds'])]
    if (!clients.includes(Number(requisite['ENTITY_ID'])))
      throw failures.plain(`The Requisite with ID '${id}' is not assigned to ${word} with ID '${clients[0] ?? 0}'`)
  }
  checkBank(link, ['BANK_DETAIL_ID', 'REQUISITE_ID'], ['BankDetail', 'Requisite'], { state })
}

/** The own company is that of the document. */
function checkSeller(link: Row, document: Row, { state }: MethodContext): void {
  const id = Number(link['MC_REQUISITE_ID'])
  const requisite = id === 0 ? null : tableOf(state, 'requisite').get(id)
  const company = Number(document['mycompanyId'] ?? 0)
  if (requisite === undefined) throw failures.plain(`The Requisite of your company with ID '${id}' is not found`)
  if (requisite !== null && !(Number(requisite['ENTITY_TYPE_ID']) === 4 && Number(requisite['ENTITY_ID']) === company)) {
    throw failures.plain(`The Requisite with ID '${id}' is not assigned to your company with ID '${company}'`)
  }
  const words = ['BankDetail of your company', 'Requisite of your company'] as const
  checkBank(link, ['MC_BANK_DETAIL_ID', 'MC_REQUISITE_ID'], words, { state })
}

type Pair = readonly [bank: string, requisite: string]

function checkBank(
  link: Row,
  [bankName, requisiteName]: Pair,
  [bankWord, requisiteWord]: Pair,
  { state }: Pick<MethodContext, 'state'>,
): void {
  const id = Number(link[bankName])
  if (id === 0) return
  const bank = tableOf(state, 'bankDetail').get(id)
  if (bank === undefined) throw failures.plain(`The ${bankWord} with ID '${id}' is not found`)
  const requisiteId = Number(link[requisiteName])
  if (Number(bank['ENTITY_ID']) === requisiteId) return
  throw failures.plain(`The ${bankWord} with ID '${id}' is not assigned to ${requisiteWord} with ID '${requisiteId}'`)
}

function method(verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition {
  return { name: `crm.requisite.link.${verb}`, scope: 'crm', seconds, run }
}
