import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { StepResult } from './run.ts'

/** The expected files of a scenario, `step/path` → bytes. */
export async function readGolden(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const expected = join(folder, 'expected')
  const entries = await readdir(expected, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(await Promise.all(paths.map(async (path) => [relative(expected, path).split(sep).join('/'), await readFile(path)] as const)))
}

export function goldenOf(results: readonly StepResult[]): ReadonlyMap<string, Buffer> {
  return new Map(results.flatMap(({ name, files }) => [...files].map(([path, bytes]) => [`${name}/${path}`, bytes] as const)))
}

/** Replaces the expected files by what a run made. */
export async function writeGolden(folder: string, golden: ReadonlyMap<string, Buffer>): Promise<void> {
  const expected = join(folder, 'expected')
  await rm(expected, { recursive: true, force: true })
  for (const [path, bytes] of golden) {
    await mkdir(dirname(join(expected, path)), { recursive: true })
    await writeFile(join(expected, path), bytes)
  }
}
