import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { tempName } from '../../src/folder/our-names.ts'
import { watchFolders } from '../../src/folder/watch.ts'
import { tempFolder } from './temp-folder.ts'

const long = 600_000

/** Watches one folder; its beginning, which wakes once, is over. */
async function watching(t: TestContext, path: string, recursive = false) {
  const watch = watchFolders([{ path, recursive }])
  t.after(() => watch.close())
  assert.equal(await watch.wait(long), 'woken')
  return watch
}

test('a new file wakes, long before the poll', async (t) => {
  const folder = await tempFolder(t)
  const watch = await watching(t, folder)
  const woken = watch.wait(long)
  await writeFile(join(folder, 'импорт.xml'), 'x')
  assert.equal(await woken, 'woken')
})

test('what happens between two waits is not missed', async (t) => {
  const folder = await tempFolder(t)
  const watch = await watching(t, folder, true)
  const woken = watch.wait(long)
  await mkdir(join(folder, 'goods'))
  assert.equal(await woken, 'woken')
  await writeFile(join(folder, 'импорт.xml'), 'x')
  assert.equal(await watch.wait(long), 'woken')
})

test('without events the poll comes round; our own files and pictures wake nobody', async (t) => {
  const folder = await tempFolder(t)
  await mkdir(join(folder, 'import_files'))
  const watch = await watching(t, folder, true)
  await writeFile(join(folder, tempName()), 'x')
  await writeFile(join(folder, 'import_files', 'a.jpg'), 'x')
  assert.equal(await watch.wait(300), 'poll')
})

test('a stop ends the waiting at once, and every later one', async (t) => {
  const watch = await watching(t, await tempFolder(t))
  const stop = new AbortController()
  const stopped = watch.wait(long, stop.signal)
  stop.abort()
  assert.equal(await stopped, 'stopped')
  assert.equal(await watch.wait(long, stop.signal), 'stopped')
})

test('a folder that is not there polls, and wakes when it has come', async (t) => {
  const folder = join(await tempFolder(t), 'позже')
  const watch = watchFolders([{ path: folder, recursive: false }])
  t.after(() => watch.close())
  assert.equal(await watch.wait(1), 'poll')
  await mkdir(folder)
  assert.equal(await watch.wait(long), 'woken')
  const woken = watch.wait(long)
  await writeFile(join(folder, 'a.xml'), 'x')
  assert.equal(await woken, 'woken')
})

test('a folder that goes away and comes back stops nothing', async (t) => {
  const folder = join(await tempFolder(t), 'share')
  await mkdir(folder)
  const watch = await watching(t, folder)
  await rm(folder, { recursive: true })
  while ((await watch.wait(50)) === 'woken');
  assert.equal(await watch.wait(1), 'poll')
  await mkdir(folder)
  assert.equal(await watch.wait(long), 'woken')
  const woken = watch.wait(long)
  await writeFile(join(folder, 'a.xml'), 'x')
  assert.equal(await woken, 'woken')
})

test('closing ends the waiting', async (t) => {
  const watch = watchFolders([{ path: await tempFolder(t), recursive: false }])
  await watch.close()
  const late = watchFolders([{ path: await tempFolder(t), recursive: false }])
  const waiting = late.wait(long)
  await late.close()
  assert.match(await waiting, /poll|woken/)
})

test('a closed watch keeps no process alive, not even when its folder vanished just before', async (t) => {
  const child = join(import.meta.dirname, 'watch-child.ts')
  const running = spawn(process.execPath, [child, await tempFolder(t)], {
    stdio: 'ignore',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  })
  assert.deepEqual(await once(running, 'exit'), [0, null])
})
