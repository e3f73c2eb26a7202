import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { appendFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type Claim, type ClaimOptions, claimFile, type NotNow } from '../../src/folder/claim.ts'
import { findReady } from '../../src/folder/find-ready.ts'
import type { InputFile } from '../../src/folder/input.ts'
import { recoverClaims } from '../../src/folder/recover-claims.ts'
import { brokenFs, twoDevices } from './broken-fs.ts'
import { contentOf, fill, inputFolder, oneFile, tempFolder } from './temp-folder.ts'

const text = '<a>Болт</a>'
const sha256 = createHash('sha256').update(text).digest('hex')

interface Scene {
  readonly inside: string
  readonly work: string
  readonly source: string
  readonly file: InputFile
}

/** One ready file `импорт 1.xml` in `in`, and a `work` that is not there yet. */
async function scene(t: TestContext): Promise<Scene> {
  const folder = await tempFolder(t)
  const inside = join(folder, 'in')
  await fill(inside, { 'импорт 1.xml': text })
  return {
    inside,
    work: join(folder, 'work'),
    source: join(inside, 'импорт 1.xml'),
    file: await oneFile(inputFolder(inside)),
  }
}

const at = (path: string | undefined, folder: string) => dirname(path ?? '') === folder

function claimed(result: Claim | NotNow): Claim {
  if (result.kind !== 'claimed') assert.fail(result.problem.code)
  return result
}

async function refused(at: Scene, options: ClaimOptions, code: string) {
  const result = await claimFile(at.file, at.work, options)
  assert.equal(result.kind === 'notNow' ? result.problem.code : result.kind, code)
}

for (const take of ['move', 'copy'] as const) {
  test(`${take}: the file is ours, with its name, place, size and hash`, async (t) => {
    const here = await scene(t)
    const claim = claimed(await claimFile(here.file, here.work, { take }))
    assert.deepEqual(
      { ...claim, path: dirname(claim.path) },
      {
        kind: 'claimed',
        path: here.work,
        name: 'импорт 1.xml',
        sourcePath: here.source,
        bytes: Buffer.byteLength(text),
        sha256,
        mtimeMs: here.file.mtimeMs,
        problems: [],
      },
    )
    assert.match(claim.path, / импорт 1\.xml$/)
    assert.deepEqual(await contentOf(here.inside), take === 'move' ? {} : { 'импорт 1.xml': text })
    assert.equal((await contentOf(here.work))[claim.path.slice(here.work.length + 1)], text)
  })

  test(`${take}: a file that changed since it was found ready is left alone`, async (t) => {
    const here = await scene(t)
    await appendFile(here.source, ' ')
    await refused(here, { take }, 'folder.file-changed')
    assert.deepEqual(await contentOf(here.inside), { 'импорт 1.xml': `${text} ` })
    assert.deepEqual(await contentOf(here.work), {})
  })

  test(`${take}: a file that 1C removed is only a notice`, async (t) => {
    const here = await scene(t)
    await rm(here.source)
    await refused(here, { take }, 'folder.file-vanished')
    assert.deepEqual(await contentOf(here.work), {})
  })

  test(`${take}: the file's own marker goes with it`, async (t) => {
    const here = await scene(t)
    const marker = `${here.source}.ready`
    await writeFile(marker, '')
    claimed(await claimFile(here.file, here.work, { take, marker }))
    await assert.rejects(stat(marker), { code: 'ENOENT' })
  })

  test(`${take}: a work folder that cannot be written leaves the file where it is`, async (t) => {
    const here = await scene(t)
    await refused(here, { take, fs: brokenFs({ mkdir: () => 'EACCES' }) }, 'folder.no-rights')
    const full = brokenFs({ open: (path) => (at(path, here.work) ? 'ENOSPC' : null) })
    await refused(here, { take, fs: full }, 'folder.disk-full')
    assert.deepEqual(await contentOf(here.inside), { 'импорт 1.xml': text })
    assert.deepEqual(await contentOf(here.work), {})
  })
}

