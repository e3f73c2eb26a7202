import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodeCommand, holdsReference } from '../../../src/bitrix24/client/encode-command.ts'

test('a command is written with PHP brackets, names and values encoded once', () => {
  const params = {
    entityTypeId: 4,
    filter: { originatorId: '1C', '@originId': ['a1', 'b&2'], '>=id': 7 },
    fields: { fm: [{ typeId: 'PHONE', value: '+7 999 #1 100%' }], title: 'ООО «Ясень» = [1]?' },
  }
  const text = encodeCommand({ method: 'crm.item.list', params })
  const [method, query] = [text.slice(0, text.indexOf('?')), text.slice(text.indexOf('?') + 1)]
  assert.equal(method, 'crm.item.list')
  assert.doesNotMatch(query, /[#+ «»]/)
  assert.deepEqual(
    [...new URLSearchParams(query)],
    [
      ['entityTypeId', '4'],
      ['filter[originatorId]', '1C'],
      ['filter[@originId][0]', 'a1'],
      ['filter[@originId][1]', 'b&2'],
      ['filter[>=id]', '7'],
      ['fields[fm][0][typeId]', 'PHONE'],
      ['fields[fm][0][value]', '+7 999 #1 100%'],
      ['fields[title]', 'ООО «Ясень» = [1]?'],
    ],
  )
})

test('booleans are 1 and 0, null is empty, an empty object is left out, a method alone has no question mark', () => {
  const params = { a: true, b: false, c: null, d: '', e: {}, f: { g: {} } }
  assert.equal(encodeCommand({ method: 'm', params }), 'm?a=1&b=0&c=&d=')
  assert.equal(encodeCommand({ method: 'profile', params: {} }), 'profile')
})

test('an empty array cannot be said and is thrown as a bug', () => {
  assert.throws(() => encodeCommand({ method: 'm', params: { fields: { contactIds: [] } } }), /fields\[contactIds\]/)
})

test('half of a surrogate pair, as a cut text has it, does not break the command', () => {
  assert.equal(encodeCommand({ method: 'm', params: { a: 'x\uD83D' } }), `m?a=x${encodeURIComponent('\uFFFD')}`)
})

test('text that the portal would take for a reference is noticed wherever it stands', () => {
  assert.equal(holdsReference({ fields: { title: 'a $result[c0] b' } }), true)
  assert.equal(holdsReference({ list: ['$result[x]'] }), true)
  assert.equal(holdsReference({ fields: { title: '$result', sum: 1, none: null } }), false)
})
