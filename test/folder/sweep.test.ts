import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { asideName, takenName, tempName } from '../../src/folder/our-names.ts'
import { recoverClaims } from '../../src/folder/recover-claims.ts'
import { sweep } from '../../src/folder/sweep.ts'
import { brokenFs } from './broken-fs.ts'
import { contentOf, fill, inputFolder, tempFolder } from './temp-folder.ts'

const id = '20261121T101500123-0a1b2c3d'

test("half-made files and folders go, finished answers take their place, other people's files stay", async (t) => {
  const folder = await tempFolder(t)
  const set = tempName()
  await fill(folder, {
    [`out/${tempName()}`]: 'half',
    [`out/${set}/часть.csv`]: 'half',
    [`out/${asideName('answer.csv')}`]: 'new',
    'out/answer.csv': 'old',
    'out/.~lock.answer.csv#': 'LibreOffice',
    [`archive/2026-11-21/${tempName()}`]: 'half',
    [`work/${tempName()}`]: 'half',
    'work/something of a person.txt': 'x',
  })
  const own = ['out', 'archive', 'never made'].map((name) => join(folder, name))
  const swept = await sweep({ inputs: [], work: join(folder, 'work'), own })
  assert.deepEqual([swept.removed.length, swept.finished, swept.problems], [4, [join(folder, 'out/answer.csv')], []])
  assert.deepEqual(await contentOf(folder), {
    'out/.~lock.answer.csv#': 'LibreOffice',
    'out/answer.csv': 'new',
    'work/something of a person.txt': 'x',
  })
})

test('an answer whose place is still busy waits on', async (t) => {
  const folder = await tempFolder(t)
  await fill(folder, { [asideName('answer.csv')]: 'new' })
  const swept = await sweep(
    { inputs: [], work: join(folder, 'work'), own: [folder] },
    { fs: brokenFs({ rename: () => 'EBUSY' }), waitMs: 0 },
  )
  assert.deepEqual(
    swept.problems.map((found) => found.code),
    ['folder.target-busy'],
  )
  assert.deepEqual(await contentOf(folder), { [asideName('answer.csv')]: 'new' })
})

test('an input set apart by a claim that nobody remembers gets its name back, over nothing', async (t) => {
  const folder = await tempFolder(t)
  const input = inputFolder(join(folder, 'in'), { recursive: true })
  await fill(input.path, {
    [`sub/${takenName(id, 'импорт 1.xml')}`]: 'first',
    'sub/импорт 1.xml': 'second',
    'sub/импорт 1 (2).xml': 'x',
  })
  const swept = await sweep({ inputs: [input], work: join(folder, 'work'), own: [] })
  assert.deepEqual(swept.restored, [join(input.path, 'sub/импорт 1 (3).xml')])
  assert.deepEqual(await contentOf(input.path), {
    'sub/импорт 1 (2).xml': 'x',
    'sub/импорт 1 (3).xml': 'first',
    'sub/импорт 1.xml': 'second',
  })
})

test('what cannot be read is reported, and the rest is swept', async (t) => {
  const folder = await tempFolder(t)
  await fill(folder, { [`out/${tempName()}`]: 'half', [`in/${takenName(id, 'a.xml')}`]: 'x' })
  const folders = {
    inputs: [inputFolder(join(folder, 'in'))],
    work: join(folder, 'work'),
    own: [join(folder, 'lost'), join(folder, 'out')],
  }
  const fs = brokenFs({ readdir: (path) => (path?.endsWith('lost') ? 'EIO' : null), link: () => 'EROFS' })
  const swept = await sweep(folders, { fs })
  assert.deepEqual(
    swept.problems.map((found) => found.code),
    ['folder.share-lost', 'folder.no-rights'],
  )
  assert.equal(swept.removed.length, 1)
})

test("work/ gives back what has no note, drops notes without a file, and passes over what is a person's", async (t) => {
  const work = await tempFolder(t)
  const other = '20261121T101500124-0a1b2c3d'
  await fill(work, { [`${id} импорт.xml`]: 'x', [`${other}.claim.json`]: '{"half', 'записка.txt': 'x' })
  const { claims, problems } = await recoverClaims(work)
  assert.deepEqual(problems, [])
  assert.deepEqual(
    claims.map((claim) => [claim.name, claim.bytes, claim.path]),
    [['импорт.xml', 1, join(work, `${id} импорт.xml`)]],
  )
  assert.deepEqual(Object.keys(await contentOf(work)), [`${id} импорт.xml`, 'записка.txt'])
})

test('a work folder that is absent holds nothing; one that cannot be read is a problem', async (t) => {
  const work = await tempFolder(t)
  assert.deepEqual(await recoverClaims(join(work, 'none')), { claims: [], problems: [] })
  const lost = await recoverClaims(work, brokenFs({ readdir: () => 'EACCES' }))
  assert.deepEqual(
    lost.problems.map((found) => found.code),
    ['folder.no-rights'],
  )
})
