import type { Ledger } from '../ledger/ledger.ts'
import type { Message } from '../ledger/message.ts'
import { problem } from '../problems/problem.ts'
import { type FileStory, historyLines, type RunStory, runStoryJson, runStoryLines, runsJson } from '../report/history-report.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodes } from './exit-codes.ts'
import { ledgerToRead } from './ledger-to-read.ts'
import { loadSettings } from './load-settings.ts'

export interface HistoryArguments {
  readonly number: number | undefined
  readonly dir: string | undefined
  readonly limit: number
}

/** `obmen24 history [RUN] [DIR]`: what exchanges there were and how they ended, or one of them in detail. */
export async function history(context: CommandContext, { number, dir, limit }: HistoryArguments): CommandResult {
  const loaded = await loadSettings(context, dir)
  if (loaded === null) return exitCodes.usage
  const { terminal } = loaded
  const ledger = ledgerToRead(loaded)
  try {
    if (number === undefined) {
      const runs = (await ledger?.runs(limit)) ?? []
      if (terminal.json) terminal.object(runsJson(runs))
      for (const line of historyLines(runs, terminal)) if (!terminal.json) terminal.out(line)
      return exitCodes.done
    }
    const story = ledger === null ? null : await storyOf(ledger, number)
    if (story === null) {
      const found = problem('plan.no-such-run', { run: number })
      if (terminal.json) terminal.object({ error: problemJson(found, terminal.language) })
      printProblems([found], terminal)
      return exitCodes.usage
    }
    if (terminal.json) terminal.object(runStoryJson(story))
    else for (const line of runStoryLines(story, terminal)) terminal.out(line)
    return exitCodes.done
  } finally {
    await ledger?.close()
  }
}

async function storyOf(ledger: Ledger, number: number): Promise<RunStory | null> {
  const run = await ledger.runByNumber(number)
  if (run === null) return null
  const messages = await ledger.messagesOfRun(number)
  return {
    run,
    files: await Promise.all(messages.map((message) => fileOf(ledger, message))),
    cards: await ledger.cards.counts(number),
    operations: await ledger.operations.counts(number),
  }
}

/** What the exchange noted when it answered the file. */
interface Noted {
  readonly counts?: FileStory['counts']
  readonly rows?: number
  readonly problem?: FileStory['problem']
}

async function fileOf(ledger: Ledger, message: Message): Promise<FileStory> {
  const { counts = {}, rows = null, problem = null } = ((await ledger.answerOf(message.number)) ?? {}) as Noted
  return { message, counts, rows, problem }
}
