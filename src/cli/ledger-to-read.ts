import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { homeFolders } from '../exchange/folder/home.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openSqliteLedger } from '../ledger/sqlite-ledger.ts'
import type { LoadedSettings } from './load-settings.ts'

/**
 * The memory of an exchange for a command that only looks; null where there is none yet. Takes no lock: whoever works in the
 * folder meanwhile is not disturbed, and what he has not finished is not seen.
 */
export function ledgerToRead({ settings, root }: Pick<LoadedSettings, 'settings' | 'root'>): Ledger | null {
  const path = join(homeFolders(settings, root).state, 'ledger.sqlite')
  return existsSync(path) ? openSqliteLedger(path) : null
}
