import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createProblemTally, type ProblemTally } from '../../bitrix24/import-csv/problem-tally.ts'
import { tempName } from '../../folder/our-names.ts'
import type { Run } from '../../ledger/message.ts'
import type { AnswerHead } from '../../onec/write/answer.ts'
import type { Problem } from '../../problems/problem.ts'
import { localIso } from '../clock.ts'
import type { ImportFileFacts } from '../import-set.ts'
import type { PlanSummary } from '../portal/plan/plan-summary.ts'
import { readOptions } from '../read-options.ts'
import { createRoutes } from '../routes.ts'
import { type SetAnswer, workOffSet } from '../work-set.ts'
import type { Home } from './home.ts'
import { Interrupted, openDesk, summaryOf } from './message-desk.ts'
import { noteReason } from './note-reason.ts'
import { type OpenedMessage, openMessages } from './open-messages.ts'
import { publishSet } from './publish-set.ts'
import { workedHead } from './write-answers.ts'

export interface ProcessedRun {
  readonly run: number
  /** One for each message; none where the run could not be finished, see `problems`, and goes on at the next start. */
  readonly answers: readonly AnswerHead[]
  /** Folder with the import files of this run, null where there was nothing to import. */
  readonly importFolder: string | null
  readonly files: readonly ImportFileFacts[]
  readonly problems: readonly Problem[]
  readonly tally: ProblemTally
  /** What was planned for the portal, null where nothing was; its `brake` tells that the run stands still until a person decides. */
  readonly plan: PlanSummary | null
}

export interface RunHooks {
  /** Files that were refused before with a reason of their own (never finished). */
  readonly incomplete: ReadonlyMap<number, Problem>
  /** For a plan: nothing is moved or answered. */
  readonly dry?: boolean
  progress?(rows: number): void
}

/**
 * Works off the messages of one run into import files. What it remembers, and that it is done, becomes lasting together at
 * the end: after a crash the same run is simply done again, to the same files and answers (DESIGN.md §3.8).
 */
export async function processRun(home: Home, run: Run, hooks: RunHooks): Promise<ProcessedRun> {
  const { ledger, settings, folders } = home
  const { language } = settings
  await rm(folders.scratch, { recursive: true, force: true })
  await mkdir(folders.scratch, { recursive: true })
  await mkdir(folders.import, { recursive: true })
  const routes = createRoutes(home.exchanges)
  const reading = readOptions(settings, routes)
  const temp = join(folders.import, tempName())
  const desk = openDesk(home, run)
  const opened: OpenedMessage[] = []
  const spools: Pick<SetAnswer, 'close'>[] = []
  try {
    return await ledger.atomically(async () => {
      await openMessages(home, run, reading, desk, { incomplete: hooks.incomplete, opened, dry: false })
      const result = await workOffSet(
        opened.map(({ message, input }) => ({ message: message.number, input })),
        {
          settings,
          exchanges: home.exchanges,
          routes,
          reading,
          ledger,
          language,
          importFolder: temp,
          spoolFolder: folders.scratch,
          at: run.startedAt,
          ...(hooks.progress === undefined ? {} : { progress: hooks.progress }),
        },
      )
      spools.push(...result.answers.values())
      desk.problems.push(...result.problems)
      const placed = result.files.length === 0 ? null : await publishSet(home, run, temp, result)
      if (placed?.kind === 'failed') throw new Interrupted(placed.problem)
      for (const { message } of opened) {
        const spool = result.answers.get(message.number)!
        await desk.answer(message, workedHead(message, spool, desk.times()), () => spool.lines())
      }
      await ledger.finishRun(run.number, localIso(home.clock()), summaryOf(desk.answers))
      return {
        run: run.number,
        answers: desk.answers.sort((a, b) => a.message - b.message),
        importFolder: placed?.path ?? null,
        files: result.files,
        problems: desk.problems,
        tally: result.tally,
        plan: null,
      }
    })
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    await noteReason(home, run, error.problem)
    return { ...unfinished(run), problems: [...desk.problems, error.problem] }
  } finally {
    for (const { input } of opened) await input.close()
    for (const spool of spools) await spool.close()
    await rm(temp, { recursive: true, force: true })
  }
}

/** A run that could not be finished now. */
export function unfinished(run: Run): Omit<ProcessedRun, 'problems'> {
  return { run: run.number, importFolder: null, answers: [], files: [], tally: createProblemTally(), plan: null }
}
