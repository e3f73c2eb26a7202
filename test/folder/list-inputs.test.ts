import assert from 'node:assert/strict'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { listInputs } from '../../src/folder/list-inputs.ts'
import { tempName } from '../../src/folder/our-names.ts'
import { brokenFs } from './broken-fs.ts'
import { filesIn, fill, inputFolder, tempFolder } from './temp-folder.ts'

test('lists what fits the masks, in natural order', async (t) => {
  const path = await tempFolder(t)
  await fill(path, { 'import0_10.xml': 'b', 'import0_2.xml': 'ab', 'Контрагенты.CSV': '', 'readme.md': '' })
  const files = await filesIn(inputFolder(path, { files: ['*.xml', 'контрагенты*.csv'] }))
  assert.deepEqual(
    files.map((file) => [file.relative, file.size]),
    [
      ['import0_2.xml', 2],
      ['import0_10.xml', 1],
      ['Контрагенты.CSV', 0],
    ],
  )
  assert.equal(files[0]?.path, join(path, 'import0_2.xml'))
})

test('subfolders are read only where asked, and pictures of 1C never', async (t) => {
  const path = await tempFolder(t)
  await fill(path, { 'Обмен локальный/goods/a.xml': '', 'import_files/11/x.xml': '', '.git/b.xml': '', 'c.xml': '' })
  const names = async (recursive: boolean) => (await filesIn(inputFolder(path, { recursive }))).map((file) => file.relative)
  assert.deepEqual(await names(false), ['c.xml'])
  assert.deepEqual(await names(true), ['c.xml', 'Обмен локальный/goods/a.xml'])
})

test('what is no input by its name is passed over: our own files, half copies, droppings of systems, markers', async (t) => {
  const path = await tempFolder(t)
  const names = ['a.part', 'a.TMP', '~$a.xlsx', 'Thumbs.db', 'Desktop.ini', '.hidden', tempName(), 'a.xml.ready', 'mounted']
  await fill(path, Object.fromEntries([...names, 'a.xml'].map((name) => [name, 'x'])))
  const files = await filesIn(inputFolder(path, { marker: '{name}.ready', sentinel: 'mounted' }))
  assert.deepEqual(
    files.map((file) => file.name),
    ['a.xml'],
  )
})

test('links are not followed', async (t) => {
  const path = await tempFolder(t)
  const elsewhere = await tempFolder(t)
  await fill(elsewhere, { 'a.xml': 'x' })
  await symlink(join(elsewhere, 'a.xml'), join(path, 'link.xml'))
  await symlink(elsewhere, join(path, 'linked'))
  assert.deepEqual(await filesIn(inputFolder(path, { recursive: true })), [])
})

test('a folder that is not there is gone, and one without its sentinel too; an empty one is empty', async (t) => {
  const path = await tempFolder(t)
  const folder = inputFolder(join(path, 'share'), { sentinel: '.смонтировано' })
  const absent = await listInputs(folder)
  assert.ok(absent.kind === 'gone')
  assert.deepEqual([absent.problem.code, absent.problem.args['code']], ['folder.gone', 'ENOENT'])
  await mkdir(folder.path)
  const unmounted = await listInputs(folder)
  assert.ok(unmounted.kind === 'gone')
  assert.equal(unmounted.problem.code, 'folder.sentinel-missing')
  await writeFile(join(folder.path, '.смонтировано'), '')
  assert.deepEqual(await listInputs(folder), { kind: 'listed', files: [], problems: [] })
  await rm(folder.path, { recursive: true })
  await writeFile(folder.path, 'a file in its place')
  const file = await listInputs(folder)
  assert.ok(file.kind === 'gone')
  assert.equal(file.problem.args['code'], 'ENOTDIR')
})

test('each way of being unreachable has its own words', async (t) => {
  const path = await tempFolder(t)
  const codes = { EACCES: 'folder.no-rights', EIO: 'folder.share-lost', ETIMEDOUT: 'folder.share-lost', ENOTDIR: 'folder.gone' }
  for (const [code, expected] of Object.entries(codes)) {
    const listing = await listInputs(inputFolder(path), brokenFs({ readdir: () => code }))
    assert.ok(listing.kind === 'gone')
    assert.equal(listing.problem.code, expected)
    assert.equal(listing.problem.args['code'], code)
  }
})

test('a share that breaks off in the middle is gone; a subfolder without rights is only reported', async (t) => {
  const path = await tempFolder(t)
  await fill(path, { 'a.xml': '', 'sub/b.xml': '' })
  const folder = inputFolder(path, { recursive: true, sentinel: 'a.xml' })
  const inSub = (code: string) => brokenFs({ readdir: (at = '') => (at.endsWith('sub') ? code : null) })
  const lost = await listInputs(folder, inSub('ENOTCONN'))
  assert.ok(lost.kind === 'gone')
  assert.equal(lost.problem.code, 'folder.share-lost')
  const partly = await listInputs(inputFolder(path, { recursive: true }), inSub('EACCES'))
  assert.ok(partly.kind === 'listed')
  assert.deepEqual([partly.files.length, partly.problems.map((found) => found.code)], [1, ['folder.subfolder-unreadable']])
  const vanished = await listInputs(inputFolder(path, { recursive: true }), inSub('ENOENT'))
  assert.ok(vanished.kind === 'listed')
  assert.deepEqual(vanished.problems, [])
  const late = await listInputs(folder, brokenFs({ stat: () => 'EIO' }))
  assert.ok(late.kind === 'gone')
  assert.equal(late.problem.code, 'folder.share-lost')
})

test('a file that 1C deletes during the look is not there', async (t) => {
  const path = await tempFolder(t)
  await fill(path, { 'a.xml': '', 'b.xml': '' })
  const listing = await listInputs(inputFolder(path), brokenFs({ lstat: (at = '') => (at.endsWith('a.xml') ? 'ENOENT' : null) }))
  assert.ok(listing.kind === 'listed')
  assert.deepEqual(
    listing.files.map((file) => file.name),
    ['b.xml'],
  )
  const lost = await listInputs(inputFolder(path), brokenFs({ lstat: () => 'EIO' }))
  assert.equal(lost.kind, 'gone')
})
