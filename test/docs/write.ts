// npm run docs: writes again the files that are made from the source; with --check it only says which are stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pages } from './pages.ts'

const root = join(import.meta.dirname, '..', '..')
const check = process.argv.includes('--check')
let stale = 0

for (const [path, make] of Object.entries(pages)) {
  const file = join(root, path)
  const text = make()
  if ((await readFile(file, 'utf8').catch(() => null)) === text) continue
  stale += 1
  console.log(check ? `stale: ${path}` : path)
  if (check) continue
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
if (check) {
  console.log(stale === 0 ? 'generated docs are up to date' : 'run: npm run docs')
  process.exitCode = stale === 0 ? 0 : 1
}
