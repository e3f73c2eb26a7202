import { pruneHome } from '../exchange/folder/prune.ts'
import { runExchange } from '../exchange/folder/run-exchange.ts'
import { printProblems } from '../report/problem-lines.ts'
import { showCardsDone, showRowsDone } from '../report/rows-done.ts'
import { runJson, runLines } from '../report/run-report.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodeOf } from './exit-code-of.ts'
import { inHome } from './in-home.ts'

interface RunArguments {
  readonly dir: string | undefined
  readonly allowMassChange?: boolean | undefined
  readonly discardPlan?: boolean | undefined
}

/** `obmen24 run [DIR]`: takes all that is ready, works it off and ends; made for a scheduled task. */
export async function run(context: CommandContext, { dir, allowMassChange, discardPlan }: RunArguments): CommandResult {
  return inHome(context, dir, 'run', async ({ loaded: { terminal }, opened, log }) => {
    const report = await runExchange(opened.home, {
      patient: true,
      decision: discardPlan === true ? 'discard' : allowMassChange === true ? 'allow' : undefined,
      progress: showRowsDone(terminal),
      cards: showCardsDone(terminal),
    })
    terminal.progress('')
    const problems = [...opened.problems, ...report.problems, ...(await pruneHome(opened.home))]
    log.report({ ...report, problems })
    if (terminal.json) terminal.object(runJson({ ...report, problems }, terminal.language))
    printProblems(problems, terminal)
    for (const line of runLines(report, terminal, opened.home.folders)) terminal.say(line)
    return exitCodeOf(report)
  })
}
