import type { InputFile } from './input.ts'

/** What the last look at a file saw, and since when it has looked like that. */
export interface Look {
  readonly size: number
  readonly mtimeMs: number
  /** By our clock: the file's own time may lie in the future, or on a server whose clock is wrong. */
  readonly since: number
}

/** Looks by absolute path. Plain data: looks-file.ts keeps them from one scheduled run to the next. */
export type Looks = Map<string, Look>

/** `now`: milliseconds of our clock, `Date.now()`. A clock that was set back starts the waiting anew, it never blocks. */
export function nextLook(previous: Look | undefined, file: Pick<InputFile, 'size' | 'mtimeMs'>, now: number): Look {
  const same = previous !== undefined && previous.size === file.size && previous.mtimeMs === file.mtimeMs
  const since = same && previous.since <= now ? previous.since : now
  return { size: file.size, mtimeMs: file.mtimeMs, since }
}

export function isSteady(look: Look, now: number, settleMs: number): boolean {
  return now - look.since >= settleMs
}

/** Takes note of every file that is there, and forgets those that are not. */
export function lookAt(looks: Looks, files: readonly InputFile[], now: number, folderPath: string): void {
  const present = new Set(files.map((file) => file.path))
  for (const path of looks.keys()) if (isInside(folderPath, path) && !present.has(path)) looks.delete(path)
  for (const file of files) looks.set(file.path, nextLook(looks.get(file.path), file, now))
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder) && /[\\/]/.test(path.charAt(folder.length) || folder.charAt(folder.length - 1))
}
