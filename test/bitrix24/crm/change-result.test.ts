import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '../../../src/bitrix24/client/outcome.ts'
import type { Change } from '../../../src/bitrix24/crm/change.ts'
import { readChange, readCreated } from '../../../src/bitrix24/crm/change-result.ts'

const done = (result: unknown): Outcome => ({ kind: 'done', result, total: null, next: null })
const refused = (code: string, description: string): Outcome => ({
  kind: 'refused',
  reach: 'command',
  error: { status: 400, code, description },
})
const address: Change = { kind: 'addAddress', requisiteId: 5, typeId: 6, fields: {} }

test('an import tells of each card by itself', () => {
  const items = [
    { item: { id: 15 } },
    { error: 'CRM_FIELD_ERROR_REQUIRED', error_description: 'The "Name" field is required' },
    {},
  ]
  const [first, second, third, fourth] = readCreated(done({ items }), 4)
  assert.deepEqual(first, { kind: 'done', id: 15 })
  assert.deepEqual(second, {
    kind: 'refused',
    reach: 'command',
    error: { status: 200, code: 'CRM_FIELD_ERROR_REQUIRED', description: 'The "Name" field is required' },
  })
  assert.deepEqual([third!.kind, fourth!.kind], ['unknown', 'unknown'])
})

test('an error with an empty code is an error', () => {
  assert.equal(readCreated(done({ items: [{ error: '', error_description: 'Access denied' }] }), 1)[0]!.kind, 'refused')
})

test('a card that was added alone tells its id the same way', () => {
  assert.deepEqual(readCreated(done({ item: { id: 16, title: 'Лютик' } }), 1), [{ kind: 'done', id: 16 }])
})

test('what did not get an answer is the same for all cards of the command', () => {
  const lost: Outcome = { kind: 'unknown', error: { status: 0, code: 'timeout', description: '' } }
  assert.deepEqual(readCreated(lost, 2), [lost, lost])
})

test('a change that made something tells its id', () => {
  assert.deepEqual(readChange({ kind: 'addRequisite', presetId: 1, xmlId: 'x', fields: {} }, done(27)), { kind: 'done', id: 27 })
  assert.deepEqual(readChange({ kind: 'addBank', requisiteId: 27, xmlId: 'x', fields: {} }, done('31')), { kind: 'done', id: 31 })
  assert.deepEqual(readChange({ kind: 'setBank', id: 31, fields: {}, before: {} }, done(true)), { kind: 'done', id: 31 })
  assert.deepEqual(readChange(address, done(true)), { kind: 'done', id: null })
})

test('an address that is there already is neither done nor lost', () => {
  assert.deepEqual(readChange(address, refused('', 'TypeAddress exists.')), { kind: 'exists' })
  assert.equal(readChange(address, refused('', 'Access denied.')).kind, 'refused')
  const set: Change = { kind: 'setAddress', requisiteId: 5, typeId: 6, fields: {}, whole: {}, before: {} }
  assert.equal(readChange(set, refused('', 'TypeAddress exists.')).kind, 'refused')
})

test('taking away what is not there is done, in whatever words the portal says so', () => {
  const gone = { kind: 'done', id: null }
  assert.deepEqual(readChange({ kind: 'delete', entity: 'company', id: 5 }, refused('NOT_FOUND', 'Item not found')), gone)
  assert.deepEqual(readChange({ kind: 'deleteRequisite', id: 57 }, refused('', "The Requisite with ID '57' is not found")), gone)
  assert.deepEqual(readChange({ kind: 'deleteAddress', requisiteId: 5, typeId: 6 }, refused('', 'TypeAddress not found.')), gone)
  assert.equal(readChange({ kind: 'deleteBank', id: 5 }, refused('', 'Access denied')).kind, 'refused')
})

test('changing what is not there is refused', () => {
  const change: Change = { kind: 'setRequisite', id: 57, fields: {}, before: {} }
  assert.equal(readChange(change, refused('', "The Requisite with ID '57' is not found")).kind, 'refused')
  const stop: Outcome = { kind: 'refused', reach: 'portal', error: { status: 404, code: 'NOT_FOUND', description: 'not found' } }
  assert.equal(readChange({ kind: 'deleteBank', id: 5 }, stop), stop)
})
