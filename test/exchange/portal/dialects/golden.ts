import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What is expected, by its name. */
export function readGolden(name: string): Promise<string> {
  return readFile(pathOf(name), 'utf8')
}

export async function writeGolden(name: string, text: string): Promise<void> {
  await mkdir(dirname(pathOf(name)), { recursive: true })
  await writeFile(pathOf(name), text)
}

function pathOf(name: string): string {
  return join(import.meta.dirname, 'golden', `${name}.txt`)
}
