import { join } from 'node:path'
import type { Directories } from '../../bitrix24/crm/directories.ts'
import type { InputFile } from '../../folder/input.ts'
import { readLooks } from '../../folder/looks-file.ts'
import type { Run } from '../../ledger/message.ts'
import type { Problem } from '../../problems/problem.ts'
import { localIso } from '../clock.ts'
import type { CardPlan } from '../portal/plan/card-plan.ts'
import { isCrm } from '../portal/plan/open-card.ts'
import { entitiesOf, planRun } from '../portal/plan/plan-run.ts'
import type { PlanSummary } from '../portal/plan/plan-summary.ts'
import { countRowPlans, type RowCounts, type RowPlan, rowPlans } from '../portal/plan/row-plan.ts'
import { plansOf, summarise } from '../portal/plan/summarise.ts'
import { checkSamePortal } from '../portal/same-portal.ts'
import { openSession } from '../portal/session.ts'
import type { Home } from './home.ts'
import { lookAround } from './look-around.ts'
import { openDesk } from './message-desk.ts'
import { brakeFor, reasonOf } from './process-portal-run.ts'
import { stageMessages } from './stage-messages.ts'

export interface PlannedExchange {
  readonly summary: PlanSummary
  /** In the order of the cards, a batch at a time; may be read more than once. */
  cards(): AsyncIterable<readonly CardPlan[]>
  /** Rows that ask for no card, likewise. */
  rows(): AsyncIterable<readonly RowPlan[]>
  readonly rowCounts: RowCounts
  /** Names of the files that the plan is of; empty where it is the plan of a run that was begun. */
  readonly files: readonly string[]
  /** The run that stands still, where the plan is its. */
  readonly run: number | null
  /** What was found on the way there. */
  readonly problems: readonly Problem[]
  /** What is registered on the portal, and its address; null where nothing had to be asked. */
  readonly portal: { readonly directories: Directories; readonly address: string } | null
}

export interface PlanHooks {
  progress?(rows: number): void
  cards?(count: number): void
  /** Gets the plan while it lasts. */
  show(plan: PlannedExchange): Promise<void>
}

export type PlanResult =
  | { readonly kind: 'planned'; readonly stops: boolean }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }

/**
 * What `run` would do now, by the same code that does it: the files that are ready, or the run that was begun. Nothing is taken,
 * nothing is written to the portal, and the ledger is left as it was.
 */
export async function planExchange(home: Home, hooks: PlanHooks): Promise<PlanResult> {
  const { ledger } = home
  let result: PlanResult | null = null
  try {
    await ledger.atomically(async () => {
      const begun = await ledger.openRun()
      result = await planOf(home, begun, hooks)
      throw new RolledBack()
    })
  } catch (error) {
    if (error instanceof RolledBack) return result!
    const reason = reasonOf(error)
    if (reason === null) throw error
    return { kind: 'failed', problems: [reason] }
  }
  throw new Error('a plan is always rolled back')
}

class RolledBack extends Error {}

async function planOf(home: Home, begun: Run | null, hooks: PlanHooks): Promise<PlanResult> {
  const { ledger, settings, exchanges } = home
  const ready = begun === null ? await readyFiles(home) : []
  const run = begun ?? (await beginDry(home, ready))
  const desk = openDesk(home, run, 'silent')
  if (run.stage === 'reading') await stageMessages(home, run, desk, { incomplete: new Map(), dry: true, ...progressOf(hooks) })
  const open = await ledger.cards.counts(run.number)
  const files = ready.map(({ name }) => name)
  const messages = await ledger.messagesOfRun(run.number)
  const rows = () => rowPlans(ledger, messages, settings.language)
  const rowCounts = await countRowPlans(rows())
  const show = (summary: PlanSummary, portal: PlannedExchange['portal']) =>
    hooks.show({
      summary,
      cards: () => plansOf(ledger, run.number),
      rows,
      rowCounts,
      files,
      run: begun?.number ?? null,
      problems: desk.problems,
      portal,
    })
  if (open.staged + open.planned === 0) {
    await show(await summarise({ ledger }, run.number), null)
    return { kind: 'planned', stops: false }
  }
  const { client, timer, problems } = await home.openPortal()
  const entities = (await entitiesOf(ledger, run.number)).filter(isCrm)
  const session = openSession({ client, timer, ledger, settings, exchanges, language: settings.language, entities })
  await checkSamePortal(session)
  await planRun(session, run.number, hooks.cards)
  desk.problems.push(...problems)
  const summary = await summarise(session, run.number)
  const brake = run.stage === 'applying' ? null : await brakeFor(home, summary)
  await show({ ...summary, brake }, { directories: await session.directories(), address: client.address })
  return { kind: 'planned', stops: brake !== null }
}

function progressOf({ progress }: PlanHooks): Pick<PlanHooks, 'progress'> {
  return progress === undefined ? {} : { progress }
}

// The look of a plan is not remembered: it must not make a file ripe for the next run.
async function readyFiles(home: Home): Promise<readonly InputFile[]> {
  const looks = await readLooks(join(home.folders.state, 'looks.json'))
  const rounds = await lookAround(home, looks, true)
  return rounds.flatMap((round) => (round.kind === 'found' ? round.ready : []))
}

/** A run over the files where they lie; it is gone with the transaction. */
async function beginDry({ ledger, clock }: Home, files: readonly InputFile[]): Promise<Run> {
  const takenAt = localIso(clock())
  const waiting = (await ledger.takenMessages()).map(({ number }) => number)
  const numbers: number[] = []
  for (const { path, name, size, mtimeMs } of files) {
    const message = await ledger.addMessage({
      source: path,
      name,
      bytes: size,
      sha256: '',
      modifiedMs: mtimeMs,
      takenAt,
      keptAt: path,
      repeatOf: null,
    })
    numbers.push(message.number)
  }
  return ledger.beginRun(takenAt, [...waiting, ...numbers])
}
