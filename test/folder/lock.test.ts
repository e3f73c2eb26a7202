import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { acquireLock, type Lock, type LockHeld } from '../../src/folder/lock.ts'
import { describe } from '../../src/problems/describe.ts'
import { tempFolder } from './temp-folder.ts'

function held(lock: Lock): LockHeld {
  if (lock.kind !== 'held') assert.fail(lock.problem.code)
  return lock
}

/** Another process that tries for the lock, says how it went, and stays alive until it is told otherwise. */
async function otherProcess(t: TestContext, folder: string, command: string): Promise<{ child: ChildProcess; said: string }> {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'lock-child.ts'), folder, command]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  const [said] = await once(child.stdout!, 'data')
  return { child, said: String(said).trim() }
}

test('the first gets it, a second one learns who has it, and after the release it is free', async (t) => {
  const folder = join(await tempFolder(t), 'состояние 1')
  const first = held(await acquireLock(folder, { command: 'watch' }))
  assert.deepEqual([first.holder.pid, first.holder.host, first.holder.command], [process.pid, hostname(), 'watch'])
  const second = await acquireLock(folder, { command: 'run' })
  assert.ok(second.kind === 'busy')
  assert.deepEqual(second.holder, first.holder)
  const { message } = describe(second.problem, 'ru')
  assert.ok(message.includes(`процесс ${process.pid} на компьютере ${hostname()}, команда «watch»`), message)
  first.release()
  first.release()
  await assert.rejects(stat(join(folder, 'lock.json')), { code: 'ENOENT' })
  held(await acquireLock(folder, { command: 'run' })).release()
})

test('a refused try in the same process does not open the lock to another process', async (t) => {
  const folder = await tempFolder(t)
  const first = held(await acquireLock(folder, { command: 'run' }))
  assert.equal((await acquireLock(folder, { command: 'run' })).kind, 'busy')
  assert.equal((await otherProcess(t, folder, 'run')).said, `busy ${process.pid} run`)
  first.release()
})

test('a holder that is killed leaves no lock behind, and until then says its number and command', async (t) => {
  const folder = await tempFolder(t)
  const { child, said } = await otherProcess(t, folder, 'watch --poll 5')
  assert.equal(said, 'held')
  const refused = await acquireLock(folder, { command: 'run' })
  assert.ok(refused.kind === 'busy')
  assert.deepEqual([refused.holder?.pid, refused.holder?.command], [child.pid, 'watch --poll 5'])
  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.equal(JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8')).pid, child.pid)
  const now = held(await acquireLock(folder, { command: 'run' }))
  assert.equal(JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8')).pid, process.pid)
  now.release()
})

test('of several that race for it exactly one wins, and the others name it', async (t) => {
  const folder = await tempFolder(t)
  const racers = await Promise.all([1, 2, 3, 4].map((n) => otherProcess(t, folder, `run ${n}`)))
  const winners = racers.filter((racer) => racer.said === 'held')
  assert.equal(winners.length, 1)
  const losers = racers.filter((racer) => racer.said.startsWith('busy'))
  assert.equal(losers.length, 3)
  for (const loser of losers) assert.match(loser.said, new RegExp(`^busy ${winners[0]?.child.pid} run \\d$`))
})

test('a note of a process that is long dead is not passed on as the holder', async (t) => {
  const folder = await tempFolder(t)
  const first = held(await acquireLock(folder, { command: 'run' }))
  const dead = { pid: 2 ** 30, host: hostname(), command: 'run', since: '2026-11-21T10:00:00.000Z' }
  for (const note of [JSON.stringify(dead), JSON.stringify({ pid: 'x' }), '{"half']) {
    await writeFile(join(folder, 'lock.json'), note)
    const refused = await acquireLock(folder, { command: 'run' })
    assert.ok(refused.kind === 'busy')
    assert.equal(refused.holder, null)
    assert.equal(refused.problem.args['pid'], '?')
  }
  await writeFile(join(folder, 'lock.json'), JSON.stringify({ ...dead, host: 'another' }))
  const elsewhere = await acquireLock(folder, { command: 'run' })
  assert.ok(elsewhere.kind === 'busy')
  assert.equal(elsewhere.holder?.host, 'another')
  first.release()
})

test('a lock held without a readable note is held all the same', async (t) => {
  const folder = await tempFolder(t)
  await mkdir(join(folder, 'lock.json', 'in the way'), { recursive: true })
  const first = held(await acquireLock(folder, { command: 'run' }))
  assert.equal((await acquireLock(folder, { command: 'run' })).kind, 'busy')
  first.release()
})

test('a state folder that cannot hold a lock is a problem in words', async (t) => {
  const folder = await tempFolder(t)
  await writeFile(join(folder, 'file'), '')
  await writeFile(join(folder, 'lock.sqlite'), 'this is no database '.repeat(100))
  for (const [path, detail] of [
    [join(folder, 'file'), /EEXIST/],
    [folder, /not a database/],
  ] as const) {
    const lock = await acquireLock(path, { command: 'run' })
    assert.ok(lock.kind === 'failed')
    assert.equal(lock.problem.code, 'folder.lock-unavailable')
    assert.match(String(lock.problem.args['detail']), detail)
  }
})
