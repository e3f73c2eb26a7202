import type { Message, Run } from '../../ledger/message.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import { localIso } from '../clock.ts'
import { backStatus } from '../outgoing/back-status.ts'
import { type OutgoingRound, workOutgoing } from '../outgoing/outgoing-round.ts'
import type { WayReport } from '../outgoing/way-report.ts'
import { hasEndedWait, hasLeftOver } from '../portal/stage/left-over.ts'
import { breakRun, isBug } from './break-run.ts'
import type { Home } from './home.ts'
import { noteReason } from './note-reason.ts'
import { processPortalRun } from './process-portal-run.ts'
import { type ProcessedRun, processRun } from './process-run.ts'
import { writeStatus } from './status.ts'
import { type Taken, takeInputs } from './take-inputs.ts'
import { writeLinkList } from './write-link-list.ts'

export interface ExchangeReport {
  readonly runs: readonly ProcessedRun[]
  readonly waiting: number
  /** Input folders that were not to be reached. */
  readonly gone: number
  readonly problems: readonly Problem[]
  /** The ways back to 1C, in the order of the settings. */
  readonly outgoing: readonly WayReport[]
  /** A run was begun and could not be finished: the next start goes on with it. */
  readonly unfinished: boolean
}

export interface ExchangeHooks {
  /** Look twice, with the quiet time between (a run by schedule). */
  readonly patient: boolean
  /** What a person has decided about a plan that the brake stopped. */
  readonly decision?: 'allow' | 'discard' | undefined
  progress?(rows: number): void
  cards?(count: number): void
}

/**
 * One round of the exchange: finish the run that a crash cut short, take what is ready, work it off, answer. Starting it
 * again is the only recovery there is. The caller holds the lock.
 */
export async function runExchange(home: Home, hooks: ExchangeHooks): Promise<ExchangeReport> {
  try {
    return await oneRound(home, hooks)
  } finally {
    await home.releasePortal()
  }
}

async function oneRound(home: Home, hooks: ExchangeHooks): Promise<ExchangeReport> {
  const { ledger } = home
  const runs: ProcessedRun[] = []
  const begun = await ledger.openRun()
  if (begun !== null) runs.push(await work(home, begun, hooks, null))
  // Whatever became of it, what 1C has written is taken: it forgets a change once the file is there (DESIGN.md §3.4).
  const taken = await takeInputs(home, hooks.patient)
  for (const numbers of setsOf(await ledger.takenMessages())) {
    if ((await ledger.openRun()) !== null) break
    runs.push(await work(home, await ledger.beginRun(localIso(home.clock()), numbers), hooks, taken))
  }
  if (await hasWaiting(home)) {
    runs.push(await work(home, await ledger.beginRun(localIso(home.clock()), [], 'retry'), hooks, null))
  }
  const back = await workOutgoing(home)
  return closeRound(home, runs, taken, back)
}

/** What follows the runs of a round, or the one run that a person asked for: the list of links, and the state of the exchange. */
export async function closeRound(
  home: Home,
  runs: readonly ProcessedRun[],
  { waiting, gone, problems }: Pick<Taken, 'waiting' | 'gone' | 'problems'> = { waiting: 0, gone: 0, problems: [] },
  back: OutgoingRound = { ways: [], problems: [], isUnfinished: false },
): Promise<ExchangeReport> {
  const listed = runs.length > 0 ? await writeLinkList(home) : []
  const report = {
    runs,
    waiting,
    gone,
    problems: [...problems, ...runs.flatMap((run) => run.problems), ...listed, ...back.problems],
    outgoing: back.ways,
    unfinished: (await home.ledger.openRun()) !== null || back.isUnfinished,
  }
  await writeFinalStatus(home, report)
  return report
}

/** What is new is one set. Files that a broken run has let go are tried one by one (`break-run.ts`). */
function setsOf(messages: readonly Message[]): readonly (readonly number[])[] {
  const fresh = messages.filter(({ run }) => run === null)
  const again = messages.filter(({ run }) => run !== null)
  return [...again.map(({ number }) => [number]), ...(fresh.length > 0 ? [fresh.map(({ number }) => number)] : [])]
}

/** Works off one run. A fault of the program that comes back every time ends the run, so that it cannot block the exchange for good. */
export async function work(home: Home, run: Run, hooks: ExchangeHooks, taken: Taken | null): Promise<ProcessedRun> {
  try {
    return await workOnce(home, run, hooks, taken)
  } catch (error) {
    await noteThrown(home, run, error)
    if (!isBug(error) || (await home.ledger.noteFault(run.number)) < faultsAllowed) throw error
    return breakRun(home, run, error)
  }
}

const faultsAllowed = 3

// What stopped the run, a full disk or a locked database, may well stop this note too.
async function noteThrown(home: Home, run: Run, error: unknown): Promise<void> {
  const detail = error instanceof Error ? error.message : String(error)
  const reason = problem(isBug(error) ? 'exchange.fault' : 'exchange.obstacle', { detail })
  await noteReason(home, run, reason).catch(() => undefined)
}

/** Works off one run the way the settings want it. */
async function workOnce(home: Home, run: Run, hooks: ExchangeHooks, taken: Taken | null): Promise<ProcessedRun> {
  const { ledger, settings } = home
  if (run.failure !== undefined) await ledger.noteFailure(run.number, null)
  const total = (await ledger.messagesOfRun(run.number)).length
  const waiting = taken?.waiting ?? 0
  const lastMessage = await ledger.lastMessageNumber()
  const back = await backStatus(home)
  await writeStatus(home, { state: 'progress', run: run.number, done: 0, failed: 0, waiting, total, lastMessage, ...back })
  const runHooks = {
    incomplete: taken?.incomplete ?? new Map<number, Problem>(),
    ...(hooks.progress === undefined ? {} : { progress: hooks.progress }),
  }
  // A run that has begun on the portal ends there, whatever the settings say by now.
  const isForFiles = settings.target === 'csv' && run.direction === 'in' && run.stage === 'reading'
  if (isForFiles) return processRun(home, run, runHooks)
  const { decision, cards } = hooks
  return processPortalRun(home, run, { ...runHooks, decision, ...(cards === undefined ? {} : { cards }) })
}

// A card that waits is tried again as soon as what it lacked is there, and a request of unknown outcome is looked up at every start. The
// ledger is asked, because the start that left them behind may have been cut short.
async function hasWaiting({ ledger, settings }: Home): Promise<boolean> {
  if (settings.target !== 'portal' || (await ledger.openRun()) !== null) return false
  return (await hasLeftOver(ledger, 'unknown')) || (await hasEndedWait(ledger))
}

async function writeFinalStatus(home: Home, { runs, waiting, gone, unfinished }: ExchangeReport): Promise<void> {
  const answers = runs.flatMap((run) => run.answers)
  const failed = answers.filter(({ verdict }) => verdict === 'refused').length
  const number = runs.at(-1)?.run ?? (await home.ledger.runs(1))[0]?.number ?? 0
  await writeStatus(home, {
    state: failed > 0 || gone > 0 || unfinished ? 'failure' : 'success',
    run: number,
    done: answers.length - failed,
    failed,
    waiting,
    total: answers.length,
    lastMessage: await home.ledger.lastMessageNumber(),
    ...(await backStatus(home)),
    ...(gone > 0 ? { gone } : {}),
    interrupted: unfinished,
    stopped: runs.some(({ plan }) => plan !== null && plan.brake !== null),
    refusedRows: answers.reduce((sum, { counts }) => sum + counts.refused, 0),
  })
}
