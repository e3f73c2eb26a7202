import type { ExchangeReport } from '../exchange/folder/run-exchange.ts'
import { entryOf } from '../problems/describe.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'

/** What a finished round means for the one who started it; the worst thing that happened decides. */
export function exitCodeOf({ runs, gone, problems }: Pick<ExchangeReport, 'runs' | 'gone' | 'problems'>): ExitCode {
  if (gone > 0) return exitCodes.folderUnavailable
  if (problems.some((found) => found.code.startsWith('folder.') && entryOf(found).severity === 'error'))
    return exitCodes.temporary
  const answers = runs.flatMap((run) => run.answers)
  const refused = answers.some(({ verdict, counts }) => verdict === 'refused' || counts.refused > 0)
  return refused ? exitCodes.partly : exitCodes.done
}
