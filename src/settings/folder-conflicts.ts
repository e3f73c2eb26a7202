import { problem } from '../problems/problem.ts'
import { folderPlace, isBelow } from './folder-place.ts'
import type { PathProblem } from './issue-problems.ts'
import { type Path, pathText } from './places.ts'
import type { Settings } from './settings.ts'

interface Folder {
  readonly path: Path
  /** `folderPlace` */
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
  return { path, place: folderPlace(folder), deep }
}

function collide(one: Folder, other: Folder): boolean {
  return (
    one.place === other.place || (one.deep && isBelow(other.place, one.place)) || (other.deep && isBelow(one.place, other.place))
  )
}
