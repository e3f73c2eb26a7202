import assert from 'node:assert/strict'
import { chmod, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkFolders } from '../../../src/exchange/folder/check-folders.ts'
import { homeFolders } from '../../../src/exchange/folder/home.ts'
import { exchangeFolder } from './exchange-folder.ts'

test('folders that are fit are told so; those of our own are made, and nothing is left in them', async (t) => {
  const exchange = await exchangeFolder(t)
  const checked = await checkFolders(homeFolders(exchange.settings, exchange.root))
  assert.deepEqual(
    checked.map(({ use, problems }) => `${use} ${problems.length}`),
    ['in 0', 'out 0', 'import 0', 'archive 0', 'failed 0', 'state 0'],
  )
  assert.deepEqual((await readdir(exchange.root)).sort(), ['.obmen24', 'archive', 'failed', 'import', 'in', 'out'])
  assert.deepEqual(await exchange.names('.'), [])
})

test('an input folder is never made: one that is not there is told', async (t) => {
  const exchange = await exchangeFolder(t, 'folders: {in: [in, share]}')
  const checked = await checkFolders(homeFolders(exchange.settings, exchange.root))
  assert.deepEqual(
    checked.filter(({ problems }) => problems.length > 0).map(({ path, problems }) => [path, problems[0]!.code]),
    [[join(exchange.root, 'share'), 'folder.gone']],
  )
  assert.equal((await readdir(exchange.root)).includes('share'), false)
})

test('a file where a folder should be, and a folder without the right to write, are told', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ out: 'a file' })
  await mkdir(join(exchange.root, 'archive'))
  if (process.getuid?.() !== 0 && process.platform !== 'win32') await chmod(join(exchange.root, 'archive'), 0o500)
  const checked = await checkFolders(homeFolders(exchange.settings, exchange.root))
  const bad = checked.filter(({ problems }) => problems.length > 0).map(({ use }) => use)
  assert.deepEqual(bad, process.getuid?.() === 0 || process.platform === 'win32' ? ['out'] : ['out', 'archive'])
  await chmod(join(exchange.root, 'archive'), 0o700)
})

test('a folder that is read by copying needs no right to write', async (t) => {
  const exchange = await exchangeFolder(t, 'folders: {in: {path: in, take: copy}}')
  if (process.platform === 'win32') return t.skip('chmod does nothing on Windows')
  await chmod(join(exchange.root, 'in'), 0o500)
  const [first] = await checkFolders(homeFolders(exchange.settings, exchange.root))
  await chmod(join(exchange.root, 'in'), 0o700)
  return assert.deepEqual(first!.problems, [])
})
