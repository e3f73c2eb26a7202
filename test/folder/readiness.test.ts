import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { FileSystem } from '../../src/folder/file-system.ts'
import type { InputFolder } from '../../src/folder/input.ts'
import { judgeReadiness } from '../../src/folder/readiness.ts'
import { brokenFs } from './broken-fs.ts'
import { fill, inputFolder, oneFile, tempFolder } from './temp-folder.ts'

const minute = 60_000
const options = { settleMs: 1000, giveUpMs: 10 * minute }

/** Judges the one file of the folder as if it had looked like this for so long. */
async function judge(folder: InputFolder, forMs: number, more: { fs?: FileSystem; platform?: NodeJS.Platform } = {}) {
  const file = await oneFile(folder)
  return judgeReadiness(folder, file, { size: file.size, mtimeMs: file.mtimeMs, since: 0 }, forMs, { ...options, ...more })
}

test('a complete file is ready as soon as it has settled', async (t) => {
  const folder = inputFolder(await tempFolder(t))
  await fill(folder.path, { 'импорт.xml': '<a></a>' })
  assert.deepEqual(await judge(folder, 999), { kind: 'wait', why: 'changing', problem: null })
  assert.deepEqual(await judge(folder, 1000), { kind: 'ready' })
})

test('an unfinished file waits, and is given up after its time', async (t) => {
  const folder = inputFolder(await tempFolder(t))
  await fill(folder.path, { 'импорт.xml': '<a>' })
  assert.deepEqual(await judge(folder, 9 * minute), { kind: 'wait', why: 'unfinished', problem: null })
  const late = await judge(folder, 12 * minute)
  assert.ok(late.kind === 'incomplete')
  assert.equal(late.problem.code, 'folder.never-finished')
  assert.deepEqual(late.problem.args, { name: 'импорт.xml', minutes: 12, bytes: 3 })
})

test('so does an empty one', async (t) => {
  const folder = inputFolder(await tempFolder(t))
  await fill(folder.path, { 'import.xml': '' })
  assert.deepEqual(await judge(folder, minute), { kind: 'wait', why: 'empty', problem: null })
  assert.equal((await judge(folder, 10 * minute)).kind, 'incomplete')
})

test('a last line without its end waits twice as long', async (t) => {
  const folder = inputFolder(await tempFolder(t))
  await fill(folder.path, { 'zn.csv': 'a;b\r\n1;2' })
  assert.deepEqual(await judge(folder, 1999), { kind: 'wait', why: 'changing', problem: null })
  assert.deepEqual(await judge(folder, 2000), { kind: 'ready' })
})

test('where a marker is asked for, nothing is ready without it', async (t) => {
  const folder = inputFolder(await tempFolder(t), { marker: '{name}.ready' })
  await fill(folder.path, { 'a.xml': '<a/>' })
  assert.deepEqual(await judge(folder, minute), { kind: 'wait', why: 'marker', problem: null })
  const late = await judge(folder, 11 * minute)
  assert.ok(late.kind === 'wait')
  assert.deepEqual(late.problem?.args, { name: 'a.xml', minutes: 11, marker: 'a.xml.ready' })
  await fill(folder.path, { 'a.xml.ready': '' })
  assert.deepEqual(await judge(folder, minute), { kind: 'ready' })
})

test('on Windows a file that 1C holds for writing is locked, and missing rights are no lock', async (t) => {
  const folder = inputFolder(await tempFolder(t))
  await fill(folder.path, { 'a.xml': '<a/>' })
  const opening = (code: string) => brokenFs({ open: (_path, flags) => (flags === 'r+' ? code : null) })
  const held = { platform: 'win32', fs: opening('EBUSY') } as const
  assert.deepEqual(await judge(folder, minute, held), { kind: 'wait', why: 'locked', problem: null })
  const late = await judge(folder, 10 * minute, held)
  assert.ok(late.kind === 'wait')
  assert.equal(late.problem?.code, 'folder.file-locked')
  assert.deepEqual(await judge(folder, minute, { platform: 'win32', fs: opening('EPERM') }), { kind: 'ready' })
  assert.deepEqual(await judge(folder, minute, { platform: 'win32' }), { kind: 'ready' })
  assert.deepEqual(await judge(folder, minute, { platform: 'linux', fs: opening('EBUSY') }), { kind: 'ready' })
})

test('a file that cannot be opened at all waits as locked; one that is gone waits to be forgotten', async (t) => {
  const folder = inputFolder(await tempFolder(t))
  await fill(folder.path, { 'a.xml': '<a/>' })
  assert.deepEqual(await judge(folder, minute, { fs: brokenFs({ open: () => 'EACCES' }) }), {
    kind: 'wait',
    why: 'locked',
    problem: null,
  })
  const file = await oneFile(folder)
  await rm(join(folder.path, 'a.xml'))
  assert.deepEqual(await judgeReadiness(folder, file, { size: 4, mtimeMs: 0, since: 0 }, minute), {
    kind: 'wait',
    why: 'changing',
    problem: null,
  })
})

test('a bug is not taken for a locked file', async (t) => {
  const folder = inputFolder(await tempFolder(t))
  await fill(folder.path, { 'a.xml': '<a/>' })
  const fs = brokenFs({
    open: () => {
      throw new TypeError('a bug')
    },
  })
  await assert.rejects(judge(folder, minute, { fs }), TypeError)
})
