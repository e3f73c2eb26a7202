import { join } from 'node:path'
import type { Problem } from '../problems/problem.ts'
import { errnoOf, isMissing, writeProblem } from './errno.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'

export interface Pruned {
  /** Days that were removed, `2026-08-01`, oldest first. */
  readonly days: readonly string[]
  readonly problems: readonly Problem[]
}

/** Removes the day folders older than that many days before `today` (`2026-11-21`). Anything else in there is not ours. */
export async function pruneArchive(
  archiveFolder: string,
  olderThanDays: number,
  today: string,
  fs: FileSystem = realFileSystem,
): Promise<Pruned> {
  const days: string[] = []
  const problems: Problem[] = []
  const firstKept = daysBefore(today, olderThanDays)
  for (const day of await daysIn(archiveFolder, problems, fs)) {
    if (day >= firstKept) break
    const path = join(archiveFolder, day)
    try {
      await fs.rm(path, { recursive: true, force: true })
      days.push(day)
    } catch (error) {
      problems.push(writeProblem(errnoOf(error), path))
    }
  }
  return { days, problems }
}

async function daysIn(archiveFolder: string, problems: Problem[], fs: FileSystem): Promise<string[]> {
  try {
    const entries = await fs.readdir(archiveFolder, { withFileTypes: true })
    const folders = entries.filter((entry) => entry.isDirectory() && /^\d{4}-\d{2}-\d{2}$/.test(entry.name))
    return folders.map((entry) => entry.name).sort()
  } catch (error) {
    const code = errnoOf(error)
    if (!isMissing(code)) problems.push(writeProblem(code, archiveFolder))
    return []
  }
}

function daysBefore(today: string, days: number): string {
  const date = new Date(`${today}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - days)
  return date.toISOString().slice(0, 10)
}
