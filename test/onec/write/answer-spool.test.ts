import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { AnswerLine } from '../../../src/onec/write/answer.ts'
import { openAnswerSpool } from '../../../src/onec/write/answer-spool.ts'
import { writeResultCsv } from '../../../src/onec/write/write-result-csv.ts'
import { headFor, madeLine, textOf, variedLines } from './made-answer.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obmen24-spool-'))
})
after(() => rm(folder, { recursive: true }))

async function all(batches: AsyncIterable<readonly AnswerLine[]>): Promise<readonly AnswerLine[]> {
  const lines: AnswerLine[] = []
  for await (const batch of batches) lines.push(...batch)
  return lines
}

test('lines come back as they were, in order, as often as wanted', async () => {
  const spool = await openAnswerSpool(join(folder, 'a.lines'))
  await spool.add(variedLines.slice(0, 4))
  await spool.add([])
  await spool.add(variedLines.slice(4))
  assert.equal(spool.rows, variedLines.length)
  assert.deepEqual(spool.counts, headFor(variedLines).counts)
  assert.deepEqual(await all(spool.lines()), variedLines)
  assert.deepEqual(await all(spool.lines()), variedLines)
  await spool.close()
})

test('more lines than a batch holds come in several', async () => {
  const lines = Array.from({ length: 2500 }, (_, index) => madeLine({ row: index + 1 }))
  const spool = await openAnswerSpool(join(folder, 'b.lines'))
  await spool.add(lines)
  const sizes: number[] = []
  for await (const batch of spool.lines()) sizes.push(batch.length)
  assert.ok(sizes.length > 1, `${sizes.length} batch`)
  assert.equal(
    sizes.reduce((sum, size) => sum + size, 0),
    lines.length,
  )
  await spool.close()
})

test('what it counted is the head of an answer that adds up', async () => {
  const spool = await openAnswerSpool(join(folder, 'c.lines'))
  await spool.add(variedLines)
  const head = headFor([], { counts: spool.counts, rows: spool.rows })
  assert.match(await textOf(writeResultCsv(head, spool.lines())), /#Строк;10\r\n/)
  await spool.close()
})

test('closing leaves nothing behind, and an old file of a crashed run is overwritten', async () => {
  const path = join(folder, 'd.lines')
  const crashed = await openAnswerSpool(path)
  await crashed.add([madeLine()])
  const spool = await openAnswerSpool(path)
  assert.deepEqual(await all(spool.lines()), [])
  await spool.close()
  assert.equal(existsSync(path), false)
  await crashed.close()
})
