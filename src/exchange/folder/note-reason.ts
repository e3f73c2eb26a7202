import type { Run } from '../../ledger/message.ts'
import { describe } from '../../problems/describe.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Home } from './home.ts'

/** Why a run stays open when the work on it ends: for the history. The next start strikes it out. */
export async function noteReason({ ledger, settings }: Home, run: Run, reason: Problem): Promise<void> {
  await ledger.noteFailure(run.number, `${describe(reason, settings.language).message} [${reason.code}]`)
}
