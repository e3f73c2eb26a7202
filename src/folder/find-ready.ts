import type { Problem } from '../problems/problem.ts'
import { realFileSystem } from './file-system.ts'
import type { InputFile, InputFolder } from './input.ts'
import { listInputs } from './list-inputs.ts'
import { judgeReadiness, type Readiness, type ReadinessOptions, usualReadiness } from './readiness.ts'
import { type Looks, lookAt } from './steadiness.ts'

export interface Waiting {
  readonly file: InputFile
  readonly readiness: Extract<Readiness, { kind: 'wait' }>
}

export interface Incomplete {
  readonly file: InputFile
  readonly problem: Problem
}

export type Found =
  | { readonly kind: 'gone'; readonly problem: Problem }
  | {
      readonly kind: 'found'
      readonly ready: readonly InputFile[]
      /** Look again after `settleMs`. */
      readonly waiting: readonly Waiting[]
      /** To be claimed and put into quarantine. */
      readonly incomplete: readonly Incomplete[]
      readonly problems: readonly Problem[]
    }

/**
 * One round of looking at one input folder. `looks` is carried from round to round; `isKnown` leaves out what a folder
 * read by copying has given already.
 */
export async function findReady(
  folder: InputFolder,
  looks: Looks,
  now: number,
  options: ReadinessOptions & { readonly isKnown?: (file: InputFile) => boolean } = usualReadiness,
): Promise<Found> {
  const listing = await listInputs(folder, options.fs ?? realFileSystem)
  if (listing.kind === 'gone') return listing
  const files = listing.files.filter((file) => !options.isKnown?.(file))
  lookAt(looks, files, now, folder.path)
  const found = { ready: [] as InputFile[], waiting: [] as Waiting[], incomplete: [] as Incomplete[] }
  // One after another: a first full export may bring thousands of files, and each look opens one.
  for (const file of files) {
    const readiness = await judgeReadiness(folder, file, looks.get(file.path)!, now, options)
    if (readiness.kind === 'ready') found.ready.push(file)
    else if (readiness.kind === 'wait') found.waiting.push({ file, readiness })
    else found.incomplete.push({ file, problem: readiness.problem })
  }
  return { kind: 'found', ...found, problems: listing.problems }
}
