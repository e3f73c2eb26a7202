import { pruneHome } from '../exchange/folder/prune.ts'
import type { ExchangeReport } from '../exchange/folder/run-exchange.ts'
import { watchExchange } from '../exchange/folder/watch-exchange.ts'
import { openLog } from '../report/log.ts'
import { printProblems } from '../report/problem-lines.ts'
import { showRowsDone } from '../report/rows-done.ts'
import { runJson, runLines } from '../report/run-report.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodes } from './exit-codes.ts'
import { loadSettings } from './load-settings.ts'
import { notOpened } from './not-opened.ts'
import { openHome } from './open-home.ts'

/** `obmen24 watch [DIR]`: stays and works off whatever comes, until Ctrl-C; made for a service. */
export async function watch(context: CommandContext, { dir }: { dir: string | undefined }): CommandResult {
  const loaded = await loadSettings(context, dir)
  if (loaded === null) return exitCodes.usage
  const { terminal, settings } = loaded
  const opened = await openHome(loaded, 'watch')
  if (opened.kind !== 'open') return notOpened(opened, terminal)
  const { home } = opened
  const words = texts[terminal.language]
  let log = openLog(home.folders.logs, settings.logs.level)
  const said = { asked: '[]', quiet: '[]' }
  for (const { path } of home.folders.inputs) terminal.say(words.watching(path))
  printProblems(opened.problems, terminal)
  const round = async (report: ExchangeReport) => {
    terminal.progress('')
    log = log.ofToday()
    // A folder that stays away is told once, not every five seconds.
    const news = JSON.stringify(report.problems)
    // The portal is asked now and then only: what was wrong then is no news the next time.
    const kind = report.outgoing.some(({ poll }) => poll !== 'none') ? 'asked' : 'quiet'
    const isSent = report.outgoing.some(({ documents, forgotten }) => documents + forgotten > 0)
    if (report.runs.length === 0 && news === said[kind] && !isSent) return
    said[kind] = news
    log.report(report)
    if (terminal.json) terminal.object(runJson(report, terminal.language))
    printProblems(report.problems, terminal)
    if (report.runs.length > 0 || isSent) for (const line of runLines(report, terminal, home.folders)) terminal.say(line)
    if (report.runs.length > 0) await pruneHome(home)
  }
  try {
    await watchExchange(home, {
      signal: context.stopSignal(),
      progress: showRowsDone(terminal),
      round,
      watchError: (error) => log.failure(error),
    })
    terminal.say(words.stopped)
    return exitCodes.done
  } catch (error) {
    log.failure(error)
    throw error
  } finally {
    await opened.close()
    await log.close()
  }
}

const texts = {
  ru: {
    watching: (path: string) => `Слежу за папкой ${path}; остановить — Ctrl-C`,
    stopped: 'Остановлено, начатое закончено.',
  },
  en: {
    watching: (path: string) => `Watching ${path}; stop with Ctrl-C`,
    stopped: 'Stopped, what had begun is finished.',
  },
}
