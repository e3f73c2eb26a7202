import type { MethodContext } from '../../method.ts'
import type { Row } from '../../state.ts'
import type { EntityType } from './entity-type.ts'

/** Kind of a move: 1 made, 2 into a stage in between, 3 into a final one. */
export function noteStage(type: EntityType, row: Row, kind: 1 | 2 | 3, context: MethodContext): void {
  if (!type.fieldsByName.has('stageId')) return
  const { state } = context
  state.stageHistory ??= []
  state.stageHistory.push({
    entityTypeId: type.id,
    ID: state.stageHistory.length + 1,
    TYPE_ID: kind,
    OWNER_ID: row['id'],
    CREATED_TIME: context.now(),
    CATEGORY_ID: row['categoryId'] ?? 0,
    STAGE_SEMANTIC_ID: row['stageSemanticId'] ?? 'P',
    STAGE_ID: row['stageId'],
  })
}
