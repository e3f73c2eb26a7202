import { homeFolders } from '../exchange/folder/home.ts'
import { unsentOf } from '../exchange/outgoing/unsent.ts'
import { holderNow } from '../folder/lock-holder.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Message } from '../ledger/message.ts'
import { problem } from '../problems/problem.ts'
import { type FileStory, historyLines, type RunStory, runStoryJson, runStoryLines, runsJson } from '../report/history-report.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import { stillUnsent, type UnsentOfWay, unsentByWay } from '../report/unsent-lines.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodes } from './exit-codes.ts'
import { ledgerToRead } from './ledger-to-read.ts'
import { type LoadedSettings, loadSettings } from './load-settings.ts'

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
  const isWorking = isAtWork(loaded)
  try {
    if (number === undefined) {
      const runs = (await ledger?.runs(limit)) ?? []
      const unsent = ledger === null ? [] : await unsentNow(ledger, loaded)
      if (terminal.json) terminal.object({ ...runsJson(runs), unsent: unsentByWay(unsent, terminal.language) })
      else for (const line of [...historyLines(runs, terminal, isWorking), ...stillUnsent(unsent, terminal)]) terminal.out(line)
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
    else for (const line of runStoryLines(story, terminal, isWorking)) terminal.out(line)
    return exitCodes.done
  } finally {
    await ledger?.close()
  }
}

/** Is some other command working off runs in this folder? */
function isAtWork({ settings, root }: LoadedSettings): boolean {
  const holder = holderNow(homeFolders(settings, root).state)
  return holder !== null && workers.has(holder.command)
}

const workers: ReadonlySet<string> = new Set(['run', 'watch', 'retry', 'undo'])

/** What cannot be sent to 1C at present, by the ways back of the settings. */
async function unsentNow(ledger: Ledger, { settings }: LoadedSettings): Promise<readonly UnsentOfWay[]> {
  if (settings.target !== 'portal') return []
  const ways = settings.outgoing.filter(({ enabled }) => enabled)
  const all = await Promise.all(ways.map(async ({ name }) => ({ way: name, unsent: await unsentOf(ledger, name) })))
  return all.filter(({ unsent }) => unsent.length > 0)
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
