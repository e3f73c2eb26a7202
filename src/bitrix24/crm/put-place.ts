import { type Problem, problem } from '../../problems/problem.ts'
import { nearest } from '../../values/nearest.ts'
import type { DocumentDraft } from '../drafts/draft.ts'
import type { Pipeline } from './directories.ts'
import type { DocumentEntity } from './entity.ts'
import { fieldNamed } from './find-field.ts'
import { findPipeline, findStage } from './find-stage.ts'
import { fold, onlyOne, shortList } from './fold.ts'
import type { FieldDesk } from './resolve-fields.ts'

/**
 * Pipeline and stage. A stage belongs to its pipeline, so that they are told together; where 1C tells neither, the card stays
 * where it is.
 */
export function putStage(desk: FieldDesk, entity: DocumentEntity, { pipeline, stage }: DocumentDraft): void {
  if (pipeline === '' && stage === '') return
  const { directories } = desk.options
  const known = directories.pipelines[entity] ?? []
  const found = findPipeline(directories, entity, pipeline)
  if (found.kind !== 'found') {
    desk.problems.push(
      found.kind === 'several'
        ? problem('crm.pipeline-ambiguous', { pipeline, list: listOf(known) })
        : problem('crm.pipeline-unknown', { pipeline: pipeline || '—', near: nearOf(pipeline, known), list: listOf(known) }),
    )
    return
  }
  if (isWritable(desk, 'categoryId')) desk.fields['categoryId'] = String(found.value.id)
  if (stage === '') return
  const stageFound = findStage(found.value, stage)
  if (stageFound.kind === 'found') desk.fields['stageId'] = stageFound.value.id
  else desk.problems.push(stageProblem(stage, found.value, stageFound.kind === 'several'))
}

/** The portal's own company, by its title. Only an invoice is wrong without it. */
export function putMyCompany(desk: FieldDesk, entity: DocumentEntity, company: string): void {
  if (company === '') return
  const { directories, missingValues } = desk.options
  const known = directories.myCompanies
  const found =
    known.find(({ title }) => title === company) ?? onlyOne(known.filter(({ title }) => fold(title) === fold(company)))
  if (found !== null && isWritable(desk, 'mycompanyId')) {
    desk.fields['mycompanyId'] = String(found.id)
    return
  }
  const titles = known.map(({ title }) => title)
  const args = { company, near: nearest(company, titles) ?? '—', list: shortList(titles) || '—' }
  const isError = entity === 'invoice' && missingValues !== 'skip'
  desk.problems.push(problem(isError ? 'crm.my-company-unknown' : 'crm.my-company-skipped', args))
}

function stageProblem(stage: string, { name, stages }: Pipeline, isSeveral: boolean): Problem {
  if (isSeveral) {
    const same = stages.filter((each) => fold(each.name) === fold(stage)).map(({ id }) => id)
    return problem('crm.stage-ambiguous', { stage, pipeline: name, list: shortList(same) })
  }
  return problem('crm.stage-unknown', { stage, pipeline: name, near: nearOf(stage, stages), list: listOf(stages) })
}

function isWritable({ options, entity }: FieldDesk, name: string): boolean {
  return fieldNamed(options.directories, entity, name)?.isReadOnly === false
}

type Named = readonly { readonly name: string }[]

function nearOf(word: string, known: Named): string {
  return (
    nearest(
      word,
      known.map(({ name }) => name),
    ) ?? '—'
  )
}

function listOf(known: Named): string {
  return shortList(known.map(({ name }) => name)) || '—'
}
