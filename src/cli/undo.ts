import { undoExchange } from '../exchange/folder/undo-exchange.ts'
import { doneCards } from '../exchange/portal/answer/done-cards.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import { undoJson, undoLines } from '../report/undo-report.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodes } from './exit-codes.ts'
import { inHome } from './in-home.ts'

interface UndoArguments {
  readonly dir: string | undefined
  readonly number: number
}

/** `obmen24 undo RUN [DIR]`: takes back what a run did on the portal, where nobody has touched it since; tells what it left. */
export async function undo(context: CommandContext, { dir, number }: UndoArguments): CommandResult {
  return inHome(context, dir, 'undo', async ({ loaded: { terminal }, opened: { home } }) => {
    const undone = await undoExchange(home, number, { patient: false })
    if (undone.kind === 'refused') {
      if (terminal.json) terminal.object({ error: problemJson(undone.problem, terminal.language) })
      printProblems([undone.problem], terminal)
      return exitCodes.usage
    }
    printProblems(undone.processed.problems, terminal)
    const unfinished = (await home.ledger.openRun()) !== null
    const report = { number, run: undone.run, unfinished, cards: () => doneCards(home.ledger, undone.run) }
    if (terminal.json) terminal.object(await undoJson(report))
    for await (const line of undoLines(report, terminal)) terminal.say(line)
    return unfinished ? exitCodes.temporary : exitCodes.done
  })
}
