import type { Terminal } from '../report/terminal.ts'
import type { ExitCode } from './exit-codes.ts'

/** What every command gets besides its own arguments. */
export interface CommandContext {
  readonly terminal: Terminal
  /** Language asked for on the command line or in the environment; absent: that of the settings. */
  readonly language: Terminal['language'] | undefined
  /** Terminal for another language: settings may say which. */
  withLanguage(language: Terminal['language']): Terminal
  /** For a command that stays: raised by the first Ctrl-C or a request to end. Without it a signal ends the process. */
  stopSignal(): AbortSignal
  readonly cwd: string
}

export type CommandResult = Promise<ExitCode>
