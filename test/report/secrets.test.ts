import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { withoutSecrets } from '../../src/report/secrets.ts'

const secret = 'zQ7xK2mP9'

test('the token of a webhook address never shows, wherever the address stands', () => {
  for (const text of [
    `POST https://portal.bitrix24.ru/rest/1/${secret}/crm.deal.add.json failed`,
    `https://portal.ru/rest/api/17/${secret}/crm.item.list`,
    `"https:\\/\\/portal.ru\\/rest/1/${secret}"`,
    `rest/1/${secret}/profile`,
    `redirect=https%3A%2F%2Fportal.ru%2Frest%2F1%2F${secret}%2Fprofile`,
    `https://user:${secret}@portal.ru/`,
  ]) {
    assert.ok(!withoutSecrets(text).includes(secret), text)
    assert.ok(withoutSecrets(text).includes('***'), text)
  }
  assert.equal(withoutSecrets('https://p.ru/rest/1/abc/crm.deal.add'), 'https://p.ru/rest/1/***/crm.deal.add')
})

test('whatever stands under a name that means a secret goes, in JSON, in a query and in a header', () => {
  for (const text of [
    `{"access_token":"${secret}","expires":3600}`,
    `{"msg":"answer {\\"refresh_token\\": \\"${secret}\\"}"}`,
    `auth=${secret}&method=x`,
    `client_secret: ${secret}`,
    `webhook: "${secret} и ещё"`,
    `Authorization: Bearer ${secret}`,
    `Пароль: ${secret}`,
    `Idempotency-Key: ${secret}`,
  ]) {
    assert.ok(!withoutSecrets(text).includes(secret), text)
  }
})

test('ordinary words stay: authors, tokens by count, and an address without a token', () => {
  for (const text of [
    'author: Иванов',
    'tokens: 5',
    'https://portal.bitrix24.ru/crm/deal/15/',
    'строка 4: нет поля',
    '{"auth":null}',
  ]) {
    assert.equal(withoutSecrets(text), text)
  }
})

test('a line of JSON is JSON still, and holds none of the secrets', () => {
  const name = fc.constantFrom('access_token', 'auth', 'password', 'webhook', 'name', 'token')
  const value = fc.oneof(
    fc.constant(secret),
    fc.constant(`https://a.ru/rest/1/${secret}/x`),
    fc.string(),
    fc.integer(),
    fc.constant(null),
  )
  const object = fc.dictionary(name, value)
  fc.assert(
    fc.property(object, object, (one, other) => {
      const line = JSON.stringify({ ...one, name: 'x', msg: `said ${JSON.stringify(other)} and auth=${secret}` })
      const cleaned = withoutSecrets(line)
      JSON.parse(cleaned)
      const allowed = other['name'] === secret ? 1 : 0
      assert.ok(cleaned.split(secret).length - 1 <= allowed, cleaned)
    }),
  )
})
