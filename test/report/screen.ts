import { createTerminal, type Terminal, type TerminalOptions } from '../../src/report/terminal.ts'

/** A terminal whose streams are kept: what a person, or a pipe, would have got. */
export interface Screen {
  readonly terminal: Terminal
  readonly out: () => string
  readonly err: () => string
}

export interface ScreenKind extends Partial<TerminalOptions> {
  readonly tty?: boolean
  readonly pipedOut?: boolean
  readonly env?: Readonly<Record<string, string>>
}

export function screen({ tty = false, pipedOut = false, env = {}, ...options }: ScreenKind = {}): Screen {
  let out = ''
  let err = ''
  const terminal = createTerminal(
    { language: 'ru', ...options },
    {
      out: {
        isTTY: tty && !pipedOut,
        write(text) {
          out += text
        },
      },
      err: {
        isTTY: tty,
        write(text) {
          err += text
        },
      },
      env,
    },
  )
  return { terminal, out: () => out, err: () => err }
}
