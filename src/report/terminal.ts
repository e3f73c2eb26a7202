import { createColors } from 'picocolors'
import type { Language } from '../problems/language.ts'

/** Where words for people and machines go: results to `out`, what is wrong and what goes on to `err`, so that output can be piped. */
export interface Terminal {
  readonly language: Language
  readonly json: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly colors: ReturnType<typeof createColors>
  /** A line of the result that was asked for. */
  out(line: string): void
  /** A line about what was done: not with `--quiet`, not with `--json`. */
  say(line: string): void
  /** A line that must be seen whatever was asked for, but for `--json`, which has its own form. */
  warn(line: string): void
  /** One JSON object on one line of the result. */
  object(value: unknown): void
  /** Waits until the reader of the result has caught up: a slow one must not fill the memory. */
  caughtUp(): Promise<void>
  /** Text that replaces itself on a terminal and is not there elsewhere. '' removes it. */
  progress(text: string): void
}

export interface TerminalOptions {
  readonly language: Language
  readonly json?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly writableNeedDrain?: boolean
  once?(event: 'drain', listener: () => void): unknown
}

export interface Streams {
  readonly out: Stream
  readonly err: Stream
  readonly env: Readonly<Record<string, string | undefined>>
}

export function createTerminal(options: TerminalOptions, streams: Streams): Terminal {
  const { language, json = false, quiet = false, verbose = false } = options
  const { out, err, env } = streams
  const isTerminal = err.isTTY === true
  const colors = createColors(isTerminal && out.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb')
  let shown = ''
  const clear = () => {
    if (shown !== '') err.write(`\r${' '.repeat(shown.length)}\r`)
    shown = ''
  }
  return {
    language,
    json,
    quiet,
    verbose,
    colors,
    out(line) {
      clear()
      out.write(`${line}\n`)
    },
    say(line) {
      if (quiet || json) return
      clear()
      out.write(`${line}\n`)
    },
    warn(line) {
      if (json) return
      clear()
      err.write(`${line}\n`)
    },
    object(value) {
      clear()
      out.write(`${JSON.stringify(value)}\n`)
    },
    async caughtUp() {
      if (out.writableNeedDrain === true) await new Promise<void>((resolve) => out.once?.('drain', resolve))
    },
    progress(text) {
      if (!isTerminal || quiet || json) return
      clear()
      shown = text
      err.write(text)
    },
  }
}
