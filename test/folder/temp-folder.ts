import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import type { InputFile, InputFolder } from '../../src/folder/input.ts'
import { listInputs } from '../../src/folder/list-inputs.ts'

/** A real folder with spaces and Cyrillic in its path, as УНФ names it; gone when the test is over. */
export async function tempFolder(t: TestContext): Promise<string> {
  const outer = await mkdtemp(join(tmpdir(), 'obmen24 папка '))
  t.after(() => rm(outer, { recursive: true, force: true }))
  const folder = join(outer, 'webdata - 0c1f7f0e-1111-4a4e-9d57-4f3c5d3a0001')
  await mkdir(folder)
  return folder
}

/** Writes files by their paths inside `folder`. */
export async function fill(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** Every file below `folder`, path → text. */
export async function contentOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const pairs = await Promise.all(paths.sort().map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')]))
  return Object.fromEntries(pairs)
}

export function inputFolder(path: string, more: Partial<InputFolder> = {}): InputFolder {
  return { path, recursive: false, take: 'move', files: [], marker: null, sentinel: null, ...more }
}

export async function filesIn(folder: InputFolder): Promise<readonly InputFile[]> {
  const listing = await listInputs(folder)
  if (listing.kind === 'gone') throw new Error(`gone: ${listing.problem.code}`)
  return listing.files
}

export async function oneFile(folder: InputFolder): Promise<InputFile> {
  const [file, ...others] = await filesIn(folder)
  if (file === undefined || others.length > 0) throw new Error(`expected one file in ${folder.path}`)
  return file
}
