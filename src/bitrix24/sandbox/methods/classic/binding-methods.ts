import type { MethodContext, MethodDefinition, Params } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { type EntityType, typeById } from '../item/entity-type.ts'
import { idsOf } from '../item/links.ts'
import { integerOf, isYes, listOf, param, recordOf } from '../params.ts'
import { changeRow, tableOf } from '../store/store.ts'

/** Contacts of a deal and companies of a contact; `items.set` replaces all (`bitrix24-rest.md §2.9`). */
export const bindingMethods: readonly MethodDefinition[] = [
  ...methodsOf('crm.deal.contact', typeById(2)!, typeById(3)!, 'contactIds', 'CONTACT_ID'),
  ...methodsOf('crm.contact.company', typeById(3)!, typeById(4)!, 'companyIds', 'COMPANY_ID'),
]

function methodsOf(
  name: string,
  ownerType: EntityType,
  boundType: EntityType,
  listName: string,
  idName: string,
): readonly MethodDefinition[] {
  const method = (verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition => ({
    name: `${name}.${verb}`,
    scope: 'crm',
    seconds,
    run,
  })
  const bind = (owner: Row, bindings: readonly Row[], { state }: MethodContext) => {
    const sorted = [...bindings].sort((one, other) => Number(isYes(other['IS_PRIMARY'])) - Number(isYes(one['IS_PRIMARY'])))
    const ids = [...new Set(sorted.map((row) => integerOf(row[idName])))]
    const bound = tableOf(state, `item:${boundType.id}`)
    if (ids.some((id) => bound.get(id) === undefined)) throw failures.plain('Not found')
    changeRow(state, `item:${ownerType.id}`, owner, { [listName]: ids })
  }
  return [
    method('items.get', 0.02, (params, context) => ({
      result: idsOf(findOwner(ownerType, params, context)[listName]).map((id, place) => ({
        [idName]: id,
        SORT: (place + 1) * 10,
        ROLE_ID: 0,
        IS_PRIMARY: place === 0 ? 'Y' : 'N',
      })),
    })),
    method('items.set', 0.1, (params, context) => {
      const owner = findOwner(ownerType, params, context)
      const items = listOf(param(params, 'items'))
      if (items === null) throw failures.plain("The parameter 'items' must be array.")
      const rows = items.map((item) => recordOf(item) ?? {})
      const bySort = rows
        .map((row, place) => ({ SORT: (place + 1) * 10, ...row }))
        .sort((a, b) => integerOf(a.SORT) - integerOf(b.SORT))
      bind(owner, bySort, context)
      return { result: true }
    }),
    method('add', 0.1, (params, context) => {
      const owner = findOwner(ownerType, params, context)
      const fields = recordOf(param(params, 'fields')) ?? {}
      const held = idsOf(owner[listName]).map((id) => ({ [idName]: id }))
      bind(owner, [...held, fields], context)
      return { result: true }
    }),
  ]
}

function findOwner(type: EntityType, params: Params, context: MethodContext): Row {
  const id = integerOf(param(params, 'id'))
  const row = tableOf(context.state, `item:${type.id}`).get(id)
  if (row === undefined) throw failures.plain('Not found')
  if (context.isHidden(type.id, id)) throw failures.plain('Access denied')
  return row
}
