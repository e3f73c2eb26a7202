import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { systemTimer } from '../bitrix24/client/system-timer.ts'
import { type Clock, systemClock } from '../exchange/clock.ts'
import { exchangesOf, type Home, homeFolders } from '../exchange/folder/home.ts'
import { Interrupted } from '../exchange/folder/message-desk.ts'
import { acquireLock } from '../folder/lock.ts'
import { sweep } from '../folder/sweep.ts'
import { openSqliteLedger } from '../ledger/sqlite-ledger.ts'
import type { Problem } from '../problems/problem.ts'
import type { LoadedSettings } from './load-settings.ts'
import { openPortal, type PortalOpened, type Surroundings, usualSurroundings } from './open-portal.ts'

export interface OpenedHome {
  readonly kind: 'open'
  readonly home: Home
  readonly problems: readonly Problem[]
  close(): Promise<void>
}

export type Opened = OpenedHome | { readonly kind: 'locked' | 'failed'; readonly problem: Problem }

/** Takes the lock, clears up after a crash, opens the ledger. */
export async function openHome(
  loaded: Pick<LoadedSettings, 'settings' | 'root'>,
  command: string,
  clock: Clock = systemClock,
  surroundings: Surroundings = usualSurroundings(),
): Promise<Opened> {
  const { settings, root } = loaded
  const folders = homeFolders(settings, root)
  const lock = await acquireLock(folders.state, { command })
  if (lock.kind !== 'held') return { kind: lock.kind === 'busy' ? 'locked' : 'failed', problem: lock.problem }
  const { out, import: imports, archive, failed, state } = folders
  for (const folder of [out, folders.work]) await mkdir(folder, { recursive: true })
  const swept = await sweep({ inputs: folders.inputs, work: folders.work, own: [out, imports, archive, failed, state] })
  const ledger = openSqliteLedger(join(state, 'ledger.sqlite'))
  const portal = portalOf(loaded, command, surroundings)
  return {
    kind: 'open',
    home: { settings, exchanges: exchangesOf(settings), folders, ledger, clock, ...portal },
    problems: swept.problems,
    async close() {
      await portal.releasePortal()
      await ledger.close()
      lock.release()
    },
  }
}

function portalOf(
  loaded: Pick<LoadedSettings, 'settings' | 'root'>,
  command: string,
  surroundings: Surroundings,
): Pick<Home, 'openPortal' | 'releasePortal'> {
  let open: PortalOpened | null = null
  return {
    async openPortal(use = 'exchange') {
      if (open === null) {
        const opening = await openPortal(loaded, { command, use }, surroundings)
        if (opening.kind !== 'open') throw new Interrupted(opening.problem)
        open = opening
      }
      return { client: open.client, timer: surroundings.timer ?? systemTimer, problems: open.problems }
    },
    async releasePortal() {
      const opened = open
      open = null
      await opened?.close()
    },
  }
}
