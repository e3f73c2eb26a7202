import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Problem, problem } from '../problems/problem.ts'
import { eraseHolder, type Holder, readHolder, writeHolder } from './lock-holder.ts'

export interface LockHeld {
  readonly kind: 'held'
  readonly holder: Holder
  release(): void
}

export type Lock =
  | LockHeld
  /** `holder`: null when it has not said yet who it is. */
  | { readonly kind: 'busy'; readonly holder: Holder | null; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem }

/**
 * One process at a time for one exchange. The lock is an exclusive transaction on `lock.sqlite`, held open: the operating
 * system lets go of it when the process ends, however it ends, so there is nothing to clean and no false "busy".
 * `folder` must be on a local disk: locks of network drives are not to be relied upon. Nothing else in this process may
 * open `lock.sqlite`: on POSIX, closing any handle of it would drop the lock.
 */
export async function acquireLock(folder: string, about: { readonly command: string }): Promise<Lock> {
  const path = join(folder, 'lock.sqlite')
  const opened = tryExclusive(folder, path)
  if (typeof opened === 'string') return { kind: 'failed', problem: problem('folder.lock-unavailable', { path, detail: opened }) }
  if (opened === null) return busy(path, await readHolder(folder))
  const holder: Holder = Object.freeze({
    pid: process.pid,
    host: hostname(),
    command: about.command,
    since: new Date().toISOString(),
  })
  writeHolder(folder, holder)
  // Kept here, because a database that nobody refers to is closed by the garbage collector, and the lock with it.
  held.add(opened)
  return { kind: 'held', holder, release: () => release(folder, opened) }
}

const held = new Set<DatabaseSync>()
const busyCode = 5

/** The open database; null: somebody has it; a text: what SQLite says is wrong. */
function tryExclusive(folder: string, path: string): DatabaseSync | string | null {
  let database: DatabaseSync | null = null
  try {
    mkdirSync(folder, { recursive: true })
    database = new DatabaseSync(path, { timeout: 200 })
    database.exec('BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database?.close()
    if (!(error instanceof Error && 'code' in error)) throw error
    return 'errcode' in error && (Number(error.errcode) & 0xff) === busyCode ? null : error.message
  }
}

function release(folder: string, database: DatabaseSync): void {
  if (!held.delete(database)) return
  eraseHolder(folder)
  database.close()
}

function busy(path: string, holder: Holder | null): Lock {
  const args = holder ?? { pid: '?', host: '?', command: '?', since: '?' }
  return { kind: 'busy', holder, problem: problem('folder.lock-busy', { path, ...args }) }
}
