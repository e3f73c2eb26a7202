import type { Params } from '../client/command.ts'
import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, type Query, rowsOfPages } from './ask.ts'
import type { Directories } from './directories.ts'
import { entityTypeIds } from './entity.ts'
import { customIds, fieldList, presetOf, statusOf, userOf } from './read-directories.ts'
import { idOf, listOf, type RestRow, recordOf, textOf } from './rest-value.ts'

export type { Directories } from './directories.ts'

/** What is registered on the portal, in one request where every list fits a page. */
export async function loadDirectories(
  client: PortalClient,
): Promise<{ readonly kind: 'loaded'; readonly directories: Directories } | Failed> {
  const usual = await askNamed(client, usualQueries())
  if (usual.kind === 'failed') return usual
  const { result, rows } = usual
  const fields = {
    company: fieldList(result('companyFields'), customIds(rows('companyLists'))),
    contact: fieldList(result('contactFields'), customIds(rows('contactLists'))),
  }
  const more = ownDirectories([...fields.company, ...fields.contact])
  const own = await askNamed(client, Object.fromEntries(more.map((directory) => [directory, statusQuery(directory)])))
  if (own.kind === 'failed') return own
  const profile = recordOf(result('profile'))
  const base = rows('currencies')?.find((row) => textOf(row['BASE']) === 'Y')
  return {
    kind: 'loaded',
    directories: {
      fields,
      statuses: Object.fromEntries([
        ...directoryNames.map((name) => [name, (rows(name) ?? []).map(statusOf)]),
        ...more.map((name) => [name, (own.rows(name) ?? []).map(statusOf)]),
      ]),
      users: rows('users')?.map(userOf) ?? null,
      presets: (rows('presets') ?? []).map(presetOf),
      baseCurrency: textOf(base?.['CURRENCY']),
      isAdmin: profile['ADMIN'] === true || textOf(profile['ADMIN']) === 'Y',
      userId: idOf(profile['ID']),
      scopes: listOf(result('scope')).map(textOf),
    },
  }
}

// `HONORIFIC`: the pages of crm.item misspell it (`bitrix24-rest.md §16.8`), the directory is called so.
const directoryNames = ['COMPANY_TYPE', 'CONTACT_TYPE', 'INDUSTRY', 'EMPLOYEES', 'SOURCE', 'HONORIFIC'] as const

function usualQueries(): Readonly<Record<string, Query>> {
  return {
    profile: single('profile', {}),
    scope: single('scope', {}),
    companyFields: single('crm.item.fields', { entityTypeId: entityTypeIds.company, useOriginalUfNames: 'Y' }),
    contactFields: single('crm.item.fields', { entityTypeId: entityTypeIds.contact, useOriginalUfNames: 'Y' }),
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
    companyLists: listFields('crm.company.userfield.list'),
    contactLists: listFields('crm.contact.userfield.list'),
  }
}

// The array form of ENTITY_ID is refused: one call per directory (`bitrix24-rest.md §2.8`).
function statusQuery(directory: string): Query {
  return {
    method: 'crm.status.list',
    params: { filter: { ENTITY_ID: directory }, order: { SORT: 'ASC' } },
    paging: 'offset',
  }
}

// Ids of list fields are needed only to add items, which takes an administrator anyway.
function listFields(method: string): Query {
  return { method, params: { filter: { USER_TYPE_ID: 'enumeration' } }, paging: 'offset', optional: true }
}

function single(method: string, params: Params): Query {
  return { method, params, paging: 'none' }
}

/** Directories that only custom fields use. */
function ownDirectories(fields: readonly { readonly statusType: string; readonly name: string }[]): readonly string[] {
  const used = fields.filter(({ name }) => name.startsWith('UF_')).map(({ statusType }) => statusType)
  return [...new Set(used)].filter((name) => name !== '' && !(directoryNames as readonly string[]).includes(name))
}

interface Named {
  readonly kind: 'answered'
  result(name: string): unknown
  rows(name: string): readonly RestRow[] | null
}

async function askNamed(client: PortalClient, queries: Readonly<Record<string, Query>>): Promise<Named | Failed> {
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
