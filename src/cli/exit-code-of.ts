import type { ExchangeReport } from '../exchange/folder/run-exchange.ts'
import { entryOf } from '../problems/describe.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'

/** What a finished round means for the one who started it; the worst thing that happened decides. */
export function exitCodeOf({
  runs,
  gone,
  problems,
  unfinished,
  outgoing = [],
}: Pick<ExchangeReport, 'runs' | 'gone' | 'problems' | 'unfinished'> & Partial<Pick<ExchangeReport, 'outgoing'>>): ExitCode {
  if (gone > 0) return exitCodes.folderUnavailable
  if (runs.some(({ plan }) => plan?.brake != null)) return exitCodes.brake
  if (unfinished) return problems.some(needsPerson) ? exitCodes.usage : exitCodes.temporary
  if (problems.some((found) => found.code.startsWith('folder.') && entryOf(found).severity === 'error'))
    return exitCodes.temporary
  const answers = runs.flatMap((run) => run.answers)
  const left = answers.some(({ verdict, counts }) => verdict === 'refused' || counts.refused + counts.review > 0)
  return left || outgoing.some(({ stuck }) => stuck > 0) ? exitCodes.partly : exitCodes.done
}

// A webhook that was deleted does not come back by itself.
function needsPerson(found: ExchangeReport['problems'][number]): boolean {
  const { severity, retry } = entryOf(found)
  const isOfPortal = found.code.startsWith('portal.') || found.code === 'plan.other-portal'
  return isOfPortal && severity === 'error' && !retry
}
