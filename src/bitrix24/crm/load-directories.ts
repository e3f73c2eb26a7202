import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, rowsOfPages } from './ask.ts'
import type { Directories, FieldMeta, Pipeline } from './directories.ts'
import { directoryNames, documentQueries, type Queries, queryNames, statusQuery, usualQueries } from './directory-queries.ts'
import { type CrmEntity, type DocumentEntity, isDocument, stageDirectory } from './entity.ts'
import {
  customIds,
  fieldList,
  myCompanyOf,
  pipelineOf,
  presetOf,
  processOf,
  stageOf,
  statusOf,
  userOf,
} from './read-directories.ts'
import { idOf, listOf, type RestRow, recordOf, textOf } from './rest-value.ts'

export type { Directories } from './directories.ts'

/**
 * What is registered on the portal: in one request where every list fits a page, and one more for what the first one leads to
 * (stages of the pipelines, directories of custom fields). Companies and contacts are always read; `entities` adds documents.
 */
export async function loadDirectories(
  client: PortalClient,
  entities: readonly CrmEntity[] = ['company', 'contact'],
): Promise<{ readonly kind: 'loaded'; readonly directories: Directories } | Failed> {
  const documents = [...new Set(entities)].filter(isDocument)
  const usual = await askNamed(client, { ...usualQueries(), ...documentQueries(documents) })
  if (usual.kind === 'failed') return usual
  const { result, rows } = usual
  const fields = Object.fromEntries(
    (['company', 'contact', ...documents] as const).map((entity) => [
      entity,
      fieldList(result(queryNames.fields(entity)), customIds(rows(queryNames.lists(entity)))),
    ]),
  )
  const usualNames = [...directoryNames, ...(documents.includes('deal') ? ['DEAL_TYPE'] : [])]
  const own = ownDirectories(Object.values(fields).flat(), usualNames)
  const bare = documents.map((entity) => [entity, pipelinesOf(rows(queryNames.pipelines(entity)))] as const)
  const stages = bare.flatMap(([entity, pipelines]) => pipelines.map(({ id }) => stageDirectory(entity, id)))
  const more = await askNamed(client, Object.fromEntries([...own, ...stages].map((name) => [name, statusQuery(name)])))
  if (more.kind === 'failed') return more
  const myCompanies = rows('myCompanies') ?? []
  if (!myCompanies.every((row) => row['isMyCompany'] === 'Y')) return filterIgnored('crm.item.list')
  const profile = recordOf(result('profile'))
  const base = rows('currencies')?.find((row) => textOf(row['BASE']) === 'Y')
  return {
    kind: 'loaded',
    directories: {
      fields,
      statuses: Object.fromEntries([
        ...usualNames.map((name) => [name, (rows(name) ?? []).map(statusOf)]),
        ...own.map((name) => [name, (more.rows(name) ?? []).map(statusOf)]),
      ]),
      users: rows('users')?.map(userOf) ?? null,
      presets: (rows('presets') ?? []).map(presetOf),
      pipelines: Object.fromEntries(bare.map(([entity, pipelines]) => [entity, withStages(entity, pipelines, more)])),
      currencies: (rows('currencies') ?? []).map((row) => textOf(row['CURRENCY'])),
      processes: rows('processes')?.map(processOf) ?? null,
      myCompanies: myCompanies.map(myCompanyOf),
      baseCurrency: textOf(base?.['CURRENCY']),
      isAdmin: profile['ADMIN'] === true || textOf(profile['ADMIN']) === 'Y',
      userId: idOf(profile['ID']),
      scopes: listOf(result('scope')).map(textOf),
    },
  }
}

/** Directories that only custom fields use. */
function ownDirectories(fields: readonly FieldMeta[], usual: readonly string[]): readonly string[] {
  const used = fields.filter(({ name }) => name.startsWith('UF_')).map(({ statusType }) => statusType)
  return [...new Set(used)].filter((name) => name !== '' && !usual.includes(name))
}

/** The default one first, the others as the portal has them. */
function pipelinesOf(rows: readonly RestRow[] | null): readonly Pipeline[] {
  return (rows ?? []).map(pipelineOf).sort((one, other) => Number(other.isDefault) - Number(one.isDefault))
}

function withStages(entity: DocumentEntity, pipelines: readonly Pipeline[], { rows }: Named): readonly Pipeline[] {
  return pipelines.map((pipeline) => ({ ...pipeline, stages: (rows(stageDirectory(entity, pipeline.id)) ?? []).map(stageOf) }))
}

interface Named {
  readonly kind: 'answered'
  result(name: string): unknown
  rows(name: string): readonly RestRow[] | null
}

async function askNamed(client: PortalClient, queries: Queries): Promise<Named | Failed> {
  const names = Object.keys(queries)
  const answer = await ask(client, Object.values(queries))
  if (answer.kind === 'failed') return answer
  const pagesOf = (name: string) => answer.pages[names.indexOf(name)] ?? null
  return {
    kind: 'answered',
    result: (name) => pagesOf(name)?.[0],
    rows: (name) => (pagesOf(name) === null ? null : rowsOfPages(pagesOf(name))),
  }
}
