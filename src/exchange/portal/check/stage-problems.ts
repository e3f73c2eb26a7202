import type { Directories, Pipeline } from '../../../bitrix24/crm/directories.ts'
import type { DocumentEntity } from '../../../bitrix24/crm/entity.ts'
import { findPipeline, findStage } from '../../../bitrix24/crm/find-stage.ts'
import { fold, shortList } from '../../../bitrix24/crm/fold.ts'
import { at, type Problem, problem } from '../../../problems/problem.ts'
import { nearest } from '../../../values/nearest.ts'

/** A name of the settings and where they have it. */
export interface NamedPlace {
  readonly name: string
  readonly place: string
}

export interface FoundPipelines {
  readonly pipelines: readonly Pipeline[]
  readonly problems: readonly Problem[]
}

/** The pipelines that the settings name ('' is the default one), and what is wrong with those that the portal does not have. */
export function pipelinesNamed(directories: Directories, entity: DocumentEntity, wanted: readonly NamedPlace[]): FoundPipelines {
  const pipelines = new Set<Pipeline>()
  const problems: Problem[] = []
  const known = (directories.pipelines[entity] ?? []).map(({ name }) => name)
  for (const { name, place } of wanted) {
    const found = findPipeline(directories, entity, name)
    if (found.kind === 'found') pipelines.add(found.value)
    else problems.push(at(pipelineProblem(name, known, found.kind === 'several'), { setting: place }))
  }
  return { pipelines: [...pipelines], problems }
}

/** A stage that has to be in each of the pipelines: a document may come to any of them. */
export function stageInEach(pipelines: readonly Pipeline[], { name, place }: NamedPlace): readonly Problem[] {
  return pipelines.flatMap((pipeline) => stageIn(pipeline, name)).map((found) => at(found, { setting: place }))
}

/** A stage that has to be in one of them at least; a name that several stages have means all of them. What is missing is told of the first. */
export function stageInAny(pipelines: readonly Pipeline[], { name, place }: NamedPlace): readonly Problem[] {
  const [first] = pipelines
  if (first === undefined || pipelines.some((pipeline) => findStage(pipeline, name).kind !== 'none')) return []
  return stageIn(first, name).map((found) => at(found, { setting: place }))
}

function stageIn(pipeline: Pipeline, stage: string): readonly Problem[] {
  if (stage === '') return []
  const found = findStage(pipeline, stage)
  if (found.kind === 'found') return []
  const { name, stages } = pipeline
  if (found.kind === 'several') {
    const same = stages.filter((each) => fold(each.name) === fold(stage)).map(({ id }) => id)
    return [problem('crm.stage-ambiguous', { stage, pipeline: name, list: shortList(same) })]
  }
  const known = stages.map((each) => each.name)
  const near = nearest(stage, known) ?? '—'
  return [problem('crm.stage-unknown', { stage, pipeline: name, near, list: shortList(known) || '—' })]
}

function pipelineProblem(pipeline: string, known: readonly string[], isSeveral: boolean): Problem {
  const list = shortList(known) || '—'
  if (isSeveral) return problem('crm.pipeline-ambiguous', { pipeline, list })
  return problem('crm.pipeline-unknown', { pipeline: pipeline || '—', near: nearest(pipeline, known) ?? '—', list })
}
