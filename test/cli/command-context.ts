import type { CommandContext } from '../../src/cli/command.ts'
import { type ScreenKind, screen } from '../report/screen.ts'

export interface InProcess {
  readonly context: CommandContext
  /** What was printed so far. */
  out(): string
  err(): string
  /** As Ctrl-C does. */
  stop(): void
}

/** A command without a process of its own: what it prints is kept. */
export function inProcess(cwd: string, kind: ScreenKind = {}): InProcess {
  const { terminal, out, err } = screen(kind)
  const stopper = new AbortController()
  const context = { terminal, language: undefined, withLanguage: () => terminal, stopSignal: () => stopper.signal, cwd }
  return { context, out, err, stop: () => stopper.abort() }
}
