import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { claimFile } from '../../src/folder/claim.ts'
import { findReady } from '../../src/folder/find-ready.ts'
import type { Looks } from '../../src/folder/steadiness.ts'
import { contentOf, fill, inputFolder, tempFolder } from './temp-folder.ts'

const options = { settleMs: 1000, giveUpMs: 60_000 }

test('a round tells the ready, the waiting and the given up apart, and a bad file blocks no good one', async (t) => {
  const folder = inputFolder(await tempFolder(t), { recursive: true })
  await fill(folder.path, { 'good.xml': '<a/>', 'sub/bad.xml': '<a>', 'empty.csv': '' })
  const looks: Looks = new Map()
  const first = await findReady(folder, looks, 0, options)
  assert.ok(first.kind === 'found')
  assert.deepEqual([first.ready.length, first.waiting.length], [0, 3])
  const second = await findReady(folder, looks, 1000, options)
  assert.ok(second.kind === 'found')
  assert.deepEqual(
    second.ready.map((file) => file.name),
    ['good.xml'],
  )
  assert.deepEqual(
    second.waiting.map((one) => [one.file.name, one.readiness.why]),
    [
      ['empty.csv', 'empty'],
      ['bad.xml', 'unfinished'],
    ],
  )
  const last = await findReady(folder, looks, 60_000, options)
  assert.ok(last.kind === 'found')
  assert.deepEqual(
    last.incomplete.map((one) => [one.file.relative, one.problem.code]),
    [
      ['empty.csv', 'folder.never-finished'],
      ['sub/bad.xml', 'folder.never-finished'],
    ],
  )
})

test('what grows between two rounds is not ready; what is known already is left out', async (t) => {
  const folder = inputFolder(await tempFolder(t), { take: 'copy' })
  await fill(folder.path, { 'zn.csv': 'a\n', 'seen.csv': 'b\n' })
  const looks: Looks = new Map()
  const isKnown = (file: { name: string }) => file.name === 'seen.csv'
  await findReady(folder, looks, 0, options)
  await appendFile(join(folder.path, 'zn.csv'), 'c\n')
  const grown = await findReady(folder, looks, 5000, { ...options, isKnown })
  assert.ok(grown.kind === 'found')
  assert.deepEqual([grown.ready.length, grown.waiting.map((one) => one.file.name)], [0, ['zn.csv']])
})

test('a folder that is gone keeps what was seen in it: "gone" is not "empty"', async (t) => {
  const folder = inputFolder(await tempFolder(t))
  await fill(folder.path, { 'a.xml': '<a/>' })
  const looks: Looks = new Map()
  await findReady(folder, looks, 0)
  await rm(folder.path, { recursive: true })
  assert.equal((await findReady(folder, looks, 9000)).kind, 'gone')
  assert.equal(looks.size, 1)
})

test('a file that another process writes in portions, with rests longer than the settling, is claimed whole or not at all', async (t) => {
  const folder = inputFolder(await tempFolder(t))
  const work = join(folder.path, '..', 'work')
  const portions = Array.from({ length: 12 }, (_, n) => `<Товар><Ид>${n}</Ид></Товар>`.repeat(200))
  const whole = `<КоммерческаяИнформация>${portions.join('')}</КоммерческаяИнформация>`
  const writer = spawn(process.execPath, ['-e', slowWriter, join(folder.path, 'import.xml'), whole], { stdio: 'inherit' })
  const ended = once(writer, 'exit')
  const looks: Looks = new Map()
  let rounds = 0
  for (;;) {
    const found = await findReady(folder, looks, Date.now(), { settleMs: 5, giveUpMs: 60_000 })
    assert.ok(found.kind === 'found')
    rounds++
    const [file] = found.ready
    if (file === undefined) {
      await pause(5)
      continue
    }
    const claim = await claimFile(file, work, { take: 'move' })
    if (claim.kind === 'notNow') continue
    assert.equal(claim.bytes, Buffer.byteLength(whole))
    assert.equal(Object.values(await contentOf(work)).filter((text) => text === whole).length, 1)
    break
  }
  assert.ok(rounds > 5, `only ${rounds} rounds: the writer was not slow enough to prove anything`)
  assert.deepEqual(await ended, [0, null])
  await assert.rejects(stat(join(folder.path, 'import.xml')), { code: 'ENOENT' })
})

const slowWriter = `
const fs = require('node:fs')
const [path, text] = process.argv.slice(1)
const file = fs.openSync(path, 'w')
const size = Math.ceil(text.length / 12)
let at = 0
const timer = setInterval(() => {
  fs.writeSync(file, text.slice(at, at + size))
  at += size
  if (at >= text.length) { clearInterval(timer); fs.closeSync(file) }
}, 30)
`
