import { basename } from 'node:path'
import { type Problem, problem } from '../problems/problem.ts'
import { errnoOf, isMissing } from './errno.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'
import type { InputFile, InputFolder } from './input.ts'
import { markerFor } from './marker.ts'
import { isSteady, type Look } from './steadiness.ts'
import { checkTail } from './tail-check.ts'

export interface ReadinessOptions {
  /** How long size and time must have stood still, by our clock. */
  readonly settleMs: number
  /** After how long a file that stands still without an end is given up. */
  readonly giveUpMs: number
  readonly platform?: NodeJS.Platform
  readonly fs?: FileSystem
}

export const usualReadiness = { settleMs: 3000, giveUpMs: 10 * 60 * 1000 } as const satisfies ReadinessOptions

/** `incomplete`: to be set aside with this reason. A wait that lasts beyond `giveUpMs` brings a warning with it. */
export type Readiness =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'wait'
      readonly why: 'changing' | 'empty' | 'unfinished' | 'locked' | 'marker'
      readonly problem: Problem | null
    }
  | { readonly kind: 'incomplete'; readonly problem: Problem }

/** May this file be read now? The cheap questions come first; nothing is changed by asking. */
export async function judgeReadiness(
  folder: InputFolder,
  file: InputFile,
  look: Look,
  now: number,
  options: ReadinessOptions = usualReadiness,
): Promise<Readiness> {
  const fs = options.fs ?? realFileSystem
  const gaveUp = isSteady(look, now, options.giveUpMs)
  if (!isSteady(look, now, options.settleMs)) return wait('changing')
  const marker = markerFor(folder, file)
  if (marker !== null && !(await exists(marker.path, fs))) {
    return wait('marker', gaveUp ? overdue('folder.marker-missing', file, look, now, { marker: basename(marker.path) }) : null)
  }
  if (file.size === 0) return unfinished('empty', file, look, now, gaveUp)
  try {
    if (await isHeldByWriter(file.path, options.platform ?? process.platform, fs)) return locked(file, look, now, gaveUp)
    const tail = await checkTail(file.path, fs)
    if (tail === 'unfinished') return unfinished('unfinished', file, look, now, gaveUp)
    // A last line without its end is usual for 1C, and just as usual in the middle of writing: it waits twice as long.
    if (tail === 'open' && !isSteady(look, now, 2 * options.settleMs)) return wait('changing')
    return { kind: 'ready' }
  } catch (error) {
    return isMissing(errnoOf(error)) ? wait('changing') : locked(file, look, now, gaveUp)
  }
}

/**
 * Windows says EBUSY to a second writer while 1C writes. No right to write (a folder read by copying) says EPERM or
 * EACCES and tells nothing about writers. Other systems know no such locks.
 */
async function isHeldByWriter(path: string, platform: NodeJS.Platform, fs: FileSystem): Promise<boolean> {
  if (platform !== 'win32') return false
  try {
    await (await fs.open(path, 'r+')).close()
    return false
  } catch (error) {
    return errnoOf(error) === 'EBUSY'
  }
}

function wait(why: Extract<Readiness, { kind: 'wait' }>['why'], warning: Problem | null = null): Readiness {
  return { kind: 'wait', why, problem: warning }
}

function locked(file: InputFile, look: Look, now: number, gaveUp: boolean): Readiness {
  return wait('locked', gaveUp ? overdue('folder.file-locked', file, look, now) : null)
}

function unfinished(why: 'empty' | 'unfinished', file: InputFile, look: Look, now: number, gaveUp: boolean): Readiness {
  if (!gaveUp) return wait(why)
  return { kind: 'incomplete', problem: overdue('folder.never-finished', file, look, now, { bytes: file.size }) }
}

function overdue(
  code: 'folder.never-finished' | 'folder.file-locked' | 'folder.marker-missing',
  file: InputFile,
  look: Look,
  now: number,
  more: Problem['args'] = {},
): Problem {
  const minutes = Math.floor((now - look.since) / 60_000)
  return problem(code, { name: file.relative, minutes, ...more }, { file: file.relative })
}

async function exists(path: string, fs: FileSystem): Promise<boolean> {
  try {
    await fs.stat(path)
    return true
  } catch (error) {
    errnoOf(error)
    return false
  }
}
