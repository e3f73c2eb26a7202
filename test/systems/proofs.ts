import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** A test that says by its title which features it proves: `test('B6, B11: a deal is found …`. */
export interface Proof {
  readonly ids: readonly string[]
  readonly title: string
  /** Path of its file from the root of the checkout. */
  readonly file: string
}

/** All of them, in the order of their files. Only tests that `npm test` runs count. */
export function findProofs(): readonly Proof[] {
  const root = join(import.meta.dirname, '..', '..')
  const entries = readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
  return files.sort().flatMap((file) => proofsIn(readFileSync(file, 'utf8'), relative(root, file).split(sep).join('/')))
}

function proofsIn(text: string, file: string): readonly Proof[] {
  return [...text.matchAll(titled)].map(([, , ids = '', title = '']) => ({ ids: ids.split(', '), title, file }))
}

const titled = /^\s*(?:test|it)\(\s*(['"`])([A-E]\d+(?:, [A-E]\d+)*): (.+?)(?<!\\)\1, /gm