test('move: a file held by another program is tried again later', async (t) => {
  const here = await scene(t)
  await refused(
    here,
    { take: 'move', fs: brokenFs({ rename: (from) => (from === here.source ? 'EBUSY' : null) }) },
    'folder.file-busy',
  )
  assert.deepEqual(await contentOf(here.work), {})
})

test('a marker that cannot be removed is said, and the file is ours all the same', async (t) => {
  const here = await scene(t)
  await writeFile(`${here.source}.ready`, '')
  const fs = brokenFs({ unlink: (path) => (path?.endsWith('.ready') ? 'EACCES' : null) })
  const claim = claimed(await claimFile(here.file, here.work, { take: 'move', marker: `${here.source}.ready`, fs }))
  assert.deepEqual(
    claim.problems.map((found) => found.code),
    ['folder.marker-stays'],
  )
  const gone = claimed(await claimFile(await remake(here), here.work, { take: 'move', marker: `${here.inside}/none` }))
  assert.deepEqual(gone.problems, [])
})

/** The file once more, as a next export brings it. */
async function remake(here: Scene): Promise<InputFile> {
  await writeFile(here.source, text)
  await rm(`${here.source}.ready`, { force: true })
  return oneFile(inputFolder(here.inside))
}

/** 1C goes on writing into its open file just after the rename: `write` gets the path that the bytes now have. */
function writingOn(here: Scene, write: (path: string) => Promise<void>) {
  return brokenFs({
    open: async (path = '') => {
      if (at(path, here.work) && path.endsWith(' импорт 1.xml')) await write(path)
      return null
    },
  })
}

test('move: a file whose writer goes on behind the rename is put back', async (t) => {
  const here = await scene(t)
  await refused(here, { take: 'move', fs: writingOn(here, (path) => appendFile(path, '<b')) }, 'folder.file-changed')
  assert.deepEqual(await contentOf(here.inside), { 'импорт 1.xml': `${text}<b` })
  assert.deepEqual(await contentOf(here.work), {})
})

test('move: where links are unknown, a file is put back all the same', async (t) => {
  const here = await scene(t)
  const fs = { ...writingOn(here, (path) => appendFile(path, '<b')), link: brokenFs({ link: () => 'EPERM' }).link }
  await refused(here, { take: 'move', fs }, 'folder.file-changed')
  assert.deepEqual(await contentOf(here.inside), { 'импорт 1.xml': `${text}<b` })
})

for (const links of [true, false]) {
  test(`move: a new file of 1C in the old place is never overwritten (links: ${links})`, async (t) => {
    const here = await scene(t)
    const write = async (path: string) => {
      await appendFile(path, '<b')
      await writeFile(here.source, 'the next export')
    }
    const link = brokenFs({ link: () => (links ? null : 'ENOTSUP') }).link
    await refused(here, { take: 'move', fs: { ...writingOn(here, write), link } }, 'folder.file-changed')
    assert.deepEqual(await contentOf(here.inside), { 'импорт 1.xml': 'the next export' })
    const { claims, problems } = await recoverClaims(here.work)
    assert.deepEqual(
      [claims.length, claims[0]?.bytes, claims[0]?.name, problems],
      [1, Buffer.byteLength(text) + 2, 'импорт 1.xml', []],
    )
  })
}

test('move: a file that cannot be read in work/ stays in the keeping of the next round', async (t) => {
  const here = await scene(t)
  const fs = brokenFs({ open: (path = '') => (at(path, here.work) && path.endsWith(' импорт 1.xml') ? 'EBUSY' : null) })
  await refused(here, { take: 'move', fs }, 'folder.file-busy')
  const { claims } = await recoverClaims(here.work)
  assert.deepEqual([claims.length, claims[0]?.sha256, claims[0]?.sourcePath], [1, sha256, here.source])
})

