import { join } from 'node:path'
import { type Problem, problem } from '../problems/problem.ts'
import { errnoOf, goneProblem, isMissing } from './errno.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'
import type { InputFile, InputFolder, Listing } from './input.ts'
import { looksLikeMarker } from './marker.ts'
import { matchesAny } from './masks.ts'
import { isOurs } from './our-names.ts'

/**
 * What lies in an input folder now. A folder that cannot be read is `gone`, never empty: "nothing came" and "the share is
 * off" are different news. Links are not followed, pictures of 1C (`import_files`) stay where they are.
 */
export async function listInputs(folder: InputFolder, fs: FileSystem = realFileSystem): Promise<Listing> {
  const files: InputFile[] = []
  const problems: Problem[] = []
  const lost = await collect(folder, '', files, problems, fs)
  if (lost !== null) return { kind: 'gone', problem: lost }
  // Asked last: a share that went away during the walk must not pass for one that became empty.
  const unproven = await missingSentinel(folder, fs)
  if (unproven !== null) return { kind: 'gone', problem: unproven }
  files.sort((one, other) => natural.compare(one.relative, other.relative) || (one.relative < other.relative ? -1 : 1))
  return { kind: 'listed', files, problems }
}

const natural = new Intl.Collator('en', { numeric: true })

async function collect(
  folder: InputFolder,
  inside: string,
  files: InputFile[],
  problems: Problem[],
  fs: FileSystem,
): Promise<Problem | null> {
  const here = join(folder.path, inside)
  try {
    for (const entry of await fs.readdir(here, { withFileTypes: true })) {
      const relative = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory()) {
        if (!folder.recursive || isForeignFolder(entry.name)) continue
        const lost = await collect(folder, relative, files, problems, fs)
        if (lost !== null) return lost
      } else if (entry.isFile() && isInput(folder, entry.name, relative)) {
        const file = await describe(folder, relative, entry.name, fs)
        if (file !== null) files.push(file)
      }
    }
    return null
  } catch (error) {
    const code = errnoOf(error)
    if (inside === '') return goneProblem(code, folder.path)
    if (isMissing(code)) return null
    if (code !== 'EACCES' && code !== 'EPERM') return goneProblem(code, here)
    problems.push(problem('folder.subfolder-unreadable', { path: here, code }))
    return null
  }
}

async function describe(folder: InputFolder, relative: string, name: string, fs: FileSystem): Promise<InputFile | null> {
  const path = join(folder.path, relative)
  try {
    const { size, mtimeMs, ino } = await fs.lstat(path)
    return { path, relative, name, size, mtimeMs, ino }
  } catch (error) {
    // 1C clears its folder while we look (1c-side.md §1).
    if (isMissing(errnoOf(error))) return null
    throw error
  }
}

function isInput(folder: InputFolder, name: string, relative: string): boolean {
  if (isForeignFile(name) || name === folder.sentinel || looksLikeMarker(folder, name)) return false
  return folder.files.length === 0 || matchesAny(relative, folder.files)
}

function isForeignFile(name: string): boolean {
  return isOurs(name) || name.startsWith('.') || name.startsWith('~$') || /\.(?:part|tmp)$/i.test(name) || isSystemFile(name)
}

function isSystemFile(name: string): boolean {
  return /^(?:thumbs\.db|desktop\.ini)$/i.test(name)
}

/** Exported names of folders are 1C's own; `import_files` holds pictures, dot folders belong to systems. */
function isForeignFolder(name: string): boolean {
  return name.startsWith('.') || name.toLowerCase() === 'import_files'
}

async function missingSentinel(folder: InputFolder, fs: FileSystem): Promise<Problem | null> {
  if (folder.sentinel === null) return null
  try {
    await fs.stat(join(folder.path, folder.sentinel))
    return null
  } catch (error) {
    const code = errnoOf(error)
    if (!isMissing(code)) return goneProblem(code, folder.path)
    return problem('folder.sentinel-missing', { path: folder.path, sentinel: folder.sentinel })
  }
}
