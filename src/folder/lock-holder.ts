import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { tempName } from './our-names.ts'

/** Who holds the lock: for people. The lock itself does not depend on it. */
export interface Holder {
  readonly pid: number
  readonly host: string
  readonly command: string
  /** ISO, UTC. */
  readonly since: string
}

/** Written at once after the lock was taken, without a pause in between for a second process to fall into. */
export function writeHolder(folder: string, holder: Holder): void {
  const temp = join(folder, tempName())
  try {
    writeFileSync(temp, `${JSON.stringify(holder, null, 2)}\n`)
    renameSync(temp, holderPath(folder))
  } catch {
    // The lock is held all the same; a second process only cannot say by whom.
    rmSync(temp, { force: true })
  }
}

export function eraseHolder(folder: string): void {
  try {
    rmSync(holderPath(folder), { force: true })
  } catch {
    // Open in an editor on Windows: it will be written over.
  }
}

/**
 * Who holds a lock that is known to be held. What a crashed process left behind names a process that is gone: then the
 * new holder is just about to write its own, and is given a second to do so.
 */
export async function readHolder(folder: string): Promise<Holder | null> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const holder = holderNow(folder)
    if (holder !== null) return holder
    await pause(50)
  }
  return null
}

/** Who works in the folder now, for a command that only looks and must not touch the lock; null: nobody, as far as is said. */
export function holderNow(folder: string): Holder | null {
  const holder = read(folder)
  return holder !== null && isAlive(holder) ? holder : null
}

function holderPath(folder: string): string {
  return join(folder, 'lock.json')
}

function read(folder: string): Holder | null {
  try {
    const { pid, host, command, since } = JSON.parse(readFileSync(holderPath(folder), 'utf8')) as Partial<Holder>
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof command !== 'string' || typeof since !== 'string')
      return null
    return Object.freeze({ pid, host, command, since })
  } catch {
    return null
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, under another account.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
