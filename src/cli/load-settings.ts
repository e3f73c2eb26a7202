import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { entryOf } from '../problems/describe.ts'
import type { Problem } from '../problems/problem.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import type { Terminal } from '../report/terminal.ts'
import { settingsFile } from '../settings/file-names.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { Settings } from '../settings/settings.ts'
import type { CommandContext } from './command.ts'

export interface LoadedSettings {
  readonly settings: Settings
  /** Folder from which the paths of the settings count. */
  readonly root: string
  readonly path: string
  /** What was found about them that does not stop the work. */
  readonly problems: readonly Problem[]
  readonly terminal: Terminal
}

/** Reads the settings that a command works by; what is wrong with them is told, and null given. */
export async function loadSettings(context: CommandContext, given: string | undefined): Promise<LoadedSettings | null> {
  const path = await settingsPath(resolve(context.cwd, given ?? settingsFile))
  const { settings, problems } = await readSettings(path, context.language)
  const terminal = settings === null ? context.terminal : context.withLanguage(context.language ?? settings.language)
  if (terminal.json && settings === null) {
    terminal.object({ error: { code: 'settings', problems: problems.map((found) => problemJson(found, terminal.language)) } })
  }
  const told = settings === null ? problems.filter((found) => entryOf(found).severity !== 'notice') : problems
  printProblems(told, terminal)
  return settings === null ? null : { settings, root: dirname(path), path, problems, terminal }
}

/** A folder stands for the settings file in it. */
async function settingsPath(path: string): Promise<string> {
  const inside = join(path, settingsFile)
  try {
    await access(inside)
    return inside
  } catch {
    return path
  }
}
