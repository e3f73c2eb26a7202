import { join } from 'node:path'
import type { PortalClient, Timer } from '../../bitrix24/client/portal-client.ts'
import type { InputFolder } from '../../folder/input.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Problem } from '../../problems/problem.ts'
import { locateFolder } from '../../settings/locate-folder.ts'
import type { Exchange, Settings } from '../../settings/settings.ts'
import type { Clock } from '../clock.ts'
import { masksBeside } from '../taken-masks.ts'
import { usualExchanges } from '../usual-exchanges.ts'

/** The folders of an exchange as absolute paths. */
export interface HomeFolders {
  readonly inputs: readonly InputFolder[]
  readonly out: string
  readonly import: string
  readonly archive: string
  readonly failed: string
  readonly state: string
  /** Claimed files, and scratch; below `state`. */
  readonly work: string
  readonly scratch: string
  readonly logs: string
  /** Files for 1C by the names of the ways back. */
  readonly outgoing: Readonly<Record<string, string>>
}

/** Everything that runs of one exchange folder share. */
export interface Home {
  readonly settings: Settings
  readonly exchanges: readonly Exchange[]
  readonly folders: HomeFolders
  readonly ledger: Ledger
  readonly clock: Clock
  /**
   * The way to the portal, opened when it is first needed. Throws `Interrupted` where it cannot be. A `poll` that opens it has less
   * patience with a portal that is away: it comes again soon, and files of 1C must not wait for it.
   */
  openPortal(use?: 'exchange' | 'poll'): Promise<OpenedPortal>
  /** Lets go of it, so that another exchange may use the same webhook between two rounds of a watch. */
  releasePortal(): Promise<void>
}

export interface OpenedPortal {
  readonly client: PortalClient
  readonly timer: Timer
  /** What a person should know about the way there. */
  readonly problems: readonly Problem[]
}

/** Relative paths of the settings count from the folder of the settings file. */
export function homeFolders(settings: Settings, root: string): HomeFolders {
  const { folders } = settings
  const locate = (folder: string) => locateFolder(folder, root)
  const state = locate(folders.state)
  const beside = masksBeside(settings, exchangesOf(settings))
  return {
    // No masks at all are every file already.
    inputs: folders.in.map(({ files, ...folder }) => ({
      ...folder,
      path: locate(folder.path),
      files: files.length === 0 ? [] : [...new Set([...files, ...beside])],
    })),
    out: locate(folders.out),
    import: locate(folders.import),
    archive: locate(folders.archive),
    failed: locate(folders.failed),
    state,
    work: join(state, 'work'),
    scratch: join(state, 'scratch'),
    logs: join(state, 'logs'),
    outgoing: Object.fromEntries(settings.outgoing.map(({ name, file }) => [name, locate(file)])),
  }
}

/** The exchanges of the settings, or the usual one of each preset where there are none. */
export function exchangesOf(settings: Settings): readonly Exchange[] {
  return settings.exchanges.length > 0 ? settings.exchanges : usualExchanges()
}
