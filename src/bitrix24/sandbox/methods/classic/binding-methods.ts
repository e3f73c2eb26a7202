import type { MethodContext, MethodDefinition, Params } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { systemType } from '../item/entity-type.ts'
import { idsOf } from '../item/links.ts'
import { updateItem } from '../item/update-item.ts'
import { integerOf, isYes, listOf, param, recordOf } from '../params.ts'
import { tableOf } from '../store/store.ts'

/** Contacts of a deal and companies of a contact; `items.set` replaces all (`bitrix24-rest.md §2.9`). */
export const bindingMethods: readonly MethodDefinition[] = [
  ...methodsOf({ name: 'crm.deal.contact', ownerId: 2, boundId: 3, listName: 'contactIds', idName: 'CONTACT_ID' }),
  ...methodsOf({ name: 'crm.contact.company', ownerId: 3, boundId: 4, listName: 'companyIds', idName: 'COMPANY_ID' }),
]

interface Binding {
  readonly name: string
  readonly ownerId: 2 | 3
  readonly boundId: 3 | 4
  readonly listName: string
  readonly idName: string
}

function methodsOf({ name, ownerId, boundId, listName, idName }: Binding): readonly MethodDefinition[] {
  const method = (verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition => ({
    name: `${name}.${verb}`,
    scope: 'crm',
    seconds,
    run,
  })
  const keep = (owner: Row, ids: readonly number[], context: MethodContext) => {
    updateItem(systemType(context.state, ownerId), owner, { [listName]: [...new Set(ids)] }, [], context)
    return { result: true }
  }
  const bind = (owner: Row, bindings: readonly Row[], context: MethodContext) => {
    const sorted = [...bindings].sort((one, other) => Number(isYes(other['IS_PRIMARY'])) - Number(isYes(one['IS_PRIMARY'])))
    const ids = sorted.map((row) => integerOf(row[idName]))
    const bound = tableOf(context.state, `item:${boundId}`)
    if (ids.some((id) => bound.get(id) === undefined)) throw failures.plain('Not found')
    return keep(owner, ids, context)
  }
  return [
    method('items.get', 0.02, (params, context) => ({
      result: idsOf(findOwner(ownerId, params, context)[listName]).map((id, place) => ({
        [idName]: id,
        SORT: (place + 1) * 10,
        ROLE_ID: 0,
        IS_PRIMARY: place === 0 ? 'Y' : 'N',
      })),
    })),
    method('items.set', 0.1, (params, context) => {
      const owner = findOwner(ownerId, params, context)
      const items = listOf(param(params, 'items'))
      if (items === null) throw failures.plain("The parameter 'items' must be array.")
      const rows = items.map((item) => recordOf(item) ?? {})
      const bySort = rows
        .map((row, place) => ({ SORT: (place + 1) * 10, ...row }))
        .sort((a, b) => integerOf(a.SORT) - integerOf(b.SORT))
      return bind(owner, bySort, context)
    }),
    method('items.delete', 0.1, (params, context) => keep(findOwner(ownerId, params, context), [], context)),
    method('add', 0.1, (params, context) => {
      const owner = findOwner(ownerId, params, context)
      const fields = recordOf(param(params, 'fields')) ?? {}
      const held = idsOf(owner[listName]).map((id) => ({ [idName]: id }))
      return bind(owner, [...held, fields], context)
    }),
    method('delete', 0.1, (params, context) => {
      const owner = findOwner(ownerId, params, context)
      const id = integerOf(recordOf(param(params, 'fields'))?.[idName])
      return keep(
        owner,
        idsOf(owner[listName]).filter((held) => held !== id),
        context,
      )
    }),
  ]
}

function findOwner(typeId: number, params: Params, context: MethodContext): Row {
  const id = integerOf(param(params, 'id'))
  const row = tableOf(context.state, `item:${typeId}`).get(id)
  if (row === undefined) throw failures.plain('Not found')
  if (context.isHidden(typeId, id)) throw failures.plain('Access denied')
  return row
}
