import type { Directories } from '../../bitrix24/crm/directories.ts'
import type { DocumentEntity } from '../../bitrix24/crm/entity.ts'
import { findPipeline, findStage, pipelineOfStage } from '../../bitrix24/crm/find-stage.ts'
import { fold } from '../../bitrix24/crm/fold.ts'
import type { HeldCard } from '../../bitrix24/crm/held-card.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { Outgoing } from '../../settings/settings.ts'

/** Which cards go to 1C for the first time. */
export interface Selection {
  /** Names of the settings that the portal does not have. */
  readonly problems: readonly Problem[]
  /** A card that 1C told itself may stand at any stage: all changes of it go. */
  takes(card: Pick<HeldCard, 'fields' | 'rows'>, isToldBy1c: boolean): boolean
}

/** `pipelines`, `stages`, `newOnes` and `withRows` of a way back, on this portal. */
export function selectionOf(way: Outgoing, entity: DocumentEntity, directories: Directories): Selection {
  const pipelines = way.pipelines.map((name) => ({ name, found: findPipeline(directories, entity, name) }))
  const ids = pipelines.flatMap(({ found }) => (found.kind === 'found' ? [String(found.value.id)] : []))
  const stages = way.stages.map((name) => ({ name, ids: stagesNamed(name, entity, directories) }))
  const stageIds = new Set(stages.flatMap((stage) => stage.ids))
  return {
    problems: [
      ...pipelines.flatMap(({ name, found }) =>
        found.kind === 'found' ? [] : [problem('outgoing.pipeline-unknown', { way: way.name, pipeline: name })],
      ),
      ...stages.flatMap((stage) =>
        stage.ids.length > 0 ? [] : [problem('outgoing.stage-unknown', { way: way.name, stage: stage.name })],
      ),
    ],
    takes({ fields, rows }, isToldBy1c) {
      const stageId = fields['stageId'] ?? ''
      if (way.pipelines.length > 0 && !ids.includes(pipelineIn(fields, entity, directories))) return false
      if (way.withRows && (rows ?? []).length === 0) return false
      return isToldBy1c || (way.newOnes && (way.stages.length === 0 || stageIds.has(stageId)))
    },
  }
}

/** A name may stand in several pipelines, and means all of these stages. */
function stagesNamed(name: string, entity: DocumentEntity, directories: Directories): readonly string[] {
  return (directories.pipelines[entity] ?? []).flatMap((pipeline) => {
    const found = findStage(pipeline, name)
    if (found.kind === 'found') return [found.value.id]
    return found.kind === 'several' ? pipeline.stages.filter((stage) => fold(stage.name) === fold(name)).map(({ id }) => id) : []
  })
}

// The portal does not tell the pipeline of an invoice as a field that can be written.
function pipelineIn(fields: HeldCard['fields'], entity: DocumentEntity, directories: Directories): string {
  return fields['categoryId'] ?? String(pipelineOfStage(directories, entity, fields['stageId'] ?? '')?.id ?? '')
}
