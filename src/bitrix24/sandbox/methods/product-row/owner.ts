import { type MethodContext, RestFailure } from '../../method.ts'
import type { PortalState, Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { type EntityType, entityTypes } from '../item/entity-type.ts'
import { followRows } from '../item/rows-amount.ts'
import { integerOf, textOf } from '../params.ts'
import { tableOf } from '../store/store.ts'
import { idOf } from '../store/table.ts'

/** Whose product rows they are: a lead, deal, quote, invoice, or an item of a process that has products enabled. */
export interface Owner {
  readonly type: EntityType
  readonly id: number
}

export function findOwner(given: Readonly<Record<string, unknown>>, context: MethodContext): Owner {
  const type = ownerType(context.state, textOf(given['ownerType']))
  if (type === undefined) throw new RestFailure(400, 'ENTITY_TYPE_NOT_SUPPORTED', 'Entity type is not supported')
  const id = integerOf(given['ownerId'])
  if (tableOf(context.state, `item:${type.id}`).get(id) === undefined)
    throw new RestFailure(400, 'OWNER_NOT_FOUND', 'Owner was not found')
  if (context.isHidden(type.id, id)) throw failures.accessDenied()
  return { type, id }
}

/** Contacts, companies and processes without products have no rows. */
export function ownerType(state: PortalState, code: string): EntityType | undefined {
  return entityTypes(state).find((type) => type.code === code && type.fieldsByName.has('opportunity'))
}

export function rowsOf({ type, id }: Owner, { productRows }: PortalState): readonly Row[] {
  return productRows[`${type.code}:${id}`] ?? []
}

export function keepRows({ type, id }: Owner, rows: readonly Row[], context: MethodContext): void {
  context.state.productRows[`${type.code}:${id}`] = [...rows]
  followRows(type, id, context)
}

export function findRow(id: number, context: MethodContext): { readonly owner: Owner; readonly row: Row } {
  for (const [key, rows] of Object.entries(context.state.productRows)) {
    const row = rows.find((one) => idOf(one) === id)
    if (row === undefined) continue
    const [code, ownerId] = key.split(':')
    return { owner: findOwner({ ownerType: code, ownerId }, context), row }
  }
  throw failures.itemNotFound()
}
