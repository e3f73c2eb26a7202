import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pruneArchive } from '../../folder/prune-archive.ts'
import type { Problem } from '../../problems/problem.ts'
import { dayOf, localIso } from '../clock.ts'
import type { Home } from './home.ts'

/** Removes what the settings no longer want kept: old answers, archived days, logs. Only names that are ours are touched. */
export async function pruneHome(home: Home): Promise<readonly Problem[]> {
  const { answer, archive, logs } = home.settings
  const now = home.clock().getTime()
  if (answer.keep !== null) await removeOlder(home.folders.out, /\.result\.(csv|xml|json)$/, now - answer.keep)
  if (logs.keep !== null) await removeOlder(home.folders.logs, /^\d{4}-\d\d-\d\d\.log$/, now - logs.keep)
  if (archive.keep === null) return []
  await pruneCards(home, localIso(new Date(now - archive.keep)))
  const pruned = await pruneArchive(home.folders.archive, Math.ceil(archive.keep / dayMs), dayOf(localIso(home.clock())))
  return pruned.problems
}

/** Cards and rows go with the files that told them; a run as old as that cannot be undone any more. */
async function pruneCards({ ledger }: Home, before: string): Promise<void> {
  const old = (await ledger.runs(pruneLook)).find(({ startedAt }) => startedAt < before)
  if (old !== undefined) await ledger.cards.prune(old.number + 1)
}

// Runs come the newest first; older ones than these were pruned when they stood among them.
const pruneLook = 5000

const dayMs = 24 * 60 * 60 * 1000

// What cannot be removed now is tried again at the next run; nothing depends on it.
async function removeOlder(folder: string, names: RegExp, before: number): Promise<void> {
  const entries = await readdir(folder).catch(() => [])
  for (const name of entries.filter((each) => names.test(each))) {
    const path = join(folder, name)
    const info = await stat(path).catch(() => null)
    if (info !== null && info.mtimeMs < before) await rm(path, { force: true }).catch(() => {})
  }
}
