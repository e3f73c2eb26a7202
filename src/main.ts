import { readFileSync } from 'node:fs'
import type { CommandContext } from './cli/command.ts'
import { type ExitCode, exitCodes } from './cli/exit-codes.ts'
import { parseCommand } from './cli/program.ts'
import { stopSignal } from './cli/stop-signal.ts'
import { trouble } from './cli/trouble.ts'
import type { Language } from './problems/language.ts'
import { createTerminal, type Streams } from './report/terminal.ts'

/** Where a command line stands: the process as a rule, a test now and then. */
export interface Place extends Streams {
  readonly cwd: string
}

/** The command line of this process. */
export function main(args: readonly string[]): Promise<ExitCode> {
  endWithReader()
  return commandLine(args, { out: process.stdout, err: process.stderr, env: process.env, cwd: process.cwd() })
}

/** Parse, wire, run, and turn the result into an exit code. */
export async function commandLine(args: readonly string[], { out, err, env, cwd }: Place): Promise<ExitCode> {
  const language = languageOf(args, env)
  const parsed = await parseCommand(args, version(), language ?? 'ru')
  if (parsed.kind === 'text') {
    out.write(`${parsed.text}\n`)
    return exitCodes.done
  }
  if (parsed.kind === 'wrong') {
    if (args.includes('--json')) out.write(`${JSON.stringify({ error: { code: 'usage', message: parsed.text } })}\n`)
    else err.write(`${parsed.text}\n`)
    return exitCodes.usage
  }
  const { options, execute } = parsed.command
  const terminalFor = (spoken: Language) => createTerminal({ ...options, language: spoken }, { out, err, env })
  const context: CommandContext = {
    terminal: terminalFor(language ?? 'ru'),
    language,
    withLanguage: terminalFor,
    stopSignal,
    cwd,
  }
  try {
    return await execute(context)
  } catch (error) {
    return trouble(error, context.terminal)
  }
}

/** `obmen24 inspect --records big.xml | head`: a reader that has enough is no error. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(exitCodes.done)
  })
}

function languageOf(args: readonly string[], env: Place['env']): Language | undefined {
  const at = args.findIndex((each) => each === '--language' || each.startsWith('--language='))
  const asked = at < 0 ? env['OBMEN24_LANGUAGE'] : args[at]!.includes('=') ? args[at]!.split('=')[1] : args[at + 1]
  return asked === 'en' || asked === 'ru' ? asked : undefined
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
