import { type Log, openLog } from '../report/log.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { type LoadedSettings, loadSettings } from './load-settings.ts'
import { notOpened } from './not-opened.ts'
import { type OpenedHome, openHome } from './open-home.ts'

export interface InHome {
  readonly loaded: LoadedSettings
  readonly opened: OpenedHome
  readonly log: Log
}

/** Does the work of a command in its exchange folder: reads the settings, takes the lock, keeps a log, and lets go of all of it. */
export async function inHome(
  context: CommandContext,
  dir: string | undefined,
  command: string,
  work: (given: InHome) => Promise<ExitCode>,
): CommandResult {
  const loaded = await loadSettings(context, dir)
  if (loaded === null) return exitCodes.usage
  const opened = await openHome(loaded, command)
  if (opened.kind !== 'open') return notOpened(opened, loaded.terminal)
  const log = openLog(opened.home.folders.logs, loaded.settings.logs.level)
  try {
    return await work({ loaded, opened, log })
  } catch (error) {
    log.failure(error)
    throw error
  } finally {
    await opened.close()
    await log.close()
  }
}
