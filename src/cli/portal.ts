import { problemOf } from '../bitrix24/client/explain-error.ts'
import type { NotDone } from '../bitrix24/client/outcome.ts'
import type { PortalClient } from '../bitrix24/client/portal-client.ts'
import { type CrmEntity, type DocumentEntity, isDocument, processEntity } from '../bitrix24/crm/entity.ts'
import { loadDirectories } from '../bitrix24/crm/load-directories.ts'
import { entitiesOf } from '../exchange/portal/entities-of.ts'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'
import { fieldsYaml, listsYaml, presetsYaml, processesYaml, stagesYaml, usersYaml } from '../report/portal-yaml.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import type { Terminal } from '../report/terminal.ts'
import type { Settings } from '../settings/settings.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { loadSettings } from './load-settings.ts'
import { openPortal } from './open-portal.ts'

/** What of the portal can be asked for. */
export const portalParts = ['stages', 'fields', 'users', 'presets', 'directories', 'processes'] as const

export interface PortalArguments {
  readonly what: (typeof portalParts)[number]
  readonly dir: string | undefined
  /** Whose stages or fields; as a rule those of deals, and of what the settings use. */
  readonly of?: readonly DocumentEntity[]
}

/** `obmen24 portal WHAT [DIR]`: what the portal has registered, ready to be pasted into the settings. */
export async function portal(context: CommandContext, args: PortalArguments): CommandResult {
  const loaded = await loadSettings(context, args.dir)
  if (loaded === null) return exitCodes.usage
  const { terminal, settings } = loaded
  const opened = await openPortal(loaded, { command: 'portal', use: 'look' })
  if (opened.kind !== 'open') return failed(opened.problem, terminal, exitCodes.usage)
  try {
    const told = await partOf(args, opened.client, settings, terminal.language)
    printProblems(opened.problems, terminal)
    if (told.kind === 'failed') return failed(problemOf(told.outcome.error, { method: '' }), terminal, exitCodes.temporary)
    if (terminal.json) terminal.object(told.json)
    else for (const line of told.lines) terminal.out(line)
    return exitCodes.done
  } finally {
    await opened.close()
  }
}

interface Told {
  readonly kind: 'told'
  readonly lines: readonly string[]
  readonly json: unknown
}

async function partOf(
  { what, of }: PortalArguments,
  client: PortalClient,
  settings: Settings,
  language: Language,
): Promise<Told | Failed> {
  const tell = (lines: readonly string[], json: unknown): Told => ({ kind: 'told', lines, json })
  const entities = entitiesFor(what, of ?? [], settings)
  const loaded = await loadDirectories(client, entities)
  if (loaded.kind === 'failed') return loaded
  const { directories } = loaded
  switch (what) {
    case 'stages': {
      const documents = entities.filter(isDocument)
      const pipelines = Object.fromEntries(documents.map((entity) => [entity, directories.pipelines[entity] ?? []]))
      return tell(stagesYaml(directories, documents, language), { pipelines })
    }
    case 'fields':
      return tell(fieldsYaml(directories, entities, language), { fields: directories.fields })
    case 'users':
      return tell(usersYaml(directories, language), { users: directories.users })
    case 'presets':
      return tell(presetsYaml(directories, settings.bitrix24, language), { presets: directories.presets })
    case 'directories':
      return tell(listsYaml(directories), { statuses: directories.statuses, currencies: directories.currencies })
    case 'processes': {
      const all = await loadDirectories(
        client,
        (directories.processes ?? []).map(({ entityTypeId }) => processEntity(entityTypeId)),
      )
      if (all.kind === 'failed') return all
      const { processes } = directories
      const { pipelines } = all.directories
      return tell(processesYaml({ processes, pipelines }, language), { processes, pipelines })
    }
  }
}

interface Failed {
  readonly kind: 'failed'
  readonly outcome: NotDone
}

/** Deals are what most want to know of; of the rest what the settings use, or what is asked for by name. */
function entitiesFor(what: PortalArguments['what'], of: readonly DocumentEntity[], settings: Settings): readonly CrmEntity[] {
  if (what === 'stages') return of.length > 0 ? of : ['deal']
  if (what !== 'fields') return ['deal']
  return of.length > 0 ? of : [...new Set<CrmEntity>([...entitiesOf(settings), 'deal'])]
}

/** `deal`, `invoice` or `process:1032`; null for anything else. */
export function documentNamed(word: string): DocumentEntity | null {
  if (word === 'deal' || word === 'invoice') return word
  const number = /^process:(\d{1,6})$/.exec(word)?.[1]
  return number === undefined ? null : processEntity(Number(number))
}

function failed(problem: Problem, terminal: Terminal, code: ExitCode): ExitCode {
  if (terminal.json) terminal.object({ error: problemJson(problem, terminal.language) })
  printProblems([problem], terminal)
  return code
}
