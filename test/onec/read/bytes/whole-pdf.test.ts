import assert from 'node:assert/strict'
import { test } from 'node:test'
import { survey } from '../../../../src/onec/read/bytes/survey.ts'
import { pdf } from '../pdf.ts'

/** What is said of the bytes when they come in pieces of so many. */
async function errorOf(bytes: Uint8Array, pieces = bytes.length): Promise<string | null> {
  async function* open() {
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces)
  }
  return (await survey(() => open())).error?.code ?? null
}

test('a PDF is whole with its last line, in pieces of any size, with a little behind it', async () => {
  for (const pieces of [1, 7, 1000, 100_000]) {
    assert.equal(await errorOf(pdf(3000), pieces), null)
    assert.equal(await errorOf(Buffer.concat([pdf(3000), Buffer.from('\r\n\r\n')]), pieces), null)
    assert.equal(await errorOf(pdf(3000).subarray(0, -6), pieces), 'file.pdf-cut')
  }
})

test('an end that stands far before the last byte is that of an earlier edition', async () => {
  assert.equal(await errorOf(Buffer.concat([pdf(10), Buffer.alloc(5000, 'x')])), 'file.pdf-cut')
})

test('a PDF made for the web is whole only at the length that it tells', async () => {
  const web = (length: number) =>
    Buffer.from(`%PDF-1.6\n1 0 obj\n<</Linearized 1/L ${length}/O 3/E 200>>\nendobj\nstartxref\n0\n%%EOF\n`)
  assert.equal(await errorOf(web(web(10).length)), null)
  assert.equal(await errorOf(web(9000)), 'file.pdf-cut')
})

test('nothing is said of the letters of a PDF', async () => {
  const { encoding, warnings, type } = await survey(async () => {
    async function* once() {
      yield pdf(100)
    }
    return once()
  })
  assert.deepEqual([encoding.actual, warnings, type], ['binary', [], { kind: 'pdf' }])
})
