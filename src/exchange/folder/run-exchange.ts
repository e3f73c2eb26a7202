import type { Problem } from '../../problems/problem.ts'
import { localIso } from '../clock.ts'
import type { Home } from './home.ts'
import { type ProcessedRun, processRun } from './process-run.ts'
import { writeStatus } from './status.ts'
import { takeInputs } from './take-inputs.ts'

export interface ExchangeReport {
  readonly runs: readonly ProcessedRun[]
  readonly waiting: number
  /** Input folders that were not to be reached. */
  readonly gone: number
  readonly problems: readonly Problem[]
}

export interface ExchangeHooks {
  /** Look twice, with the quiet time between (a run by schedule). */
  readonly patient: boolean
  progress?(rows: number): void
}

/**
 * One round of the exchange: finish the run that a crash cut short, take what is ready, work it off, answer. Starting it
 * again is the only recovery there is. The caller holds the lock.
 */
export async function runExchange(home: Home, hooks: ExchangeHooks): Promise<ExchangeReport> {
  const { ledger } = home
  const runs: ProcessedRun[] = []
  const none: ReadonlyMap<number, Problem> = new Map()
  const unfinished = await ledger.openRun()
  const last = await ledger.lastMessageNumber()
  if (unfinished !== null) {
    await writeStatus(home, {
      state: 'progress',
      run: unfinished.number,
      done: 0,
      failed: 0,
      waiting: 0,
      total: 0,
      lastMessage: last,
    })
    runs.push(await processRun(home, unfinished, { incomplete: none, ...progressOf(hooks) }))
  }
  const taken = await takeInputs(home, hooks.patient)
  const messages = await ledger.takenMessages()
  if (messages.length > 0) {
    const run = await ledger.beginRun(
      localIso(home.clock()),
      messages.map(({ number }) => number),
    )
    const total = messages.length
    await writeStatus(home, {
      state: 'progress',
      run: run.number,
      done: 0,
      failed: 0,
      waiting: taken.waiting,
      total,
      lastMessage: last,
    })
    runs.push(await processRun(home, run, { incomplete: taken.incomplete, ...progressOf(hooks) }))
  }
  const report = {
    runs,
    waiting: taken.waiting,
    gone: taken.gone,
    problems: [...taken.problems, ...runs.flatMap(({ problems }) => problems)],
  }
  await writeFinalStatus(home, report)
  return report
}

function progressOf({ progress }: ExchangeHooks): Pick<ExchangeHooks, 'progress'> {
  return progress === undefined ? {} : { progress }
}

async function writeFinalStatus(home: Home, { runs, waiting, gone }: ExchangeReport): Promise<void> {
  const answers = runs.flatMap((run) => run.answers)
  const failed = answers.filter(({ verdict }) => verdict === 'refused').length
  const interrupted = runs.some((run) => run.answers.length === 0)
  const number = runs.at(-1)?.run ?? (await home.ledger.runs(1))[0]?.number ?? 0
  await writeStatus(home, {
    state: failed > 0 || gone > 0 || interrupted ? 'failure' : 'success',
    run: number,
    done: answers.length - failed,
    failed,
    waiting,
    total: answers.length,
    lastMessage: await home.ledger.lastMessageNumber(),
    ...(gone > 0 ? { gone } : {}),
    interrupted,
    refusedRows: answers.reduce((sum, { counts }) => sum + counts.refused, 0),
  })
}
