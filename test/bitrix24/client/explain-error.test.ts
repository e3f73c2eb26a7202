import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemOf } from '../../../src/bitrix24/client/explain-error.ts'
import { describe } from '../../../src/problems/describe.ts'
import { problem } from '../../../src/problems/problem.ts'
import type { ProblemCode } from '../../../src/problems/table.ts'
import { portalProblems } from '../../../src/problems/table-portal.ts'

/** status, code, description → problem */
const table: readonly (readonly [number, string, string, string])[] = [
  [503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests', 'busy'],
  [429, 'not-json', 'Too Many Requests', 'busy'],
  [429, 'OPERATION_TIME_LIMIT', '', 'time-limit'],
  [503, 'OVERLOAD_LIMIT', '', 'blocked'],
  [500, 'PORTAL_DELETED', '', 'deleted'],
  [401, 'NO_AUTH_FOUND', '', 'webhook-rejected'],
  [403, 'INVALID_CREDENTIALS', '', 'webhook-rejected'],
  [401, 'SOMETHING_NEW', '', 'webhook-rejected'],
  [401, 'expired_token', '', 'webhook-expired'],
  [403, 'user_access_error', '', 'webhook-user'],
  [403, 'allowed_only_intranet_user', '', 'webhook-user'],
  [403, 'insufficient_scope', '', 'scope'],
  [403, 'ACCESS_DENIED', 'REST API is available only on commercial plans', 'plan'],
  [400, 'ACCESS_DENIED', 'Access denied', 'record-access'],
  [200, 'ACCESS_DENIED', 'Access denied', 'record-access'],
  [400, '', 'Access denied', 'record-access'],
  [400, '0', 'Access denied.', 'record-access'],
  [400, 'INVALID_REQUEST', 'Https required', 'https-required'],
  [403, 'WRONG_AUTH_TYPE', '', 'method-closed'],
  [404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!', 'method-missing'],
  [500, 'INTERNAL_SERVER_ERROR', '', 'server-error'],
  [500, '', 'x', 'server-error'],
  [400, 'NOT_FOUND', 'Item not found', 'record-missing'],
  [400, '', 'The Requisite with ID 57 is not found', 'record-missing'],
  [400, '', 'Not found', 'record-missing'],
  [400, 'CRM_FIELD_ERROR_VALUE_NOT_VALID', 'Invalid value for field "stageId"', 'value-refused'],
  [400, 'CRM_FIELD_ERROR_VALUE_NOT_VALID', 'Invalid value', 'refused'],
  [400, 'CRM_FIELD_ERROR_REQUIRED', 'Поле «Название» обязательно для заполнения', 'field-required'],
  [400, '100', 'Expected iterable value for multiple field', 'value-kind'],
  [400, '-', 'Insufficient permissions to change the stage', 'stage-rights'],
  [400, 'CREATE_DYNAMIC_ITEM_RESTRICTED', '', 'plan-smart-process'],
  [400, 'INVALID_ARG_VALUE', "Invalid filter: field 'X' is not allowed in filter", 'filter-refused'],
  [400, 'ERROR_CORE', 'The `E-mail` field contains an invalid address', 'refused'],
  [400, '', 'PRESET_ID is not defined or invalid.', 'refused'],
  [0, 'timeout', '', 'timeout'],
  [0, 'cut', 'UND_ERR_SOCKET: other side closed', 'cut'],
  [502, 'not-json', '502 Bad Gateway', 'not-json'],
  [200, 'not-json', 'Вход', 'not-json'],
  [404, 'not-json', 'Not found', 'wrong-address'],
  [403, 'not-json', 'Forbidden', 'forbidden'],
  [413, 'not-json', 'Request Entity Too Large', 'too-large'],
  [407, 'not-json', '', 'proxy'],
  [0, 'proxy', 'UND_ERR_ABORTED: Proxy response (407) !== 200', 'proxy'],
  [302, 'redirect', 'https://login.example.net', 'redirect'],
  [200, 'list', 'id 4 after 5', 'list-odd'],
  [0, 'connection', 'ECONNREFUSED: connect ECONNREFUSED 10.0.0.5:443', 'connection'],
  [0, 'connection', 'ENOTFOUND: getaddrinfo ENOTFOUND lilia.bitrix24.ru', 'dns'],
  [0, 'connection', 'ERR_SSL_WRONG_VERSION_NUMBER: wrong version number', 'tls'],
  [0, 'certificate', 'SELF_SIGNED_CERT_IN_CHAIN: self-signed certificate', 'certificate'],
  [0, 'certificate', 'CERT_HAS_EXPIRED: certificate has expired', 'certificate-date'],
  [0, 'certificate', 'ERR_TLS_CERT_ALTNAME_INVALID: Hostname does not match', 'certificate-name'],
]

for (const [status, code, description, expected] of table) {
  test(`${status} ${code === '' ? "''" : code} ${description}: portal.${expected}`, () => {
    const found = problemOf({ status, code, description }, { method: 'crm.item.add' })
    assert.equal(found.code, `portal.${expected}`)
    for (const language of ['ru', 'en'] as const) {
      const { message, cause, action } = describe(found, language)
      for (const text of [message, cause, action]) assert.doesNotMatch(text, /\{\w+\}|undefined/, 'every argument is given')
    }
  })
}

test('a missing scope is named as the card of the webhook lists it', () => {
  const scope = (method: string) =>
    problemOf({ status: 403, code: 'insufficient_scope', description: '' }, { method }).args['scope']
  assert.deepEqual(['crm.item.add', 'catalog.product.list', 'user.get', 'task.item.add'].map(scope), [
    'crm',
    'catalog',
    'user',
    'tasks',
  ])
})

test('the field of the portal is named in whatever quotes it stands', () => {
  const field = (description: string) =>
    problemOf({ status: 400, code: 'CRM_FIELD_ERROR_REQUIRED', description }, { method: 'crm.item.add' }).args['field']
  assert.equal(field('The "Name" field is required'), 'Name')
  assert.equal(field('Поле «Название компании» обязательно'), 'Название компании')
})

test('what cannot be explained is quoted in full: what was done, the words, the code and the status', () => {
  const found = problemOf(
    { status: 400, code: 'ERROR_CORE', description: 'Дубль по ИНН' },
    { method: 'crm.item.add', what: 'компания «Ясень»' },
  )
  assert.equal(describe(found, 'ru').message, 'Портал отказал (компания «Ясень»): Дубль по ИНН [ERROR_CORE, HTTP 400].')
  const bare = problemOf({ status: 400, code: '', description: '' }, { method: '' })
  assert.equal(describe(bare, 'en').message, 'The portal said no (REST): — [—, HTTP 400].')
})

test('every problem of the portal is a full sentence in both languages', () => {
  for (const code of Object.keys(portalProblems) as ProblemCode[]) {
    for (const language of ['ru', 'en'] as const) {
      const { message, cause, action } = describe(problem(code), language)
      for (const text of [message, cause, action]) assert.match(text, /^\S.*\.$/s, `${code}: ${text}`)
    }
  }
})
