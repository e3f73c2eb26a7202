import type { Run } from '../../ledger/message.ts'
import { problem } from '../../problems/problem.ts'
import { localIso } from '../clock.ts'
import { because } from '../handle/outcome.ts'
import { endOpenCards } from '../portal/apply/end-open-cards.ts'
import { answerRun } from './answer-run.ts'
import type { Home } from './home.ts'
import { openDesk, summaryOf } from './message-desk.ts'
import { setAside } from './open-messages.ts'
import { type ProcessedRun, unfinished } from './process-run.ts'
import { refusedHead } from './write-answers.ts'

/** A fault of the program; what the disk, the network or a busy database refuses passes by itself. */
export function isBug(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code !== 'ERR_SQLITE_ERROR' && !/^E[A-Z]+$/.test(code)
}

/**
 * Ends a run that the program cannot get through, so that a bad file never blocks a good one (DESIGN.md §3.7). Several files are let
 * go and tried one by one; a single one is refused and set aside; cards that were staged already are refused, with their rows.
 */
export async function breakRun(home: Home, run: Run, error: unknown): Promise<ProcessedRun> {
  const { ledger, settings, clock } = home
  const detail = error instanceof Error ? error.message : String(error)
  const stage = (await ledger.runByNumber(run.number))?.stage ?? run.stage
  const desk = openDesk(home, run)
  const open = (await ledger.messagesOfRun(run.number)).filter(({ state }) => state === 'taken')
  if (run.direction === 'in' && stage === 'reading' && open.length > 1) {
    await ledger.finishRun(run.number, localIso(clock()), { files: 0, letGo: open.length })
    return { ...unfinished(run), problems: [problem('exchange.split', { detail })] }
  }
  const bug = problem('exchange.bug', { detail })
  if (stage === 'reading') {
    for (const message of open) {
      await desk.answer(message, refusedHead(message, bug, desk.times(), settings.language))
      await setAside(home, message, message.keptAt, bug)
    }
    await ledger.finishRun(run.number, localIso(clock()), summaryOf(desk.answers))
  } else {
    const { code, text } = because('refused', 'exchange.bug', settings.language, { detail })
    await endOpenCards(ledger, run.number, { action: 'refused', code, text, portalId: null })
    await answerRun(home, run, desk)
  }
  return { ...unfinished(run), answers: desk.answers, problems: [...desk.problems, bug] }
}
