import { tryFolder } from '../../folder/try-folder.ts'
import type { Problem } from '../../problems/problem.ts'
import type { HomeFolders } from './home.ts'

export interface CheckedFolder {
  readonly use: 'in' | 'out' | 'import' | 'archive' | 'failed' | 'state'
  readonly path: string
  readonly problems: readonly Problem[]
}

/**
 * Tries every folder of an exchange as a run would use it: inputs are listed (and, where files are moved out of them, a
 * trial file is written and removed), all others are made where absent and written to.
 */
export async function checkFolders(folders: HomeFolders): Promise<readonly CheckedFolder[]> {
  const checked: CheckedFolder[] = []
  for (const { path, take } of folders.inputs) {
    checked.push({ use: 'in', path, problems: await tryFolder(path, { write: take === 'move', make: false }) })
  }
  for (const use of ['out', 'import', 'archive', 'failed', 'state'] as const) {
    checked.push({ use, path: folders[use], problems: await tryFolder(folders[use], { write: true, make: true }) })
  }
  return checked
}
