import type { Params } from '../client/command.ts'
import type { Query } from './ask.ts'
import { type CrmEntity, type DocumentEntity, entityKind, entityTypeId } from './entity.ts'

export type Queries = Readonly<Record<string, Query>>

/** Directories that every portal has; `HONORIFIC`: the pages of crm.item misspell it (`bitrix24-rest.md §16.8`). */
export const directoryNames = ['COMPANY_TYPE', 'CONTACT_TYPE', 'INDUSTRY', 'EMPLOYEES', 'SOURCE', 'HONORIFIC'] as const

/** What every exchange with a portal has to know of it. */
export function usualQueries(): Queries {
  return {
    profile: single('profile', {}),
    scope: single('scope', {}),
    ...fieldQueries('company'),
    ...fieldQueries('contact'),
    ...Object.fromEntries(directoryNames.map((name) => [name, statusQuery(name)])),
    presets: {
      method: 'crm.requisite.preset.list',
      params: { filter: { ACTIVE: 'Y' }, select: ['ID', 'NAME', 'XML_ID', 'COUNTRY_ID'] },
      paging: 'ID',
    },
    users: {
      method: 'user.get',
      params: { FILTER: { ACTIVE: true }, sort: 'ID', order: 'ASC' },
      paging: 'offset',
      optional: true,
    },
    currencies: { method: 'crm.currency.list', params: {}, paging: 'offset' },
  }
}

/**
 * What documents need besides. Only an administrator may list smart processes (`bitrix24-rest.md §8`), and the number of one
 * stands in the settings: where there is none of that number, it has no fields.
 */
export function documentQueries(documents: readonly DocumentEntity[]): Queries {
  if (documents.length === 0) return {}
  return {
    ...Object.assign({}, ...documents.map((entity) => ({ ...fieldQueries(entity), ...pipelineQuery(entity) }))),
    ...(documents.includes('deal') ? { DEAL_TYPE: statusQuery('DEAL_TYPE') } : {}),
    processes: { method: 'crm.type.list', params: { order: { id: 'ASC' } }, paging: 'offset', optional: true },
    myCompanies: {
      method: 'crm.item.list',
      params: { entityTypeId: entityTypeId('company'), filter: { isMyCompany: 'Y' }, select: ['id', 'title', 'isMyCompany'] },
      paging: 'id',
    },
  }
}

// The array form of ENTITY_ID is refused: one call per directory (`bitrix24-rest.md §2.8`).
export function statusQuery(directory: string): Query {
  return {
    method: 'crm.status.list',
    params: { filter: { ENTITY_ID: directory }, order: { SORT: 'ASC' } },
    paging: 'offset',
  }
}

/** Names of the queries of an entity. */
export const queryNames = {
  fields: (entity: CrmEntity) => `${entity} fields`,
  lists: (entity: CrmEntity) => `${entity} lists`,
  pipelines: (entity: CrmEntity) => `${entity} pipelines`,
}

function fieldQueries(entity: CrmEntity): Queries {
  const kind = entityKind(entity)
  const fields = single('crm.item.fields', { entityTypeId: entityTypeId(entity), useOriginalUfNames: 'Y' })
  return {
    [queryNames.fields(entity)]: { ...fields, optional: kind === 'process' },
    // Ids of list fields are needed only to add items, which takes an administrator anyway; of invoices and smart processes they
    // are told by another scope.
    ...(kind === 'invoice' || kind === 'process' ? {} : { [queryNames.lists(entity)]: listFields(`crm.${kind}.userfield.list`) }),
  }
}

function pipelineQuery(entity: DocumentEntity): Queries {
  return {
    [queryNames.pipelines(entity)]: {
      method: 'crm.category.list',
      params: { entityTypeId: entityTypeId(entity) },
      paging: 'offset',
      optional: entityKind(entity) === 'process',
    },
  }
}

function listFields(method: string): Query {
  return { method, params: { filter: { USER_TYPE_ID: 'enumeration' } }, paging: 'offset', optional: true }
}

function single(method: string, params: Params): Query {
  return { method, params, paging: 'none' }
}
