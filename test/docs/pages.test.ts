import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { pages } from './pages.ts'

const root = join(import.meta.dirname, '..', '..')

for (const [path, make] of Object.entries(pages)) {
  test(`${path} says what the source says (else: npm run docs)`, async () => {
    const written = (await readFile(join(root, path), 'utf8')).replaceAll('\r\n', '\n')
    assert.ok(written === make(), `${path} is out of date: run npm run docs`)
  })
}
