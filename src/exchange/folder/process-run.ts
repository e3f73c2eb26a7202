import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createProblemTally, type ProblemTally } from '../../bitrix24/import-csv/problem-tally.ts'
import { numberedName } from '../../folder/archive.ts'
import { tempName } from '../../folder/our-names.ts'
import { quarantine } from '../../folder/quarantine.ts'
import type { Message, Run } from '../../ledger/message.ts'
import { type OpenedInput, openInput } from '../../onec/read/open-input.ts'
import type { AnswerHead } from '../../onec/write/answer.ts'
import { describe, describePlace } from '../../problems/describe.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import { localIso } from '../clock.ts'
import type { ImportFileFacts } from '../import-set.ts'
import { readOptions } from '../read-options.ts'
import { createRoutes } from '../routes.ts'
import { type SetAnswer, workOffSet } from '../work-set.ts'
import type { Home } from './home.ts'
import { exists } from './keep-message.ts'
import { publishSet } from './publish-set.ts'
import { refusedHead, repeatHead, workedHead, writeAnswers } from './write-answers.ts'

export interface ProcessedRun {
  readonly run: number
  /** One for each message; none where the run could not be finished, see `problems`, and will be done again. */
  readonly answers: readonly AnswerHead[]
  /** Folder with the import files of this run, null where there was nothing to import. */
  readonly importFolder: string | null
  readonly files: readonly ImportFileFacts[]
  readonly problems: readonly Problem[]
  readonly tally: ProblemTally
}

/** Ends the transaction of a run that cannot be finished now: it stays open, and the next start does it again. */
class Interrupted extends Error {
  readonly problem: Problem

  constructor(reason: Problem) {
    super(reason.code)
    this.problem = reason
  }
}

export interface RunHooks {
  /** Files that were refused before with a reason of their own (never finished). */
  readonly incomplete: ReadonlyMap<number, Problem>
  progress?(rows: number): void
}

/**
 * Works off the messages of one run. What it remembers, and that it is done, becomes lasting together at the end: after a
 * crash the same run is simply done again, to the same files and answers (DESIGN.md §3.8).
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
  const problems: Problem[] = []
  const opened: { message: Message; input: OpenedInput }[] = []
  const spools: Pick<SetAnswer, 'close'>[] = []
  try {
    return await ledger.atomically(async () => {
      const times = () => ({ startedAt: run.startedAt, finishedAt: localIso(home.clock()) })
      const answers: AnswerHead[] = []
      const answer = async (message: Message, head: AnswerHead, lines: Parameters<typeof writeAnswers>[2] = () => []) => {
        const written = await writeAnswers(folders.out, head, lines, settings.answer)
        const full = written.find(({ code }) => code === 'folder.disk-full')
        if (full !== undefined) throw new Interrupted(full)
        problems.push(...written)
        await ledger.answered(message.number, head.verdict, { counts: head.counts, rows: head.rows, problem: head.problem })
        answers.push(head)
      }
      for (const message of await ledger.messagesOfRun(run.number)) {
        if (message.repeatOf !== null) {
          await answer(message, repeatHead(message, message.repeatOf, times(), language))
          continue
        }
        const path = await placeOf(home, message)
        if (!(await exists(path))) {
          const lost = problem('exchange.kept-lost', { path }, { file: message.name })
          problems.push(lost)
          await answer(message, refusedHead(message, lost, times(), language))
          continue
        }
        const input = await openInput(path, message.name, reading)
        problems.push(...input.facts.warnings.map((found) => ({ ...found, place: { file: message.name, ...found.place } })))
        const reason = input.facts.error ?? hooks.incomplete.get(message.number) ?? null
        if (reason === null) {
          opened.push({ message, input })
          continue
        }
        await input.close()
        problems.push({ ...reason, place: { file: message.name, ...reason.place } })
        await answer(message, refusedHead(message, reason, times(), language))
        problems.push(...(await setAside(home, message, path, reason)))
      }
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
      problems.push(...result.problems)
      const placed = result.files.length === 0 ? null : await publishSet(home, run, temp, result)
      if (placed?.kind === 'failed') throw new Interrupted(placed.problem)
      for (const { message } of opened) {
        const spool = result.answers.get(message.number)!
        await answer(message, workedHead(message, spool, times()), () => spool.lines())
      }
      await ledger.finishRun(run.number, localIso(home.clock()), summaryOf(answers))
      return {
        run: run.number,
        answers: answers.sort((a, b) => a.message - b.message),
        importFolder: placed?.path ?? null,
        files: result.files,
        problems,
        tally: result.tally,
      }
    })
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    const nothing = { importFolder: null, answers: [], files: [], tally: createProblemTally() }
    return { ...nothing, run: run.number, problems: [...problems, error.problem] }
  } finally {
    for (const { input } of opened) await input.close()
    for (const spool of spools) await spool.close()
    await rm(temp, { recursive: true, force: true })
  }
}

// Set aside by a run that did not live to say so: the bytes are in `failed/` then.
async function placeOf(home: Home, message: Message): Promise<string> {
  const aside = join(home.folders.failed, numberedName(message.number, message.name))
  return !(await exists(message.keptAt)) && (await exists(aside)) ? aside : message.keptAt
}

async function setAside(home: Home, message: Message, path: string, reason: Problem): Promise<readonly Problem[]> {
  const { language } = home.settings
  const words = describe(reason, language)
  const place = describePlace(reason.place, language)
  if (path.startsWith(home.folders.failed)) return []
  const moved = await quarantine(path, home.folders.failed, {
    number: message.number,
    name: message.name,
    reason: { code: reason.code, ...words, place },
    language,
  })
  if (moved.kind === 'failed') return [moved.problem]
  await home.ledger.setKeptAt(message.number, moved.path)
  return []
}

function summaryOf(answers: readonly AnswerHead[]): Readonly<Record<string, number>> {
  const summary: Record<string, number> = { files: answers.length, rows: 0, filesRefused: 0 }
  for (const { counts, rows, verdict } of answers) {
    summary['rows']! += rows
    if (verdict === 'refused') summary['filesRefused']! += 1
    for (const [action, count] of Object.entries(counts)) if (count > 0) summary[action] = (summary[action] ?? 0) + count
  }
  return summary
}