test('copy: bytes that change while they are copied are not taken, though size and time stand still', async (t) => {
  const here = await scene(t)
  let opened = 0
  const fs = brokenFs({
    open: async (path) => {
      if (path !== here.source || ++opened !== 2) return null
      const { utimes } = await import('node:fs/promises')
      const { atime, mtime } = await stat(here.source)
      await writeFile(here.source, text.replace('Болт', 'Гайк'))
      await utimes(here.source, atime, mtime)
      return null
    },
  })
  await refused(here, { take: 'copy', fs }, 'folder.file-changed')
  assert.deepEqual(await contentOf(here.work), {})
})

test('between two disks a move copies, proves the copy, and only then lets go of the source', async (t) => {
  const here = await scene(t)
  const claim = claimed(await claimFile(here.file, here.work, { take: 'move', fs: twoDevices(here.work) }))
  assert.deepEqual([claim.sha256, claim.name, claim.sourcePath], [sha256, 'импорт 1.xml', here.source])
  assert.deepEqual(await contentOf(here.inside), {})
  const { claims } = await recoverClaims(here.work)
  assert.deepEqual(claims, [claim])
})

test('between two disks: the next file of 1C under the same name survives the deletion of the first', async (t) => {
  const here = await scene(t)
  const fs = twoDevices(here.work, {
    unlink: async () => {
      await writeFile(here.source, 'the next export')
      return null
    },
  })
  claimed(await claimFile(here.file, here.work, { take: 'move', fs }))
  assert.deepEqual(await contentOf(here.inside), { 'импорт 1.xml': 'the next export' })
})

test('between two disks: what cannot be copied goes back to its place', async (t) => {
  const here = await scene(t)
  const failing = (code: string) => {
    let copies = 0
    return twoDevices(here.work, {
      open: (path = '', flags) => (flags === 'wx' && at(path, here.work) && ++copies > 2 ? code : null),
    })
  }
  await refused(here, { take: 'move', fs: failing('ENOSPC') }, 'folder.disk-full')
  assert.deepEqual(await contentOf(here.inside), { 'импорт 1.xml': text })
  assert.deepEqual(await contentOf(here.work), {})
})

test('between two disks: a source that cannot be set apart is left, one that cannot be deleted is not taken twice', async (t) => {
  const here = await scene(t)
  await refused(
    here,
    { take: 'move', fs: twoDevices(here.work, { rename: (from) => (from === here.source ? 'EXDEV' : null) }) },
    'folder.file-busy',
  )
  assert.deepEqual(await contentOf(here.inside), { 'импорт 1.xml': text })
  await refused(here, { take: 'move', fs: twoDevices(here.work, { unlink: () => 'EBUSY' }) }, 'folder.file-busy')
  assert.equal(Object.keys(await contentOf(here.inside)).length, 1)
  const found = await findReady(inputFolder(here.inside), new Map(), 0)
  assert.ok(found.kind === 'found')
  assert.deepEqual([found.ready, found.waiting], [[], []])
  const { claims } = await recoverClaims(here.work, twoDevices(here.work))
  assert.deepEqual([claims.length, claims[0]?.sha256], [1, sha256])
  assert.deepEqual(await contentOf(here.inside), {})
})

test('between two disks: without room for the note nothing begins', async (t) => {
  const here = await scene(t)
  let notes = 0
  const fs = twoDevices(here.work, { rename: (_from, to) => (to?.endsWith('.claim.json') && ++notes > 2 ? 'ENOSPC' : null) })
  await refused(here, { take: 'move', fs }, 'folder.disk-full')
  assert.deepEqual(await contentOf(here.inside), { 'импорт 1.xml': text })
})

test('two files of one name are two claims', async (t) => {
  const here = await scene(t)
  const first = claimed(await claimFile(here.file, here.work, { take: 'move' }))
  const second = claimed(await claimFile(await remake(here), here.work, { take: 'move' }))
  assert.notEqual(first.path, second.path)
  assert.equal((await recoverClaims(here.work)).claims.length, 2)
})
