import type { MethodContext } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf } from '../params.ts'
import { tableOf } from '../store/store.ts'
import type { EntityType } from './entity-type.ts'

/** A record by its id: what this user may not see is refused here, though it is only absent from lists. */
export function findItem(type: EntityType, id: unknown, context: MethodContext): Row {
  const row = tableOf(context.state, `item:${type.id}`).get(integerOf(id))
  if (row === undefined) throw failures.itemNotFound()
  if (context.isHidden(type.id, integerOf(id))) throw failures.accessDenied()
  return row
}
