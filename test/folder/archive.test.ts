import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { archiveFile, numberedName } from '../../src/folder/archive.ts'
import { claimFile } from '../../src/folder/claim.ts'
import { pruneArchive } from '../../src/folder/prune-archive.ts'
import { brokenFs, twoDevices } from './broken-fs.ts'
import { contentOf, fill, inputFolder, oneFile, tempFolder } from './temp-folder.ts'

const entry = { day: '2026-11-21', number: 12, name: 'import.xml' }

async function claimedFile(t: TestContext, text = 'x') {
  const folder = await tempFolder(t)
  const work = join(folder, 'work')
  await fill(join(folder, 'in'), { 'import.xml': text })
  const claim = await claimFile(await oneFile(inputFolder(join(folder, 'in'))), work, { take: 'move' })
  assert.ok(claim.kind === 'claimed')
  return { folder, work, archive: join(folder, 'archive'), path: claim.path }
}

test('a file goes into the folder of its day under its number, and its claim is forgotten', async (t) => {
  const { archive, work, path } = await claimedFile(t)
  const expected = join(archive, '2026-11-21', '000012 import.xml')
  assert.deepEqual(await archiveFile(path, archive, entry), { kind: 'moved', path: expected })
  assert.deepEqual(await contentOf(archive), { '2026-11-21/000012 import.xml': 'x' })
  assert.deepEqual(await contentOf(work), {})
})

test('nothing in the archive is ever overwritten', async (t) => {
  const { archive, path } = await claimedFile(t)
  await fill(archive, { '2026-11-21/000012 import.xml': 'y', '2026-11-21/000012 import (2).xml': 'zz' })
  await archiveFile(path, archive, entry)
  assert.deepEqual(await contentOf(archive), {
    '2026-11-21/000012 import (2).xml': 'zz',
    '2026-11-21/000012 import (3).xml': 'x',
    '2026-11-21/000012 import.xml': 'y',
  })
})

test('a file that had arrived before a crash is not kept twice', async (t) => {
  const { archive, work, path } = await claimedFile(t)
  await fill(archive, { '2026-11-21/000012 import.xml': 'x' })
  await archiveFile(path, archive, entry)
  assert.deepEqual(await contentOf(archive), { '2026-11-21/000012 import.xml': 'x' })
  assert.deepEqual(await contentOf(work), {})
})

test('an archive on another disk gets a proved copy', async (t) => {
  const { archive, work, path } = await claimedFile(t)
  assert.equal((await archiveFile(path, archive, entry, { fs: twoDevices(archive) })).kind, 'moved')
  assert.deepEqual(await contentOf(archive), { '2026-11-21/000012 import.xml': 'x' })
  assert.deepEqual(await contentOf(work), {})
})

test('an archive that cannot be written leaves the file in work/, with the cause', async (t) => {
  const { archive, path, work } = await claimedFile(t)
  const codes = { ENOSPC: 'folder.disk-full', EBUSY: 'folder.move-failed', EACCES: 'folder.move-failed' }
  for (const [code, expected] of Object.entries(codes)) {
    const moved = await archiveFile(path, archive, entry, { fs: brokenFs({ rename: () => code }), sleep: async () => {} })
    assert.ok(moved.kind === 'failed')
    assert.equal(moved.problem.code, expected)
  }
  const blind = await archiveFile(path, archive, entry, { fs: brokenFs({ lstat: () => 'EIO' }) })
  assert.ok(blind.kind === 'failed')
  assert.equal(blind.problem.args['code'], 'EIO')
  let reads = 0
  const changing = twoDevices(archive, {
    open: async (at) => {
      if (at === path && ++reads === 2) await writeFile(path, 'other bytes')
      return null
    },
  })
  const torn = await archiveFile(path, archive, entry, { fs: changing })
  assert.ok(torn.kind === 'failed')
  assert.equal(torn.problem.code, 'folder.copy-differs')
  assert.equal(Object.keys(await contentOf(work)).length, 2)
  assert.deepEqual(await contentOf(archive), {})
})

test('a number has six digits, and more when it needs them', () => {
  assert.equal(numberedName(7, 'отчёт?.csv'), '000007 отчёт_.csv')
  assert.equal(numberedName(1_234_567, 'a'), '1234567 a')
})

test('pruning removes the days that are old enough, and nothing else', async (t) => {
  const archive = await tempFolder(t)
  const days = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-30']
  await fill(archive, Object.fromEntries(days.map((day) => [`${day}/000001 a.xml`, 'x'])))
  await fill(archive, { 'мой отчёт/b.xml': 'x', '2020-01-01': 'a file of that name', '2020-01-01 копия/c.xml': 'x' })
  const pruned = await pruneArchive(archive, 30, '2026-03-30')
  assert.deepEqual(pruned, { days: ['2026-02-27'], problems: [] })
  assert.equal(Object.keys(await contentOf(archive)).length, 6)
  assert.deepEqual((await pruneArchive(archive, 0, '2026-03-30')).days, ['2026-02-28', '2026-03-01'])
})

test('a day that cannot be removed is reported, and the next one goes', async (t) => {
  const archive = await tempFolder(t)
  await mkdir(join(archive, '2026-01-01'))
  await mkdir(join(archive, '2026-01-02'))
  const fs = brokenFs({ rm: (path) => (path?.endsWith('01-01') ? 'EBUSY' : null) })
  const pruned = await pruneArchive(archive, 30, '2026-11-21', fs)
  assert.deepEqual([pruned.days, pruned.problems.map((found) => found.code)], [['2026-01-02'], ['folder.write-failed']])
  const lost = await pruneArchive(archive, 30, '2026-11-21', brokenFs({ readdir: () => 'EIO' }))
  assert.equal(lost.problems.length, 1)
  assert.deepEqual(await pruneArchive(join(archive, 'none'), 30, '2026-11-21'), { days: [], problems: [] })
})
