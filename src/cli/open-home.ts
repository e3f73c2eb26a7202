import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Clock, systemClock } from '../exchange/clock.ts'
import { exchangesOf, type Home, homeFolders } from '../exchange/folder/home.ts'
import { acquireLock, type LockHeld } from '../folder/lock.ts'
import { sweep } from '../folder/sweep.ts'
import { openSqliteLedger } from '../ledger/sqlite-ledger.ts'
import type { Problem } from '../problems/problem.ts'
import type { LoadedSettings } from './load-settings.ts'

export interface OpenedHome {
  readonly kind: 'open'
  readonly home: Home
  readonly problems: readonly Problem[]
  close(): Promise<void>
}

export type Opened = OpenedHome | { readonly kind: 'locked' | 'failed'; readonly problem: Problem }

/** Takes the lock, clears up after a crash, opens the ledger. */
export async function openHome(
  { settings, root }: Pick<LoadedSettings, 'settings' | 'root'>,
  command: string,
  clock: Clock = systemClock,
): Promise<Opened> {
  const folders = homeFolders(settings, root)
  const lock = await acquireLock(folders.state, { command })
  if (lock.kind !== 'held') return { kind: lock.kind === 'busy' ? 'locked' : 'failed', problem: lock.problem }
  const { out, import: imports, archive, failed, state } = folders
  for (const folder of [out, folders.work]) await mkdir(folder, { recursive: true })
  const swept = await sweep({ inputs: folders.inputs, work: folders.work, own: [out, imports, archive, failed, state] })
  const ledger = openSqliteLedger(join(state, 'ledger.sqlite'))
  return {
    kind: 'open',
    home: { settings, exchanges: exchangesOf(settings), folders, ledger, clock },
    problems: swept.problems,
    close: () => closeAll(ledger, lock),
  }
}

async function closeAll(ledger: Home['ledger'], lock: LockHeld): Promise<void> {
  await ledger.close()
  lock.release()
}
