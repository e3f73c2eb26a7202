import { pruneHome } from '../exchange/folder/prune.ts'
import { runExchange } from '../exchange/folder/run-exchange.ts'
import { openLog } from '../report/log.ts'
import { printProblems } from '../report/problem-lines.ts'
import { showRowsDone } from '../report/rows-done.ts'
import { runJson, runLines } from '../report/run-report.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodeOf } from './exit-code-of.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { loadSettings } from './load-settings.ts'
import { notOpened } from './not-opened.ts'
import { openHome } from './open-home.ts'

/** `obmen24 run [DIR]`: takes all that is ready, works it off and ends; made for a scheduled task. */
export async function run(context: CommandContext, { dir }: { dir: string | undefined }): CommandResult {
  const loaded = await loadSettings(context, dir)
  if (loaded === null) return exitCodes.usage
  const { terminal, settings } = loaded
  const opened = await openHome(loaded, 'run')
  if (opened.kind !== 'open') return notOpened(opened, terminal)
  const log = openLog(opened.home.folders.logs, settings.logs.level)
  try {
    const report = await runExchange(opened.home, {
      patient: true,
      progress: showRowsDone(terminal),
    })
    terminal.progress('')
    const problems = [...opened.problems, ...report.problems, ...(await pruneHome(opened.home))]
    log.report({ ...report, problems })
    if (terminal.json) terminal.object(runJson({ ...report, problems }, terminal.language))
    printProblems(problems, terminal)
    for (const line of runLines(report, terminal, opened.home.folders)) terminal.say(line)
    return exitCodeOf(report) satisfies ExitCode
  } catch (error) {
    log.failure(error)
    throw error
  } finally {
    await opened.close()
    await log.close()
  }
}
