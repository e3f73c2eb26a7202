import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readBytes } from '../../../../src/onec/read/bytes/source.ts'

const folder = await mkdtemp(join(tmpdir(), 'obmen24-source-'))
after(() => rm(folder, { recursive: true, force: true }))

// Longer than several readings from the disk, and no whole number of pieces.
const bytes = Buffer.from(Uint8Array.from({ length: 700_001 }, (_, at) => (at * 31 + (at >> 8)) % 251))
const path = join(folder, 'long.bin')
await writeFile(path, bytes)

test('the pieces of a file, each copied before the next is asked for, are the file', async () => {
  const pieces: Buffer[] = []
  for await (const piece of readBytes(path)) pieces.push(Buffer.from(piece))
  assert.ok(Buffer.concat(pieces).equals(bytes))
  assert.ok(pieces.every(({ length }) => length > 0 && length <= 32 * 1024))
})

test('chunks of any size come in pieces of the same kind', async () => {
  const pieces: Buffer[] = []
  for await (const piece of readBytes(chunks(0, 1, 32 * 1024, 0, 200_000, 467_232))) pieces.push(Buffer.from(piece))
  assert.ok(Buffer.concat(pieces).equals(bytes))
  assert.ok(pieces.every(({ length }) => length > 0 && length <= 32 * 1024))
})

test('an empty file has no pieces', async () => {
  const empty = join(folder, 'empty.bin')
  await writeFile(empty, '')
  for await (const piece of readBytes(empty)) assert.fail(`${piece.length} bytes`)
})

test('a path without a file throws what the disk says', async () => {
  await assert.rejects(async () => {
    for await (const _piece of readBytes(join(folder, 'none.bin'))) assert.fail('a piece of nothing')
  }, /ENOENT/)
})

const descriptors = '/proc/self/fd'

test('a reader that stops early lets go of the file', { skip: !existsSync(descriptors) }, async () => {
  const before = readdirSync(descriptors).length
  for await (const _piece of readBytes(path)) {
    assert.equal(readdirSync(descriptors).length, before + 1)
    break
  }
  assert.equal(readdirSync(descriptors).length, before)
})

// A caller that itself waits for nothing must not keep signals and timers from being heard until the file ends.
test('between two pieces of a file the event loop turns', async () => {
  let pieces = 0
  let heardAt = 0
  for await (const _piece of readBytes(path)) {
    pieces += 1
    if (pieces === 1) setImmediate(() => (heardAt = pieces))
  }
  assert.ok(heardAt > 0 && heardAt < 4, `heard at piece ${heardAt} of ${pieces}`)
})

async function* chunks(...sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0
  for (const size of sizes) {
    yield bytes.subarray(at, at + size)
    at += size
  }
}
