import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openInput } from '../../src/onec/read/open-input.ts'
import { readPart } from '../../src/onec/read/read-part.ts'
import type { ReadRow } from '../../src/onec/read/reading.ts'
import { type BenchEncoding, type Extent, generate } from './generate.ts'
import { counterparties } from './shapes/counterparties.ts'
import { documents } from './shapes/documents.ts'
import { goods } from './shapes/goods.ts'
import { offers } from './shapes/offers.ts'
import type { Shape } from './shapes/shape.ts'
import { table } from './shapes/table.ts'
import { usualReading } from './workers/reading.ts'

const shapes: readonly Shape[] = [goods, offers, counterparties, documents, table]
const encodings: readonly BenchEncoding[] = ['UTF-8', 'windows-1251']

describe('a generated file', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'obmen24-bench-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const write = (shape: Shape, encoding: BenchEncoding, extent: Extent, name = 'file') =>
    generate(shape, encoding, extent, join(folder, `${name}-${encoding}-${shape.name}.${shape.extension}`))

  for (const shape of shapes) {
    for (const encoding of encodings) {
      const title = `${shape.name}.${shape.extension} in ${encoding}`

      it(`${title} is read without a word of complaint, every record of it`, async () => {
        const file = await write(shape, encoding, { bytes: 200_000 })
        const { facts, rows } = await readAll(file.path)
        assert.deepEqual([facts.error, facts.warnings], [null, []])
        assert.equal(facts.encoding.actual, encoding.toLowerCase())
        assert.equal(rows.filter(({ record }) => record?.kind === shape.kind).length, file.records)
        assert.deepEqual(
          rows.flatMap(({ problems }) => problems),
          [],
        )
        assert.equal(new Set(rows.map(({ kind, id }) => `${kind} ${id}`)).size, rows.length, 'ids repeat')
      })

      it(`${title} is as long as asked, and the same every time`, async () => {
        const first = await write(shape, encoding, { bytes: 300_000 }, 'one')
        const second = await write(shape, encoding, { bytes: 300_000 }, 'two')
        const [bytes, again] = [await readFile(first.path), await readFile(second.path)]
        assert.equal(bytes.length, first.bytes)
        assert.ok(bytes.length >= 300_000 && bytes.length < 500_000, `${bytes.length} bytes`)
        assert.equal(hashOf(bytes), hashOf(again))
      })
    }
  }

  it('has as many records as asked', async () => {
    const file = await write(table, 'windows-1251', { records: 1234 })
    const text = await readFile(file.path, 'latin1')
    assert.equal(file.records, 1234)
    assert.equal(text.split('\r\n').length, 1 + 1234 + 1)
  })
})

async function readAll(path: string) {
  const reading = usualReading()
  const input = await openInput(path, path, reading)
  const rows: ReadRow[] = []
  for (const part of input.parts) for await (const batch of readPart(part, reading)) rows.push(...batch)
  await input.close()
  return { facts: input.facts, rows }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
