import assert from 'node:assert/strict'
import { appendFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { claimFile } from '../../src/folder/claim.ts'
import { recoverClaims } from '../../src/folder/recover-claims.ts'
import { brokenFs, twoDevices } from './broken-fs.ts'
import { contentOf, fill, inputFolder, oneFile, tempFolder } from './temp-folder.ts'

/** One file claimed by a process that then ended; `fs` says how far it got. */
async function claimed(t: TestContext, options: Partial<Parameters<typeof claimFile>[2]> = {}) {
  const folder = await tempFolder(t)
  const [inside, work] = [join(folder, 'in'), join(folder, 'work')]
  const source = join(inside, 'a.xml')
  await fill(inside, { 'a.xml': '<a/>' })
  const result = await claimFile(await oneFile(inputFolder(inside)), work, { take: 'move', ...options })
  const file = (await readdir(work)).find((name) => name.endsWith(' a.xml'))
  return { inside, work, source, result, path: file === undefined ? null : join(work, file) }
}

test('a moved file that was written on after the crash goes back to its place', async (t) => {
  const { work, inside, path } = await claimed(t)
  await appendFile(path!, '<b')
  const { claims, problems } = await recoverClaims(work)
  assert.deepEqual([claims, problems.map((found) => found.code)], [[], ['folder.file-changed']])
  assert.deepEqual(await contentOf(inside), { 'a.xml': '<a/><b' })
  assert.deepEqual(await contentOf(work), {})
})

test('a copy is what it was, whatever became of its time and its source', async (t) => {
  const { work, inside, path, result } = await claimed(t, { take: 'copy' })
  await utimes(path!, 1, 1)
  await writeFile(join(inside, 'a.xml'), 'the next export')
  assert.deepEqual(await recoverClaims(work), { claims: [result], problems: [] })
})

test('a marker that outlived the crash is removed, the marker of a next file is not', async (t) => {
  for (const next of [false, true]) {
    const folder = await tempFolder(t)
    const [inside, work] = [join(folder, 'in'), join(folder, 'work')]
    const marker = join(inside, 'a.xml.ready')
    await fill(inside, { 'a.xml': '<a/>', 'a.xml.ready': '' })
    const file = await oneFile(inputFolder(inside, { marker: '{name}.ready' }))
    await claimFile(file, work, { take: 'move', marker, fs: brokenFs({ unlink: () => 'EBUSY' }) })
    if (next) await utimes(marker, 1, 1)
    const { claims } = await recoverClaims(work)
    assert.deepEqual([claims.length, claims[0]?.problems], [1, []])
    if (next) await stat(marker)
    else await assert.rejects(stat(marker), { code: 'ENOENT' })
  }
})

test('a marker in a folder that cannot be reached just now does not hold up its file', async (t) => {
  const folder = await tempFolder(t)
  await fill(folder, { 'in/a.xml': '<a/>', 'in/a.xml.ready': '' })
  const marker = join(folder, 'in', 'a.xml.ready')
  const file = await oneFile(inputFolder(join(folder, 'in'), { marker: '{name}.ready' }))
  await claimFile(file, join(folder, 'work'), { take: 'move', marker, fs: brokenFs({ unlink: () => 'EBUSY' }) })
  const { claims } = await recoverClaims(join(folder, 'work'), brokenFs({ lstat: (path) => (path === marker ? 'EIO' : null) }))
  assert.equal(claims.length, 1)
})

test('a marker whose time cannot be asked leaves the file where it is', async (t) => {
  const folder = await tempFolder(t)
  await fill(folder, { 'in/a.xml': '<a/>' })
  const file = await oneFile(inputFolder(join(folder, 'in')))
  const options = { take: 'move', marker: `${file.path}.ready`, fs: brokenFs({ lstat: () => 'EIO' }) } as const
  assert.equal((await claimFile(file, join(folder, 'work'), options)).kind, 'notNow')
  assert.deepEqual(await contentOf(folder), { 'in/a.xml': '<a/>' })
})

test('a file that cannot be read now stays for the next round, and the others are handed out', async (t) => {
  const { work, inside, source } = await claimed(t)
  await writeFile(source, '<a>2</a>')
  await claimFile(await oneFile(inputFolder(inside)), work, { take: 'move' })
  const [first] = (await readdir(work)).filter((name) => name.endsWith(' a.xml'))
  const busy = await recoverClaims(work, brokenFs({ open: (path) => (path?.endsWith(first!) ? 'EBUSY' : null) }))
  assert.deepEqual([busy.claims.length, busy.problems.map((found) => found.code)], [1, ['folder.file-busy']])
  assert.equal((await recoverClaims(work)).claims.length, 2)
})

test('a note without a file is dropped; one that cannot be read is a problem of the folder', async (t) => {
  const { work, path } = await claimed(t)
  const lost = await recoverClaims(work, brokenFs({ readFile: () => 'EIO' }))
  assert.deepEqual([lost.claims, lost.problems.map((found) => found.code)], [[], ['folder.write-failed']])
  await rm(path!)
  assert.deepEqual(await recoverClaims(work), { claims: [], problems: [] })
  assert.deepEqual(await readdir(work), [])
})

test('between two disks: what was set apart waits for its share, and for its deletion', async (t) => {
  const folder = await tempFolder(t)
  const work = join(folder, 'work')
  await fill(folder, { 'in/a.xml': '<a/>' })
  const stuck = twoDevices(work, { unlink: () => 'EBUSY' })
  await claimFile(await oneFile(inputFolder(join(folder, 'in'))), work, { take: 'move', fs: stuck })
  const away = await recoverClaims(work, twoDevices(work, { lstat: (path) => (path?.includes('taken') ? 'EHOSTDOWN' : null) }))
  assert.deepEqual([away.claims, away.problems.map((found) => found.args['code'])], [[], ['EHOSTDOWN']])
  const [apart = ''] = Object.keys(await contentOf(join(folder, 'in')))
  const id = /taken-(\S+) /.exec(apart)?.[1]
  await fill(work, { [`${id} a.xml`]: '<a/>' })
  const again = await recoverClaims(work, stuck)
  assert.deepEqual([again.claims, again.problems.map((found) => found.code)], [[], ['folder.file-busy']])
  const done = await recoverClaims(work, twoDevices(work))
  assert.deepEqual([done.claims.length, done.problems, await contentOf(join(folder, 'in'))], [1, [], {}])
})
