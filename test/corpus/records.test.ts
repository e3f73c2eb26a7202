import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { openInput } from '../../src/onec/read/open-input.ts'
import { readPart } from '../../src/onec/read/read-part.ts'
import type { ReadRow } from '../../src/onec/read/reading.ts'
import { entryOf } from '../../src/problems/describe.ts'
import { type CorpusFile, corpusFiles, skip, usualReading } from './corpus-files.ts'
import { flawsOf } from './plausible.ts'

const reading = skip === false ? usualReading() : null

test('every record of the corpus is plausible: decimals, dates, kinds, places', { skip }, async () => {
  let records = 0
  for (const file of corpusFiles()) {
    await eachPart(file, (rows) => {
      assert.deepEqual(
        rows.map(({ row }) => row),
        rows.map((_, at) => at + 1),
        `${file.name}: rows are counted from 1 without a gap`,
      )
      for (const row of rows) {
        assert.deepEqual(flawsOf(row), [], `${file.name}, line ${row.line}`)
        const isRefused = row.problems.some((found) => entryOf(found).severity === 'error')
        assert.equal(row.record === null, isRefused, `${file.name}, line ${row.line}: refused if and only if it has an error`)
      }
      records += rows.length
    })
  }
  assert.equal(records, 25_109)
})

test('reading a file of the corpus twice tells the same', { skip }, async () => {
  for (const file of corpusFiles()) assert.equal(await digest(file), await digest(file), file.name)
})

async function eachPart(file: CorpusFile, look: (rows: readonly ReadRow[]) => void): Promise<void> {
  const input = await openInput(file.path, file.name, reading!)
  for (const part of input.parts) {
    const rows: ReadRow[] = []
    for await (const batch of readPart(part, reading!)) rows.push(...batch)
    look(rows)
  }
  await input.close()
}

async function digest(file: CorpusFile): Promise<string> {
  const hash = createHash('sha256')
  const input = await openInput(file.path, file.name, reading!)
  hash.update(JSON.stringify(input.facts))
  for (const part of input.parts) for await (const batch of readPart(part, reading!)) hash.update(JSON.stringify(batch))
  await input.close()
  return hash.digest('hex')
}
