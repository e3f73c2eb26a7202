import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fitsMask } from '../folder/masks.ts'

/**
 * Files that the arguments name: a file, every file below a folder, or a mask in the last part (cmd.exe leaves `*.xml` to
 * the program). `missing` holds what leads nowhere. In the order of the arguments, inside a folder by name.
 */
export async function expandFiles(
  args: readonly string[],
  cwd: string,
): Promise<{ readonly files: readonly string[]; readonly missing: readonly string[] }> {
  const files: string[] = []
  const missing: string[] = []
  for (const arg of args) {
    const path = resolve(cwd, arg)
    const info = await stat(path).catch(() => null)
    const found = info?.isFile() ? [path] : info?.isDirectory() ? await filesBelow(path) : await filesByMask(path)
    if (found.length === 0) missing.push(arg)
    files.push(...found)
  }
  return { files: [...new Set(files)], missing }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function filesByMask(path: string): Promise<readonly string[]> {
  if (!/[*?]/.test(basename(path))) return []
  const entries = await readdir(dirname(path), { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && fitsMask(basename(path), entry.name))
    .map((entry) => join(dirname(path), entry.name))
    .sort()
}
