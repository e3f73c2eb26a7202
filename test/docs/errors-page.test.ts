import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ProblemEntry } from '../../src/problems/entry.ts'
import { problemTable } from '../../src/problems/table.ts'

const page = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'errors.md'), 'utf8')
const documented = [...page.matchAll(/^## (\S+)\r?$/gm)].map(([, code]) => code)

test('every code is in docs/errors.md', () => {
  for (const code of Object.keys(problemTable)) assert.ok(documented.includes(code), `${code} is not documented: npm run docs`)
})

test('docs/errors.md has no code that is gone, and none twice', () => {
  for (const code of documented) assert.ok(code !== undefined && code in problemTable, `${code} is gone: npm run docs`)
  assert.equal(new Set(documented).size, documented.length)
})

test('every code says what happened, why and what to do, in both languages, with the same arguments', () => {
  for (const [code, entry] of Object.entries<ProblemEntry>(problemTable)) {
    for (const part of ['what', 'cause', 'action'] as const) {
      assert.match(entry[part].ru, /[а-яё]/i, `${code}: ${part} is not Russian`)
      assert.match(entry[part].en, /[a-z]{2}/i, `${code}: ${part} is not English`)
      assert.deepEqual(args(entry[part].ru), args(entry[part].en), `${code}: ${part} has other arguments in English`)
    }
  }
})

function args(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<!\{)\{(\w+)\}(?!\})/g)].map(([, name]) => name ?? ''))].sort()
}
