import { exchangesOf } from '../exchange/folder/home.ts'
import { checkPortal, type PortalFinding } from '../exchange/portal/check/check-portal.ts'
import { entryOf } from '../problems/describe.ts'
import type { Problem } from '../problems/problem.ts'
import { printProblems } from '../report/problem-lines.ts'
import { textTable } from '../report/table.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { ledgerToRead } from './ledger-to-read.ts'
import type { LoadedSettings } from './load-settings.ts'
import { openPortal } from './open-portal.ts'

export interface PortalChecked {
  readonly problems: readonly Problem[]
  /** What the check is worth, as an exit code. */
  readonly code: ExitCode
}

/** The part of `obmen24 check` that asks the portal: tells what was found, line by line. */
export async function checkPortalOf(loaded: LoadedSettings): Promise<PortalChecked> {
  const { terminal } = loaded
  const opened = await openPortal(loaded, { command: 'check', use: 'look' })
  if (opened.kind !== 'open') return unreachable(opened.problem, loaded)
  const { client } = opened
  try {
    const { settings } = loaded
    const checked = await checkPortal(client, { settings, exchanges: exchangesOf(settings), links: await linksOf(loaded) })
    if (checked.kind === 'failed') return unreachable(checked.problem, loaded)
    const words = texts[terminal.language]
    const { directories, findings } = checked
    terminal.say(words.portal(client.address, directories.userId, directories.isAdmin))
    const shown = findings.filter(({ what }) => what !== 'import' || !settings.portal.automation)
    const lines = textTable(shown.map((finding) => [markOf(finding, loaded), words.findings[finding.what]]))
    for (const [at, { problems }] of shown.entries()) {
      terminal.say(lines[at]!)
      printProblems(problems, terminal)
    }
    printProblems(opened.problems, terminal)
    const problems = [...opened.problems, ...findings.flatMap((finding) => finding.problems)]
    return { problems, code: problems.some(isError) ? exitCodes.usage : exitCodes.done }
  } finally {
    await opened.close()
  }
}

function unreachable(found: Problem, { terminal }: LoadedSettings): PortalChecked {
  terminal.say(`${terminal.colors.red('✗')} ${texts[terminal.language].failed}`)
  printProblems([found], terminal)
  return { problems: [found], code: entryOf(found).retry ? exitCodes.temporary : exitCodes.usage }
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
    findings: {
      webhook: 'все карточки видны',
      scope: 'права вебхука: crm, пользователи',
      names: 'поля, шаблоны реквизитов, сотрудники и справочники из настроек есть на портале',
      import: 'право на импорт (послан пустой список, ничего не изменено)',
      originator: 'метка базы 1С свободна или своя',
    },
  },
  en: {
    portal: (address: string, user: number, isAdmin: boolean) =>
      `Portal ${address}: webhook of user ${user}${isAdmin ? ', an administrator' : ''}`,
    failed: 'portal',
    findings: {
      webhook: 'every card can be seen',
      scope: 'scopes of the webhook: crm, users',
      names: 'fields, templates, users and directory values of the settings exist on the portal',
      import: 'right to import (an empty list was sent, nothing was changed)',
      originator: 'the mark of the 1C base is free, or our own',
    },
  },
}
