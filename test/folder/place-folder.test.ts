import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { tempName } from '../../src/folder/our-names.ts'
import { placeFolder } from '../../src/folder/place-folder.ts'
import { brokenFs } from './broken-fs.ts'
import { contentOf, fill, tempFolder } from './temp-folder.ts'

const set = { 'компании.csv': 'a', 'part 2/контакты.csv': 'b' }

test('a set of files appears at once', async (t) => {
  const folder = await tempFolder(t)
  const [temp, final] = [join(folder, tempName()), join(folder, '000012 Импорт')]
  await fill(temp, set)
  assert.deepEqual(await placeFolder(temp, final), { kind: 'placed', path: final })
  assert.deepEqual(await contentOf(folder), {
    '000012 Импорт/компании.csv': 'a',
    '000012 Импорт/part 2/контакты.csv': 'b',
  })
})

test('the same set a second time changes nothing', async (t) => {
  const folder = await tempFolder(t)
  const [temp, final] = [join(folder, tempName()), join(folder, 'set')]
  await fill(final, set)
  await fill(temp, set)
  assert.deepEqual(await placeFolder(temp, final), { kind: 'alreadyThere', path: final })
  assert.equal(Object.keys(await contentOf(folder)).length, 2)
})

test('another set under the same name is refused, and the one that is there stays', async (t) => {
  const folder = await tempFolder(t)
  const [temp, final] = [join(folder, tempName()), join(folder, 'set')]
  await fill(final, { ...set, 'компании.csv': 'changed by hand' })
  await fill(temp, set)
  const placed = await placeFolder(temp, final)
  assert.ok(placed.kind === 'failed')
  assert.equal(placed.problem.code, 'folder.set-exists')
  assert.equal((await contentOf(final))['компании.csv'], 'changed by hand')
})

test('a folder that cannot be put in place is a problem, with its cause', async (t) => {
  const folder = await tempFolder(t)
  const [temp, final] = [join(folder, tempName()), join(folder, 'set')]
  await fill(temp, set)
  const codes = { EPERM: 'folder.target-busy', ENOSPC: 'folder.disk-full' }
  for (const [code, expected] of Object.entries(codes)) {
    const placed = await placeFolder(temp, final, { fs: brokenFs({ rename: () => code }), sleep: async () => {} })
    assert.ok(placed.kind === 'failed')
    assert.equal(placed.problem.code, expected)
  }
  const blind = await placeFolder(temp, final, { fs: brokenFs({ lstat: () => 'EIO' }) })
  assert.ok(blind.kind === 'failed')
  assert.equal(blind.problem.code, 'folder.write-failed')
})
