import { printProblems, problemJson } from '../report/problem-lines.ts'
import type { Terminal } from '../report/terminal.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Opened } from './open-home.ts'

/** Says why an exchange folder could not be opened: another process works in it, or its state cannot be kept. */
export function notOpened({ kind, problem }: Exclude<Opened, { kind: 'open' }>, terminal: Terminal): ExitCode {
  if (terminal.json) terminal.object({ error: problemJson(problem, terminal.language) })
  printProblems([problem], terminal)
  return kind === 'locked' ? exitCodes.locked : exitCodes.folderUnavailable
}
