import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { parseWebhook } from '../../../src/bitrix24/client/webhook.ts'
import { webhookId } from '../../../src/bitrix24/client/webhook-id.ts'

const code = 'q1w2e3secret4r5t'

function parsed(text: string) {
  const webhook = parseWebhook(text, 'webhook.txt')
  if (webhook.kind === 'bad') throw new Error(webhook.problem.code)
  return webhook
}

test('an address is taken as people copy it', () => {
  const texts = [
    `https://lilia.bitrix24.ru/rest/17/${code}/`,
    `https://lilia.bitrix24.ru/rest/17/${code}`,
    `  "https://LILIA.bitrix24.ru/rest/17/${code}/profile.json"\n`,
    `<https://lilia.bitrix24.ru/rest/17/${code}/crm.item.list?entityTypeId=4#x>`,
    `https://lilia.bitrix24.ru/rest/api/17/${code}/`,
  ]
  for (const text of texts) {
    const webhook = parsed(text)
    assert.equal(webhook.origin, 'https://lilia.bitrix24.ru')
    assert.equal(webhook.user, 17)
    assert.equal(webhook.pathOf('profile'), `/rest/17/${code}/profile`)
  }
})

test('a self-hosted portal may speak http, listen on a port and live in a folder', () => {
  const webhook = parsed(`http://crm.lilia.local:8080/portal/rest/1/${code}/`)
  assert.equal(webhook.origin, 'http://crm.lilia.local:8080')
  assert.equal(webhook.pathOf('scope'), `/portal/rest/1/${code}/scope`)
})

test('what is no webhook address is refused with the reason, and nothing of it is repeated', () => {
  const cases = [
    ['', 'portal.webhook-not-address'],
    ['lilia.bitrix24.ru/rest/1/abc/', 'portal.webhook-not-address'],
    ['ftp://lilia.bitrix24.ru/rest/1/abc/', 'portal.webhook-not-address'],
    [code, 'portal.webhook-not-address'],
    ['https://lilia.bitrix24.ru/', 'portal.webhook-not-rest'],
    ['https://lilia.bitrix24.ru/rest/', 'portal.webhook-not-rest'],
    ['https://lilia.bitrix24.ru/rest/1/', 'portal.webhook-not-rest'],
    [`https://lilia.bitrix24.ru/rest/${code}/`, 'portal.webhook-not-rest'],
    [`https://lilia.bitrix24.ru/crm/${code}/1/2/`, 'portal.webhook-not-rest'],
  ] as const
  for (const [text, expected] of cases) {
    const webhook = parseWebhook(text, 'webhook.txt')
    assert.equal(webhook.kind, 'bad', text)
    if (webhook.kind !== 'bad') continue
    assert.equal(webhook.problem.code, expected, text)
    assert.equal(webhook.problem.args['source'], 'webhook.txt')
    assert.doesNotMatch(JSON.stringify(webhook.problem), new RegExp(code))
  }
})

test('the code of a webhook shows in no way of printing it', () => {
  const webhook = parsed(`https://lilia.bitrix24.ru/rest/1/${code}/`)
  const shown = [
    JSON.stringify(webhook),
    inspect(webhook, { depth: 9, showHidden: true }),
    String(webhook),
    `${Object.values(webhook)}`,
  ]
  for (const text of shown) assert.doesNotMatch(text, new RegExp(code))
  assert.equal(webhook.hide(`POST /rest/1/${code}/profile ${code}`), 'POST /rest/1/***/profile ***')
})

test('an id stands for one webhook however it is written, and tells nothing of it', () => {
  const one = webhookId(parsed(`https://lilia.bitrix24.ru/rest/1/${code}/`))
  assert.match(one, /^[0-9a-f]{16}$/)
  assert.equal(webhookId(parsed(`https://LILIA.bitrix24.ru:443/rest/1/${code}/profile`)), one)
  assert.notEqual(webhookId(parsed(`https://lilia.bitrix24.ru/rest/2/${code}/`)), one)
  assert.notEqual(webhookId(parsed(`https://lilia.bitrix24.ru/rest/1/${code}a/`)), one)
  assert.notEqual(webhookId(parsed(`https://roza.bitrix24.ru/rest/1/${code}/`)), one)
})
