import type { Directories, Pipeline } from '../../../bitrix24/crm/directories.ts'
import { type DocumentEntity, entityKind, entityTypeId } from '../../../bitrix24/crm/entity.ts'
import { fieldsOf } from '../../../bitrix24/crm/fields-of.ts'
import { fold, onlyOne, shortList } from '../../../bitrix24/crm/fold.ts'
import { at, type Problem, problem } from '../../../problems/problem.ts'
import { usualFinalStages } from '../../../settings/exchange-deals.ts'
import type { Settings } from '../../../settings/settings.ts'
import { nearest } from '../../../values/nearest.ts'
import type { DocumentExchange } from '../../map/document-record.ts'
import { usualExchanges } from '../../usual-exchanges.ts'
import { entityInto, isOfDocuments } from '../entities-of.ts'
import { statusProblems, userProblems } from './name-problems.ts'
import { placeOf } from './place.ts'
import { type NamedPlace, pipelinesNamed, stageInAny, stageInEach } from './stage-problems.ts'

/** Names in an exchange of documents that the portal does not have; its custom fields are looked at elsewhere. */
export function documentProblems(directories: Directories, settings: Settings, exchange: DocumentExchange): readonly Problem[] {
  const entity = entityInto(exchange)
  const place = placeOf(settings, exchange)
  const unknown = processProblems(directories, entity, `${place}.process`)
  if (unknown.length > 0) return unknown
  const { pipelines, problems } = pipelinesNamed(directories, entity, [
    { name: exchange.pipeline, place: `${place}.pipeline` },
    ...linesOf(exchange.pipelines, `${place}.pipelines`),
  ])
  return [
    ...problems,
    ...stageProblems(directories, pipelines, exchange, place),
    ...userProblems(directories, exchange.responsible, `${place}.responsible`),
    ...statusProblems(directories, 'SOURCE', exchange.source ?? '', `${place}.source`),
    ...(entity === 'deal' ? statusProblems(directories, 'DEAL_TYPE', exchange.dealType ?? '', `${place}.dealType`) : []),
    ...linesOf(exchange.organisations, `${place}.organisations`).flatMap((each) => companyProblems(directories, entity, each)),
  ]
}

/** A smart process whose number the portal does not have has no fields either. */
export function processProblems(directories: Directories, entity: DocumentEntity, place: string): readonly Problem[] {
  if (entityKind(entity) !== 'process' || fieldsOf(directories, entity).length > 0) return []
  const known = (directories.processes ?? []).map(({ entityTypeId: id, title }) => `${title} (${id})`)
  return [
    at(problem('crm.process-unknown', { process: entityTypeId(entity), list: shortList(known) || '—' }), { setting: place }),
  ]
}

function stageProblems(
  directories: Directories,
  pipelines: readonly Pipeline[],
  exchange: DocumentExchange,
  place: string,
): readonly Problem[] {
  if (pipelines.length === 0) return []
  const { finalStages, deleted, deletedStage } = exchange
  const wanted = stagesOf(exchange, place)
  const anywhere = [...pipelines, ...(directories.pipelines[entityInto(exchange)] ?? [])]
  const usual = new Set(stagesOf(usualOf(exchange), place).map(lineOf))
  return [
    ...wanted.filter((line) => !usual.has(lineOf(line))).flatMap((line) => stageInEach(pipelines, line)),
    ...usualProblems(
      pipelines,
      wanted.filter((line) => usual.has(lineOf(line))),
    ),
    ...(deleted === 'close' ? stageInEach(pipelines, { name: deletedStage, place: `${place}.deletedStage` }) : []),
    // A deal of the client may be open in any pipeline. The usual final stages only say which of the stages met are final.
    ...finalStages
      .filter((name) => !usualFinalStages.includes(name))
      .flatMap((name) => stageInAny(anywhere, { name, place: `${place}.finalStages` })),
  ]
}

/** Lines of the tables that lead to a stage. */
function stagesOf(exchange: DocumentExchange, place: string): readonly TableLine[] {
  const signs = 'stagesBySign' in exchange ? linesOf(exchange.stagesBySign, `${place}.stagesBySign`) : []
  const met = exchange.deleted === 'keep' ? signs : signs.filter(({ key }) => key !== 'deleted')
  return [...linesOf(exchange.stages, `${place}.stages`), ...met]
}

/** Lines that came with the preset: what they name may never be needed, so that it is told once and stops nothing. */
function usualProblems(pipelines: readonly Pipeline[], usual: readonly TableLine[]): readonly Problem[] {
  const missing = usual.filter((line) => stageInEach(pipelines, line).length > 0)
  const [first] = missing
  if (first === undefined) return []
  const states = missing.map(({ key, name }) => `${key} → ${name}`).join('; ')
  const list = pipelines.map(({ name, stages }) => `${name}: ${shortList(stages.map((stage) => stage.name))}`).join('. ')
  return [at(problem('check.usual-stages', { states, list }), { setting: first.table })]
}

/** The same exchange as the preset alone makes it. */
function usualOf(exchange: DocumentExchange): DocumentExchange {
  const usual = usualExchanges().filter(isOfDocuments)
  return usual.find(({ preset }) => preset === exchange.preset) ?? exchange
}

/** A company of our own, as the portal calls it. Only an invoice is wrong without it. */
function companyProblems({ myCompanies }: Directories, entity: DocumentEntity, { name, place }: NamedPlace): readonly Problem[] {
  if (name === '') return []
  const titles = myCompanies.map(({ title }) => title)
  if (titles.includes(name) || onlyOne(titles.filter((title) => fold(title) === fold(name))) !== null) return []
  const args = { company: name, near: nearest(name, titles) ?? '—', list: shortList(titles) || '—' }
  return [at(problem(entity === 'invoice' ? 'crm.my-company-unknown' : 'crm.my-company-skipped', args), { setting: place })]
}

interface TableLine extends NamedPlace {
  readonly key: string
  readonly table: string
}

function linesOf(table: Readonly<Record<string, string>>, place: string): readonly TableLine[] {
  return Object.entries(table).map(([key, name]) => ({ name, place: `${place}.${key}`, key, table: place }))
}

function lineOf({ place, name }: TableLine): string {
  return `${place} ${name}`
}
