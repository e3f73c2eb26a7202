import { problemOf } from '../../../bitrix24/client/explain-error.ts'
import type { NotDone } from '../../../bitrix24/client/outcome.ts'
import type { PortalClient } from '../../../bitrix24/client/portal-client.ts'
import { type CrmEntity, entityTypeId } from '../../../bitrix24/crm/entity.ts'
import { type Directories, loadDirectories } from '../../../bitrix24/crm/load-directories.ts'
import type { Language } from '../../../problems/language.ts'
import { at, type Problem, problem } from '../../../problems/problem.ts'
import type { Exchange, Settings } from '../../../settings/settings.ts'
import { entitiesOf, entityInto, isOfDocuments } from '../entities-of.ts'
import { entityWords } from '../entity-words.ts'
import { checkNames } from './check-names.ts'
import { scopeProblems } from './scope-problems.ts'

/** One thing that was looked at; good when it has no problem. */
export interface PortalFinding {
  readonly what: 'webhook' | 'scope' | 'names' | 'import' | 'originator'
  readonly problems: readonly Problem[]
}

export type PortalCheck =
  | { readonly kind: 'looked'; readonly findings: readonly PortalFinding[]; readonly directories: Directories }
  /** Nothing more can be looked at. */
  | { readonly kind: 'failed'; readonly problem: Problem }

export interface PortalCheckSetup {
  readonly settings: Settings
  readonly exchanges: readonly Exchange[]
  /** Cards that the exchange is linked to so far. */
  readonly links: number
  readonly language: Language
}

/**
 * Proves, without changing anything, that the exchange can work with the portal: who the webhook is and what it may, and that
 * every name of the settings exists there.
 */
export async function checkPortal(
  client: PortalClient,
  { settings, exchanges, links, language }: PortalCheckSetup,
): Promise<PortalCheck> {
  const loaded = await loadDirectories(client, entitiesOf(settings))
  if (loaded.kind === 'failed') return { kind: 'failed', problem: problemOf(loaded.outcome.error, { method: '' }) }
  const { directories } = loaded
  const made = entitiesMade(exchanges).map((entity) => ({ entity, what: entityWords(entity, directories, language) }))
  return {
    kind: 'looked',
    directories,
    findings: [
      { what: 'webhook', problems: rightsOf(directories) },
      { what: 'scope', problems: scopeProblems(directories, settings, exchanges) },
      { what: 'names', problems: checkNames(directories, settings, exchanges, language) },
      { what: 'import', problems: settings.portal.automation ? [] : await importRight(client, made) },
      { what: 'originator', problems: links > 0 ? [] : await usedOriginator(client, settings.portal.originator) },
    ],
  }
}

function rightsOf({ isAdmin, userId }: Directories): readonly Problem[] {
  return isAdmin ? [] : [problem('check.not-admin', { user: userId })]
}

/**
 * An empty list to import changes nothing, and is refused to those who may not import (`bitrix24-rest.md §2.2`). Sent alone,
 * because a batch cannot say an empty list. A portal that does not take it proves neither.
 */
async function importRight(
  client: PortalClient,
  made: readonly { readonly entity: CrmEntity; readonly what: string }[],
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const { entity, what } of made) {
    const outcome = await client.call({
      method: 'crm.item.batchImport',
      params: { entityTypeId: entityTypeId(entity), data: [] },
    })
    if (outcome.kind !== 'done') problems.push(importProblem(what, outcome))
  }
  return problems
}

/** Documents that are only updated need no right to be imported. */
function entitiesMade(exchanges: readonly Exchange[]): readonly CrmEntity[] {
  const documents = exchanges.filter(isOfDocuments).filter(({ enabled, mode }) => enabled && mode !== 'update')
  return ['company', 'contact', ...new Set(documents.map(entityInto))]
}

function importProblem(what: string, { error }: NotDone): Problem {
  if (error.code === 'ACCESS_DENIED' || /^access denied/i.test(error.description)) return problem('check.no-import', { what })
  return problem('check.import-unproven', { what, code: error.code || error.status, description: error.description || '—' })
}

/** Cards with our mark that we know nothing of: of an earlier installation, or of another 1C base. */
async function usedOriginator(client: PortalClient, originator: string): Promise<readonly Problem[]> {
  const outcomes = await client.batch(
    (['company', 'contact', 'deal'] as const).map((entity) => ({
      method: 'crm.item.list',
      params: { entityTypeId: entityTypeId(entity), filter: { originatorId: originator }, select: ['id'], start: 0 },
    })),
  )
  const count = outcomes.reduce((sum, outcome) => sum + (outcome.kind === 'done' ? (outcome.total ?? 0) : 0), 0)
  return count === 0 ? [] : [at(problem('check.originator-used', { originator, count }), { setting: 'portal.originator' })]
}
