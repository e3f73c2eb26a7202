import type { Params } from '../client/command.ts'
import type { Change } from './change.ts'
import type { Directories } from './directories.ts'
import { entityKind, isDocument } from './entity.ts'
import { pipelineOfStage } from './find-stage.ts'

/**
 * The pipeline that an update has to tell besides its own fields: that of a new stage, which a card in another pipeline would
 * refuse, and that of any card of a smart process, which would be moved to the main one (`bitrix24-rest.md §2.7, §2.8`).
 * Throws where the caller does not know in which of several it stands.
 */
export function pipelineFields(change: Extract<Change, { kind: 'update' }>, directories: Directories): Params {
  const { entity, fields, before } = change
  if (!isDocument(entity) || fields['categoryId'] !== undefined) return {}
  const { stageId } = fields
  const ofStage = stageId === undefined ? null : pipelineOfStage(directories, entity, stageId)
  if (ofStage !== null) return { categoryId: ofStage.id }
  if (entityKind(entity) !== 'process') return {}
  const pipelines = directories.pipelines[entity] ?? []
  const categoryId = change.categoryId ?? (before['categoryId'] || (pipelines.length === 1 ? pipelines[0]!.id : undefined))
  if (categoryId === undefined) throw new Error(`the pipeline of ${entity} ${change.id} is not told`)
  return { categoryId: Number(categoryId) }
}
