import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../problems/problem.ts'
import { errnoOf, goneProblem, writeProblem } from './errno.ts'
import { tempName } from './our-names.ts'

/**
 * What keeps a folder from being used: it cannot be listed, or a trial file cannot be written and removed. `make`: a folder
 * that is not there is made, as a run would. Nothing is left behind.
 */
export async function tryFolder(
  path: string,
  { write, make }: { readonly write: boolean; readonly make: boolean },
): Promise<readonly Problem[]> {
  try {
    if (make) await mkdir(path, { recursive: true })
    await readdir(path)
  } catch (error) {
    return [make ? writeProblem(errnoOf(error), path) : goneProblem(errnoOf(error), path)]
  }
  if (!write) return []
  const trial = join(path, tempName())
  try {
    await writeFile(trial, 'obmen24')
    await rm(trial)
    return []
  } catch (error) {
    return [writeProblem(errnoOf(error), path)]
  }
}
