import { problemOf } from '../bitrix24/client/explain-error.ts'
import type { NotDone } from '../bitrix24/client/outcome.ts'
import type { PortalClient } from '../bitrix24/client/portal-client.ts'
import type { Directories } from '../bitrix24/crm/directories.ts'
import { type DealDirectories, loadDealDirectories } from '../bitrix24/crm/load-deal-directories.ts'
import { loadDirectories } from '../bitrix24/crm/load-directories.ts'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'
import { fieldsYaml, listsYaml, presetsYaml, stagesYaml, usersYaml } from '../report/portal-yaml.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import type { Terminal } from '../report/terminal.ts'
import type { Settings } from '../settings/settings.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { loadSettings } from './load-settings.ts'
import { openPortal } from './open-portal.ts'

/** What of the portal can be asked for. */
export const portalParts = ['stages', 'fields', 'users', 'presets', 'directories'] as const

export interface PortalArguments {
  readonly what: (typeof portalParts)[number]
  readonly dir: string | undefined
}

/** `obmen24 portal WHAT [DIR]`: what the portal has registered, ready to be pasted into the settings. */
export async function portal(context: CommandContext, { what, dir }: PortalArguments): CommandResult {
  const loaded = await loadSettings(context, dir)
  if (loaded === null) return exitCodes.usage
  const { terminal, settings } = loaded
  const opened = await openPortal(loaded, { command: 'portal', use: 'look' })
  if (opened.kind !== 'open') return failed(opened.problem, terminal, exitCodes.usage)
  try {
    const told = await partOf(what, opened.client, settings, terminal.language)
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
  what: PortalArguments['what'],
  client: PortalClient,
  { bitrix24 }: Settings,
  language: Language,
): Promise<Told | { readonly kind: 'failed'; readonly outcome: NotDone }> {
  const tell = (lines: readonly string[], json: unknown): Told => ({ kind: 'told', lines, json })
  const deals = what === 'stages' || what === 'directories' ? await loadDealDirectories(client) : null
  if (deals?.kind === 'failed') return deals
  if (what === 'stages') return tell(stagesYaml(deals!.directories, language), { pipelines: deals!.directories.pipelines })
  const cards = await loadDirectories(client)
  if (cards.kind === 'failed') return cards
  const { directories } = cards
  switch (what) {
    case 'fields':
      return tell(fieldsYaml(directories, language), { fields: directories.fields })
    case 'users':
      return tell(usersYaml(directories, language), { users: directories.users })
    case 'presets':
      return tell(presetsYaml(directories, bitrix24, language), { presets: directories.presets })
    case 'directories':
      return tell(listsYaml(directories, deals!.directories), listsJson(directories, deals!.directories))
  }
}

function listsJson({ statuses }: Directories, { dealTypes, currencies }: DealDirectories) {
  return { statuses: { ...statuses, DEAL_TYPE: dealTypes }, currencies }
}

function failed(problem: Problem, terminal: Terminal, code: ExitCode): ExitCode {
  if (terminal.json) terminal.object({ error: problemJson(problem, terminal.language) })
  printProblems([problem], terminal)
  return code
}
