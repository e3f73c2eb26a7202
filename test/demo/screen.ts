import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createColors } from 'picocolors'

export const root = join(import.meta.dirname, '..', '..')
const colors = createColors(process.stdout.isTTY === true && !process.env['NO_COLOR'])

export function title(text: string): void {
  say(`\n${colors.bold(`── ${text}`)}\n`)
}

export function say(text: string): void {
  console.log(text)
}

/** The command line of the program, as a user would start it. */
export function programOf(args: readonly string[]): readonly string[] {
  return ['--disable-warning=ExperimentalWarning', join(root, 'src', 'bin.ts'), ...args]
}

/** Runs the command as a user would and shows it. Exit code 3 is no failure here: the samples have bad rows on purpose. */
export function obmen24(...args: readonly string[]): void {
  say(colors.dim(`$ obmen24 ${args.join(' ')}\n`))
  const { status } = spawnSync(process.execPath, [...programOf(args)], {
    stdio: 'inherit',
    env: { ...process.env, OBMEN24_LANGUAGE: 'ru' },
  })
  if (status !== 0 && status !== 3) throw new Error(`obmen24 ${args.join(' ')} ended with ${status}`)
}
