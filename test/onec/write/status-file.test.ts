import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { type Status, statusText } from '../../../src/onec/write/status-file.ts'

const schemaPath = join(import.meta.dirname, '../../../schemas/status.schema.json')

const status: Status = {
  state: 'progress',
  at: '2026-03-05T09:05:07+03:00',
  run: 17,
  done: 2,
  failed: 1,
  waiting: 3,
  total: 6,
  lastMessage: 12,
  sentence: 'Читаю zn.csv;\nосталось 3',
}

test('the first line is the state alone, the rest are keys and values', () => {
  assert.equal(
    statusText(status),
    'progress\r\ntime=2026-03-05T09:05:07\r\nzone=+03:00\r\nrun=17\r\ndone=2\r\nfailed=1\r\nwaiting=3\r\ntotal=6\r\nmessage=12\r\n' +
      'text=Читаю zn.csv, осталось 3\r\n',
  )
})

test('before the first answer the message number is 0', () => {
  assert.match(statusText({ ...status, lastMessage: null }), /\r\nmessage=0\r\n/)
})

test('the way back to 1C stands before the sentence, where there is one', async () => {
  const text = statusText({ ...status, back: { message: 12, unconfirmed: 5, unsent: 1 } })
  assert.match(text, /\r\nmessage=12\r\noutmessage=12\r\nunconfirmed=5\r\nunsent=1\r\ntext=/)
  const schema = z.fromJSONSchema(JSON.parse(await readFile(schemaPath, 'utf8')))
  const [state, ...lines] = text.trimEnd().split('\r\n')
  schema.parse({ state, ...Object.fromEntries(lines.map((line) => line.split('=', 2))) })
})

test('every state is as status.schema.json says', async () => {
  const schema = z.fromJSONSchema(JSON.parse(await readFile(schemaPath, 'utf8')))
  for (const state of ['success', 'progress', 'failure'] as const) {
    const [first, ...lines] = statusText({ ...status, state })
      .trimEnd()
      .split('\r\n')
    const fields = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
    schema.parse({ state: first, ...fields })
    assert.equal(schema.safeParse({ state: 'ok', ...fields }).success, false)
  }
})
