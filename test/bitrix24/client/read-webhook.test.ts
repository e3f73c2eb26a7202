import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { readWebhook } from '../../../src/bitrix24/client/read-webhook.ts'
import { tempFolder } from '../../folder/temp-folder.ts'

const address = 'https://lilia.bitrix24.ru/rest/1/q1w2e3secret4r5t/'

test('a file holds the address in whatever way Notepad has saved it', async (t) => {
  const file = join(await tempFolder(t), 'вебхук.txt')
  const ways = [
    Buffer.from(address),
    Buffer.from(`\r\n ${address} \r\n\r\n`),
    iconv.encode(address, 'utf8', { addBOM: true }),
    iconv.encode(`${address}\r\n`, 'utf16le', { addBOM: true }),
  ]
  for (const bytes of ways) {
    await writeFile(file, bytes)
    const webhook = await readWebhook({ file }, {})
    assert.equal(webhook.kind, 'webhook')
    assert.equal(webhook.kind === 'webhook' && webhook.origin, 'https://lilia.bitrix24.ru')
  }
})

test('a variable of the environment holds the address, or the path of a file with it', async (t) => {
  const file = join(await tempFolder(t), 'webhook.txt')
  await writeFile(file, address)
  assert.equal((await readWebhook({ env: 'OBMEN24_WEBHOOK' }, { OBMEN24_WEBHOOK: address })).kind, 'webhook')
  assert.equal((await readWebhook({ env: 'OBMEN24_WEBHOOK' }, { OBMEN24_WEBHOOK_FILE: file })).kind, 'webhook')
  assert.equal((await readWebhook({ file: '', env: 'OBMEN24_WEBHOOK' }, { OBMEN24_WEBHOOK: address })).kind, 'webhook')
})

test('where a variable is named, a file is not looked at', async (t) => {
  const file = join(await tempFolder(t), 'webhook.txt')
  await writeFile(file, address)
  const found = await readWebhook({ file, env: 'OBMEN24_WEBHOOK' }, {})
  assert.deepEqual(found.kind === 'bad' && [found.problem.code, found.problem.args['source']], [
    'portal.webhook-missing',
    'OBMEN24_WEBHOOK',
  ])
})

test('what keeps a webhook from being read is told by its place, never by its content', async (t) => {
  const folder = await tempFolder(t)
  const file = join(folder, 'webhook.txt')
  const wrong = async (content: string) => {
    await writeFile(file, content)
    return await readWebhook({ file }, {})
  }
  const cases = [
    [await readWebhook({}, {}), 'portal.webhook-missing'],
    [await readWebhook({ env: 'A' }, { A: ' ', A_FILE: '' }), 'portal.webhook-missing'],
    [await wrong('\r\n'), 'portal.webhook-missing'],
    [await wrong(`${address}\n${address}`), 'portal.webhook-lines'],
    [await wrong('q1w2e3secret4r5t'), 'portal.webhook-not-address'],
    [await readWebhook({ file: join(folder, 'nowhere.txt') }, {}), 'portal.webhook-unreadable'],
    [await readWebhook({ env: 'A' }, { A_FILE: folder }), 'portal.webhook-unreadable'],
  ] as const
  for (const [found, expected] of cases) {
    assert.equal(found.kind === 'bad' && found.problem.code, expected)
    assert.doesNotMatch(JSON.stringify(found), /q1w2e3secret4r5t/)
  }
})
