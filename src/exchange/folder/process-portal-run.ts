import { mkdir, rm } from 'node:fs/promises'
import { problemOf } from '../../bitrix24/client/explain-error.ts'
import { createProblemTally } from '../../bitrix24/import-csv/problem-tally.ts'
import type { Run } from '../../ledger/message.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import { localIso } from '../clock.ts'
import { because } from '../handle/outcome.ts'
import { applyRun } from '../portal/apply/apply-run.ts'
import { endOpenCards } from '../portal/apply/end-open-cards.ts'
import { brakeOf } from '../portal/plan/brake.ts'
import { type CardEntity, cardKind, isCrm } from '../portal/plan/open-card.ts'
import { entitiesOf, planRun } from '../portal/plan/plan-run.ts'
import type { PlanSummary } from '../portal/plan/plan-summary.ts'
import { summarise } from '../portal/plan/summarise.ts'
import { checkSamePortal } from '../portal/same-portal.ts'
import { OtherPortal, openSession, PortalStopped } from '../portal/session.ts'
import { stageLeftOver } from '../portal/stage/left-over.ts'
import { applyUndo } from '../portal/undo/apply-undo.ts'
import { stageUndo } from '../portal/undo/stage-undo.ts'
import { answerRun } from './answer-run.ts'
import type { Home, OpenedPortal } from './home.ts'
import { Interrupted, type MessageDesk, openDesk } from './message-desk.ts'
import { noteReason } from './note-reason.ts'
import { type ProcessedRun, type RunHooks, unfinished } from './process-run.ts'
import { stageMessages } from './stage-messages.ts'

export interface PortalRunHooks extends RunHooks {
  /** A person has seen the plan that the brake stopped: go on with it, or give it up. */
  readonly decision?: 'allow' | 'discard' | undefined
  /** Told now and then how many cards were looked at or written. */
  cards?(count: number): void
}

/**
 * Works off one run through the portal: stage what is to be done, plan, apply, answer. Each stage is lasting before the next
 * begins, so a start after any fault goes on where the last one stood (DESIGN.md §3.8).
 */
export async function processPortalRun(home: Home, run: Run, hooks: PortalRunHooks): Promise<ProcessedRun> {
  const desk = openDesk(home, run)
  await rm(home.folders.scratch, { recursive: true, force: true })
  await mkdir(home.folders.scratch, { recursive: true })
  try {
    if (run.stage === 'reading') await stage(home, run, desk, hooks)
    const plan = await throughPortal(home, run, desk, hooks)
    if (plan !== null && plan.brake !== null) return { ...unfinished(run), problems: [...desk.problems, stopped(plan)], plan }
    await answerRun(home, run, desk)
    return {
      run: run.number,
      answers: desk.answers.sort((a, b) => a.message - b.message),
      importFolder: null,
      files: [],
      problems: desk.problems,
      tally: createProblemTally(),
      plan,
    }
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === null) throw error
    await noteReason(home, run, reason)
    return { ...unfinished(run), problems: [...desk.problems, reason] }
  }
}

/** Why a run ends before its end, or null: a bug. */
export function reasonOf(error: unknown): Problem | null {
  if (error instanceof Interrupted || error instanceof OtherPortal) return error.problem
  if (error instanceof PortalStopped) return problemOf(error.outcome.error, { method: '' })
  return null
}

// What a run is to do with which cards; lasting together with the note that it is known.
async function stage(home: Home, run: Run, desk: MessageDesk, hooks: PortalRunHooks): Promise<void> {
  const { ledger } = home
  if (run.direction === 'in') return stageMessages(home, run, desk, hooks)
  await ledger.atomically(async () => {
    if (run.direction === 'retry') await stageLeftOver(ledger, run.number, 'ended')
    else await stageUndo(ledger, run.number, run.undoOf!)
    await ledger.setStage(run.number, 'planned')
  })
}

// Everything that needs the portal. A run that has nothing for it never calls it.
async function throughPortal(home: Home, run: Run, desk: MessageDesk, hooks: PortalRunHooks): Promise<PlanSummary | null> {
  const { ledger, settings } = home
  const open = await ledger.cards.counts(run.number)
  if (open.staged + open.planned === 0) return null
  if (run.stage === 'stopped' && hooks.decision === 'discard') {
    const { code, text } = because('waiting', 'plan.discarded', settings.language)
    await endOpenCards(ledger, run.number, { action: 'waiting', code, text, portalId: null })
    return null
  }
  if (run.stage === 'stopped' && hooks.decision === undefined) {
    // A watch comes by every few seconds; what the brake holds is not planned anew each time.
    const held = await summarise({ ledger }, run.number)
    const brake = await brakeFor(home, held)
    if (brake !== null) return { ...held, brake }
  }
  const portal = await home.openPortal()
  const known = portal.problems.length
  try {
    return await onPortal(home, run, portal, hooks)
  } finally {
    desk.problems.push(...portal.problems.slice(known))
  }
}

async function onPortal(
  home: Home,
  run: Run,
  { client, timer }: OpenedPortal,
  hooks: PortalRunHooks,
): Promise<PlanSummary | null> {
  const { ledger, settings, exchanges } = home
  const entities = (await entitiesOf(ledger, run.number)).filter(isCrm)
  const session = openSession({ client, timer, ledger, settings, exchanges, language: settings.language, entities })
  await checkSamePortal(session)
  const since = timer.now()
  const mark = { run: run.number, at: () => localIso(home.clock()) }
  if (run.direction === 'undo') {
    await applyUndo(session, mark, since)
    return null
  }
  await planRun(session, run.number, hooks.cards)
  const summary = await summarise(session, run.number)
  const isAllowed = run.stage === 'applying' || (run.stage === 'stopped' && hooks.decision === 'allow')
  const brake = isAllowed ? null : await brakeFor(home, summary)
  await ledger.setStage(run.number, brake === null ? 'applying' : 'stopped')
  if (brake === null) await applyRun(session, { mark, since, progress: hooks.cards })
  return { ...summary, brake }
}

/** What the limits of the settings say of a plan. */
export async function brakeFor({ ledger, settings }: Home, summary: PlanSummary): Promise<PlanSummary['brake']> {
  const known: Record<string, number> = {}
  for (const [entity, count] of Object.entries(await ledger.links.counts())) {
    const kind = cardKind(entity as CardEntity)
    if (kind !== 'file') known[kind] = (known[kind] ?? 0) + count
  }
  return brakeOf(settings.brake, summary, known)
}

function stopped({ brake }: PlanSummary): Problem {
  return problem('plan.stopped', { changed: brake?.changed ?? 0, updates: brake?.updates ?? 0, known: brake?.known ?? 0 })
}
