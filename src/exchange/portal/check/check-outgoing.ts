import type { Directories } from '../../../bitrix24/crm/directories.ts'
import type { Problem } from '../../../problems/problem.ts'
import type { Outgoing } from '../../../settings/settings.ts'
import { entityInto } from '../entities-of.ts'
import { processProblems } from './check-documents.ts'
import { pipelinesNamed, stageInAny } from './stage-problems.ts'

/** Names in a way back to 1C that the portal does not have; fields of its requisites are looked at elsewhere. */
export function outgoingProblems(directories: Directories, way: Outgoing, place: string): readonly Problem[] {
  const entity = entityInto(way)
  const unknown = processProblems(directories, entity, `${place}.process`)
  if (unknown.length > 0) return unknown
  const named = pipelinesNamed(
    directories,
    entity,
    way.pipelines.map((name) => ({ name, place: `${place}.pipelines` })),
  )
  if (named.problems.length > 0) return named.problems
  const pipelines = way.pipelines.length > 0 ? named.pipelines : (directories.pipelines[entity] ?? [])
  return [
    ...way.stages.flatMap((name) => stageInAny(pipelines, { name, place: `${place}.stages` })),
    ...Object.keys(way.statuses).flatMap((name) => stageInAny(pipelines, { name, place: `${place}.statuses` })),
  ]
}
