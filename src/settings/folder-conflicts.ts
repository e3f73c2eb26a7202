import { win32 } from 'node:path'
import { problem } from '../problems/problem.ts'
import type { PathProblem } from './issue-problems.ts'
import { type Path, pathText } from './places.ts'
import type { Settings } from './settings.ts'

interface Folder {
  readonly path: Path
  /** Compared form: backslashes, no dots, no case, as Windows compares. */
  readonly place: string
  /** Are files taken from below it as well? */
  readonly deep: boolean
}

/** Folders of ours among the folders that are read, and two uses of one folder. */
export function folderConflicts({ folders }: Settings): readonly PathProblem[] {
  const read = folders.in.map((folder, index) => asFolder(['folders', 'in', index], folder.path, folder.recursive))
  const own = (['out', 'import', 'archive', 'failed', 'state'] as const).map((key) =>
    asFolder(['folders', key], folders[key], false),
  )
  const all = [...read, ...own]
  return all.flatMap((folder, index) => {
    const other = all.slice(0, index).find((earlier) => collide(earlier, folder))
    if (other === undefined) return []
    const args = { path: pathText(folder.path), other: pathText(other.path) }
    return { problem: problem('settings.same-folder', args), path: folder.path, atKey: false }
  })
}

function asFolder(path: Path, folder: string, deep: boolean): Folder {
  const place = win32.normalize(folder).replace(/\\+$/, '').toLowerCase()
  return { path, place: place === '.' ? '' : place, deep }
}

function collide(one: Folder, other: Folder): boolean {
  return one.place === other.place || (one.deep && isInside(other, one)) || (other.deep && isInside(one, other))
}

function isInside(inner: Folder, outer: Folder): boolean {
  if (outer.place === '') return !win32.isAbsolute(inner.place) && !inner.place.startsWith('..')
  return inner.place.startsWith(`${outer.place}\\`)
}
