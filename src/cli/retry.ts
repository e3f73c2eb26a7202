import { retryExchange } from '../exchange/folder/retry-exchange.ts'
import { problem } from '../problems/problem.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import { showCardsDone } from '../report/rows-done.ts'
import { runJson, runLines } from '../report/run-report.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodeOf } from './exit-code-of.ts'
import { exitCodes } from './exit-codes.ts'
import { inHome } from './in-home.ts'

/** `obmen24 retry [DIR]`: tries again the cards that were refused, doubtful or waiting, as 1C told them last. */
export async function retry(context: CommandContext, { dir }: { dir: string | undefined }): CommandResult {
  return inHome(context, dir, 'retry', async ({ loaded: { terminal }, opened: { home }, log }) => {
    const retried = await retryExchange(home, { patient: false, cards: showCardsDone(terminal) })
    terminal.progress('')
    if (retried.kind === 'busy') {
      const open = problem('plan.run-open', { run: retried.run })
      if (terminal.json) terminal.object({ error: problemJson(open, terminal.language) })
      printProblems([open], terminal)
      return exitCodes.temporary
    }
    const runs = retried.kind === 'run' ? [retried.processed] : []
    const problems = runs.flatMap((each) => each.problems)
    const report = { runs, waiting: 0, gone: 0, problems, outgoing: [], unfinished: (await home.ledger.openRun()) !== null }
    log.report(report)
    if (terminal.json) terminal.object(runJson(report, terminal.language))
    printProblems(problems, terminal)
    if (runs.length === 0) terminal.say(texts[terminal.language])
    else for (const line of runLines(report, terminal, home.folders)) terminal.say(line)
    return exitCodeOf(report)
  })
}

const texts = { ru: 'Повторять нечего: всё принятое применено.', en: 'Nothing to retry: all that was taken is applied.' }
