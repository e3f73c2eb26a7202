import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ProblemTally } from '../bitrix24/import-csv/problem-tally.ts'
import { openSqliteLedger } from '../ledger/sqlite-ledger.ts'
import { type OpenedInput, openInput } from '../onec/read/open-input.ts'
import type { AnswerHead } from '../onec/write/answer.ts'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'
import type { Exchange, Settings } from '../settings/settings.ts'
import { type Clock, localIso, systemClock } from './clock.ts'
import { refusedHead, workedHead, writeAnswers } from './folder/write-answers.ts'
import { type ImportFileFacts, importFileNames } from './import-set.ts'
import { writeInstructions } from './instructions.ts'
import { readOptions } from './read-options.ts'
import { createRoutes } from './routes.ts'
import { type SetAnswer, workOffSet } from './work-set.ts'

export interface ConvertOptions {
  readonly settings: Settings
  readonly exchanges: readonly Exchange[]
  readonly language: Language
  readonly out: string
  /** Encoding of files that do not say theirs, over that of the settings. */
  readonly encoding?: string | undefined
  readonly clock?: Clock
  progress?(rows: number): void
}

export interface Converted {
  readonly out: string
  readonly answers: readonly AnswerHead[]
  readonly files: readonly ImportFileFacts[]
  readonly problems: readonly Problem[]
  /** What was reported about single cards, counted; the first of each kind kept. */
  readonly tally: ProblemTally
}

/**
 * Converts files as one set: goods, prices and sections may stand in different ones. Import files, the operator's page
 * and an answer for every input go to `out`. Nothing is remembered: the same call gives the same files.
 */
export async function convertFiles(paths: readonly string[], options: ConvertOptions): Promise<Converted> {
  const { settings, exchanges, language, out, clock = systemClock } = options
  const startedAt = localIso(clock())
  const routes = createRoutes(exchanges)
  const usual = readOptions(settings, routes)
  const reading = options.encoding === undefined ? usual : { ...usual, encoding: options.encoding }
  const scratch = await mkdtemp(join(tmpdir(), 'obmen24-'))
  const ledger = openSqliteLedger(join(scratch, 'ledger.sqlite'), 'scratch')
  const opened: { number: number; name: string; input: OpenedInput }[] = []
  const spools: Pick<SetAnswer, 'close'>[] = []
  const problems: Problem[] = []
  const answers: AnswerHead[] = []
  const names = new Set<string>()
  const times = () => ({ startedAt, finishedAt: localIso(clock()) })
  try {
    await mkdir(out, { recursive: true })
    for (const [index, path] of paths.entries()) {
      const name = uniqueName(basename(path), names)
      names.add(name.toLowerCase())
      const input = await openInput(path, name, reading)
      problems.push(...input.facts.warnings.map((found) => ({ ...found, place: { file: name, ...found.place } })))
      if (input.facts.error === null) {
        opened.push({ number: index + 1, name, input })
        continue
      }
      await input.close()
      const error = { ...input.facts.error, place: { file: name, ...input.facts.error.place } }
      problems.push(error)
      const head = refusedHead(
        { number: index + 1, name, sha256: input.facts.sha256, bytes: input.facts.bytes },
        error,
        times(),
        language,
      )
      problems.push(...(await writeAnswers(out, head, () => [], settings.answer)))
      answers.push(head)
    }
    const result = await ledger.atomically(() =>
      workOffSet(
        opened.map(({ number, input }) => ({ message: number, input })),
        {
          settings,
          exchanges,
          routes,
          reading,
          ledger,
          language,
          importFolder: out,
          spoolFolder: scratch,
          at: startedAt,
          ...(options.progress === undefined ? {} : { progress: options.progress }),
        },
      ),
    )
    spools.push(...result.answers.values())
    problems.push(...result.problems)
    await removeStale(out, result.files)
    if (result.files.length > 0)
      await writeInstructions(out, { settings: { ...settings, language }, exchanges, files: result.files, tally: result.tally })
    for (const { number, name, input } of opened) {
      const spool = result.answers.get(number)!
      const head = workedHead({ number, name, sha256: input.facts.sha256, bytes: input.facts.bytes }, spool, times())
      problems.push(...(await writeAnswers(out, head, () => spool.lines(), settings.answer)))
      answers.push(head)
    }
    return { out, answers: answers.sort((a, b) => a.message - b.message), files: result.files, problems, tally: result.tally }
  } finally {
    for (const { input } of opened) await input.close()
    for (const spool of spools) await spool.close()
    await ledger.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

/** In lower case, because Windows takes `A.xml` and `a.xml` for one file. */
function uniqueName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name
  for (let count = 2; ; count += 1) if (!taken.has(`${count} ${name}`.toLowerCase())) return `${count} ${name}`
}

/** An earlier conversion into the same folder may have made files that this one has nothing for: nobody must upload them. */
async function removeStale(out: string, files: readonly ImportFileFacts[]): Promise<void> {
  const made = new Set(files.map(({ name }) => name))
  const stale = Object.values(importFileNames).filter((name) => !made.has(name))
  for (const name of stale) await rm(join(out, name), { force: true })
}
