import type { PortalClient } from '../bitrix24/client/portal-client.ts'
import { fieldNamed } from '../bitrix24/crm/find-field.ts'
import type { Directories } from '../bitrix24/crm/load-directories.ts'
import { exchangesOf } from '../exchange/folder/home.ts'
import { checkPortal, type PortalCheck, type PortalFinding } from '../exchange/portal/check/check-portal.ts'
import { createFields, missingFields } from '../exchange/portal/check/create-fields.ts'
import type { MissingField } from '../exchange/portal/check/field-problems.ts'
import { entityWords } from '../exchange/portal/entity-words.ts'
import { entryOf } from '../problems/describe.ts'
import { type Problem, problem } from '../problems/problem.ts'
import { printProblems } from '../report/problem-lines.ts'
import { textTable } from '../report/table.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { ledgerToRead } from './ledger-to-read.ts'
import type { LoadedSettings } from './load-settings.ts'
import { openPortal } from './open-portal.ts'

export interface PortalChecked {
  readonly problems: readonly Problem[]
  /** Fields that were made on the portal. */
  readonly created: readonly MissingField[]
  /** What the check is worth, as an exit code. */
  readonly code: ExitCode
}

/**
 * The part of `obmen24 check` that asks the portal: tells what was found, line by line. `create`: fields that the settings name by
 * code and the portal lacks are made first, and looked for again.
 */
export async function checkPortalOf(loaded: LoadedSettings, { create }: { readonly create: boolean }): Promise<PortalChecked> {
  const opened = await openPortal(loaded, { command: 'check', use: create ? 'exchange' : 'look' })
  if (opened.kind !== 'open') return unreachable(opened.problem, loaded)
  const { client } = opened
  try {
    const { settings, terminal } = loaded
    const setup = { settings, exchanges: exchangesOf(settings), links: await linksOf(loaded), language: terminal.language }
    const first = await checkPortal(client, setup)
    if (first.kind === 'failed') return unreachable(first.problem, loaded)
    const made = create ? await createMissing(client, first.directories, loaded) : nothingMade
    const checked = made.created.length > 0 ? await checkPortal(client, setup) : first
    if (checked.kind === 'failed') return unreachable(checked.problem, loaded)
    tellFindings(client.address, checked, loaded)
    printProblems(opened.problems, loaded.terminal)
    const problems = [...opened.problems, ...made.problems, ...checked.findings.flatMap((finding) => finding.problems)]
    const created = made.created.filter((field) => fieldNamed(checked.directories, field.entity, field.name) !== null)
    return { problems, created, code: problems.some(isError) ? exitCodes.usage : exitCodes.done }
  } finally {
    await opened.close()
  }
}

const nothingMade = { created: [], problems: [] } as const

/** Says which fields it makes before it makes them: they are there for everybody who works on the portal. */
async function createMissing(
  client: PortalClient,
  directories: Directories,
  { settings, terminal }: LoadedSettings,
): Promise<Pick<PortalChecked, 'created' | 'problems'>> {
  const words = texts[terminal.language]
  const missing = missingFields(directories, settings, exchangesOf(settings))
  if (missing.length === 0) {
    terminal.say(words.nothingToCreate)
    return nothingMade
  }
  if (!directories.isAdmin) {
    const problems = [problem('check.create-needs-admin', { user: directories.userId })]
    printProblems(problems, terminal)
    return { created: [], problems }
  }
  terminal.say(words.creating)
  const { language } = terminal
  for (const { entity, name, label } of missing)
    terminal.say(`  ${words.field(name, label, entityWords(entity, directories, language))}`)
  const problems = await createFields(client, directories, missing, language)
  printProblems(problems, terminal)
  return { created: missing, problems }
}

function tellFindings(
  address: string,
  { directories, findings }: Extract<PortalCheck, { kind: 'looked' }>,
  loaded: LoadedSettings,
): void {
  const { terminal, settings } = loaded
  const words = texts[terminal.language]
  terminal.say(words.portal(address, directories.userId, directories.isAdmin))
  const shown = findings.filter(({ what }) => what !== 'import' || !settings.portal.automation)
  const lines = textTable(shown.map((finding) => [markOf(finding, loaded), words.findings[finding.what]]))
  for (const [at, { problems }] of shown.entries()) {
    terminal.say(lines[at]!)
    printProblems(problems, terminal)
  }
}

function unreachable(found: Problem, { terminal }: LoadedSettings): PortalChecked {
  terminal.say(`${terminal.colors.red('✗')} ${texts[terminal.language].failed}`)
  printProblems([found], terminal)
  return { problems: [found], created: [], code: entryOf(found).retry ? exitCodes.temporary : exitCodes.usage }
}

async function linksOf(loaded: LoadedSettings): Promise<number> {
  const ledger = ledgerToRead(loaded)
  try {
    const counts = (await ledger?.links.counts()) ?? {}
    return Object.values(counts).reduce((sum, count) => sum + count, 0)
  } finally {
    await ledger?.close()
  }
}

function markOf({ problems }: PortalFinding, { terminal: { colors } }: LoadedSettings): string {
  if (problems.some(isError)) return colors.red('✗')
  return problems.length > 0 ? colors.yellow('!') : colors.green('✓')
}

function isError(found: Problem): boolean {
  return entryOf(found).severity === 'error'
}

const texts = {
  ru: {
    portal: (address: string, user: number, isAdmin: boolean) =>
      `Портал ${address}: вебхук пользователя № ${user}${isAdmin ? ', администратор' : ''}`,
    failed: 'портал',
    nothingToCreate: 'Создавать на портале нечего: все поля с кодами из настроек есть.',
    creating: 'Создаю на портале поля вида «Строка»:',
    field: (name: string, label: string, entity: string) => `${name} «${label}», ${entity}`,
    findings: {
      webhook: 'все карточки видны',
      scope: 'права вебхука: разделы, нужные этим настройкам',
      names: 'поля, воронки и стадии, шаблоны реквизитов, сотрудники и справочники из настроек есть на портале',
      import: 'право на импорт (послан пустой список, ничего не изменено)',
      originator: 'метка базы 1С свободна или своя',
    },
  },
  en: {
    portal: (address: string, user: number, isAdmin: boolean) =>
      `Portal ${address}: webhook of user ${user}${isAdmin ? ', an administrator' : ''}`,
    failed: 'portal',
    nothingToCreate: 'Nothing to make on the portal: it has every field whose code the settings give.',
    creating: 'Making text fields on the portal:',
    field: (name: string, label: string, entity: string) => `${name} "${label}", ${entity}`,
    findings: {
      webhook: 'every card can be seen',
      scope: 'scopes of the webhook: those that these settings need',
      names: 'fields, pipelines and stages, templates, users and directory values of the settings exist on the portal',
      import: 'right to import (an empty list was sent, nothing was changed)',
      originator: 'the mark of the 1C base is free, or our own',
    },
  },
}
