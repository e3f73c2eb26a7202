import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { asideName } from '../../src/folder/our-names.ts'
import { sweep } from '../../src/folder/sweep.ts'
import { writeAtomic } from '../../src/folder/write-atomic.ts'
import { brokenFs } from './broken-fs.ts'
import { contentOf, tempFolder } from './temp-folder.ts'

const sleep = async () => {}

test('writes text, bytes, or what a function writes, and leaves nothing beside it', async (t) => {
  const folder = await tempFolder(t)
  const target = join(folder, 'ответ.csv')
  assert.deepEqual(await writeAtomic(target, 'первый'), { kind: 'written', path: target })
  assert.deepEqual(await contentOf(folder), { 'ответ.csv': 'первый' })
  await writeAtomic(target, Buffer.from('second'))
  assert.deepEqual(await contentOf(folder), { 'ответ.csv': 'second' })
  await writeAtomic(target, async (file) => {
    await file.write('one;')
    await file.write('two')
  })
  assert.deepEqual(await contentOf(folder), { 'ответ.csv': 'one;two' })
})

test('the target is never missing and never half there', async (t) => {
  const folder = await tempFolder(t)
  const target = join(folder, 'answer.xml')
  await writeFile(target, 'old')
  const seen = new Set<string | undefined>()
  const look = async () => {
    seen.add((await contentOf(folder))['answer.xml'])
    return null
  }
  await writeAtomic(target, 'new', { fs: brokenFs({ open: look, rename: look, rm: look }) })
  assert.deepEqual([...seen], ['old', 'new'])
})

test('a target that 1C holds open is tried again until it is free', async (t) => {
  const folder = await tempFolder(t)
  const target = join(folder, 'answer.xml')
  const codes = ['EPERM', 'EACCES', 'EBUSY']
  const slept: number[] = []
  const fs = brokenFs({ rename: (_from, to) => (to === target ? codes.shift() : null) })
  const written = await writeAtomic(target, 'new', { fs, sleep: async (milliseconds) => slept.push(milliseconds) })
  assert.equal(written.kind, 'written')
  assert.deepEqual(slept, [25, 50, 100])
})

test('one that stays busy keeps its content, and the next start puts the new one in its place', async (t) => {
  const folder = await tempFolder(t)
  const target = join(folder, 'answer.xml')
  await writeFile(target, 'old')
  let slept = 0
  const fs = brokenFs({ rename: (_from, to) => (to === target ? 'EBUSY' : null) })
  const written = await writeAtomic(target, 'new', { fs, waitMs: 5000, sleep: async (ms) => (slept += ms) })
  assert.ok(written.kind === 'failed')
  assert.deepEqual([written.problem.code, written.problem.args['seconds'], slept], ['folder.target-busy', 5, 5000])
  assert.deepEqual(await contentOf(folder), { 'answer.xml': 'old', [asideName('answer.xml')]: 'new' })
  const again = await writeAtomic(target, 'newer', { fs, waitMs: 0 })
  assert.equal(again.kind, 'failed')
  const swept = await sweep({ inputs: [], work: join(folder, 'work'), own: [folder] })
  assert.deepEqual(swept.finished, [target])
  assert.deepEqual(await contentOf(folder), { 'answer.xml': 'newer' })
})

test('an older content left aside never comes after a newer one', async (t) => {
  const folder = await tempFolder(t)
  const target = join(folder, 'answer.xml')
  await writeAtomic(target, 'older', { fs: brokenFs({ rename: (_from, to) => (to === target ? 'EBUSY' : null) }), sleep })
  await writeAtomic(target, 'newer')
  await sweep({ inputs: [], work: join(folder, 'work'), own: [folder] })
  assert.deepEqual(await contentOf(folder), { 'answer.xml': 'newer' })
})

test('a folder in the place of the target is reported at once, without waiting', async (t) => {
  const folder = await tempFolder(t)
  const target = join(folder, 'answer.xml')
  await mkdir(join(target, 'something'), { recursive: true })
  const written = await writeAtomic(target, 'new', { sleep: () => assert.fail('nothing to wait for') })
  assert.ok(written.kind === 'failed')
  assert.equal(written.problem.code, 'folder.write-failed')
  assert.equal(written.kept, join(folder, asideName('answer.xml')))
})

test('a full disk, missing rights and a missing folder have their own words, and leave no half file', async (t) => {
  const folder = await tempFolder(t)
  const target = join(folder, 'answer.xml')
  const codes = { ENOSPC: 'folder.disk-full', EROFS: 'folder.no-rights', EIO: 'folder.write-failed' }
  for (const [code, expected] of Object.entries(codes)) {
    const fs = brokenFs({ rename: () => code })
    const written = await writeAtomic(target, 'new', { fs })
    assert.ok(written.kind === 'failed')
    assert.deepEqual([written.problem.code, written.kept], [expected, null])
  }
  assert.deepEqual(await contentOf(folder), {})
  const absent = await writeAtomic(join(dirname(folder), 'absent', 'a.xml'), 'new')
  assert.ok(absent.kind === 'failed')
  assert.equal(absent.problem.code, 'folder.write-failed')
})

test('a bug in the writing function comes through, and the old content stays', async (t) => {
  const folder = await tempFolder(t)
  const target = join(folder, 'answer.xml')
  await writeFile(target, 'old')
  const broken = writeAtomic(target, async (file) => {
    await file.write('half')
    throw new TypeError('a bug')
  })
  await assert.rejects(broken, TypeError)
  assert.deepEqual(await contentOf(folder), { 'answer.xml': 'old' })
})

test('a system without fsync of folders is no trouble', async (t) => {
  const folder = await tempFolder(t)
  const target = join(folder, 'answer.xml')
  const fs = brokenFs({ open: (path) => (path === folder ? 'EPERM' : null) })
  assert.equal((await writeAtomic(target, 'new', { fs })).kind, 'written')
  assert.deepEqual(await contentOf(folder), { 'answer.xml': 'new' })
})
