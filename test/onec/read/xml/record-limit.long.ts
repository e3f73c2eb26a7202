import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Decide, tell, verdict } from './calls.ts'

const records: Decide = (_, depth) => (depth === 0 ? 'descend' : 'record')

test('a record beyond the limit is refused at its start, by its text or by the number of its elements', async () => {
  const long = Buffer.from(`<К>\n <З>${'b'.repeat(34 * 1024 * 1024)}</З></К>`)
  const told = await tell(long, 'utf-8', records, 1 << 20)
  assert.equal(verdict(told), 'xml.record-too-large 2:2')
  assert.deepEqual(told.refusal?.args, { element: 'З', limit: 64 })
  const many = Buffer.from(`<К>\n <З>${'<a/>'.repeat(2_200_000)}</З></К>`)
  assert.equal(verdict(await tell(many, 'utf-8', records, 1 << 20)), 'xml.record-too-large 2:2')
})
