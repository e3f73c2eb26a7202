import { type Problem, problem } from '../problems/problem.ts'
import { errnoOf, isMissing } from './errno.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'

/** Removes the marker of a file that was taken, so that it does not vouch for the next one of that name. */
export async function clearMarker(path: string | null, fs: FileSystem = realFileSystem): Promise<Problem[]> {
  if (path === null) return []
  try {
    await fs.unlink(path)
    return []
  } catch (error) {
    const code = errnoOf(error)
    return isMissing(code) ? [] : [problem('folder.marker-stays', { path, code })]
  }
}
