import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { readLooks, writeLooks } from '../../src/folder/looks-file.ts'
import { tempFolder } from './temp-folder.ts'

test('looks outlive the process', async (t) => {
  const path = join(await tempFolder(t), 'looks.json')
  const looks = new Map([['C:\\обмен\\a.xml', { size: 1, mtimeMs: 2.5, since: 3 }]])
  assert.deepEqual(await writeLooks(path, looks), { kind: 'written', path })
  assert.deepEqual(await readLooks(path), looks)
})

test('a file of looks that is absent or damaged only costs a second look', async (t) => {
  const path = join(await tempFolder(t), 'looks.json')
  assert.equal((await readLooks(path)).size, 0)
  for (const text of ['[["a"', '{}', '[["a", null], "b", [1, {}], ["c", {"size": 1, "mtimeMs": "x", "since": 2}]]']) {
    await writeFile(path, text)
    assert.equal((await readLooks(path)).size, 0)
  }
})
