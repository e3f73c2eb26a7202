import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { fixturePortal } from '../../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../../../src/bitrix24/sandbox/methods/index.ts'
import { ask, openSmall } from '../small-portal.ts'
import { calling } from './calling.ts'

type Row = Readonly<Record<string, unknown>>

const fields = { ENTITY_ID: 77, ENTITY_TYPE: 'deal', COMMENT: 'Привезли детали' }
const pdf = Buffer.from('%PDF-1.4\nсчёт')
const file = ['Счёт № 58.pdf', pdf.toString('base64')]

describe('crm.timeline.comment', () => {
  test('is added without a look at the record, read, changed, listed and deleted', () => {
    const { call, refusal } = calling()
    assert.equal(call('crm.timeline.comment.add', { fields }), 1)
    assert.equal(call('crm.timeline.comment.update', { id: 1, fields: { COMMENT: 'Готово' } }), 1)
    const row = {
      ID: '1',
      ENTITY_ID: '77',
      ENTITY_TYPE: 'deal',
      CREATED: '2026-08-20T09:00:00+03:00',
      COMMENT: 'Готово',
      AUTHOR_ID: '1',
      FILES: {},
    }
    assert.deepEqual(call('crm.timeline.comment.list', { filter: { ENTITY_ID: 77, ENTITY_TYPE: 'deal' } }), [row])
    assert.deepEqual(call('crm.timeline.comment.get', { id: 1 }), row)
    assert.equal(call('crm.timeline.comment.delete', { id: 1, ownerTypeId: 2, ownerId: 77 }), null)
    assert.equal(refusal('crm.timeline.comment.get', { id: 1 }), '400 "": Not found.')
    assert.equal(refusal('crm.timeline.comment.delete', { id: 1 }), '400 "NOT_FOUND": Not found.')
  })

  test('refuses an unknown kind of record, an empty text, and fields under another name', () => {
    const { call, refusal } = calling()
    const add = (given: object) => refusal('crm.timeline.comment.add', { fields: { ...fields, ...given } })
    for (const ENTITY_TYPE of ['x', 'DYNAMIC_1030', 'DYNAMIC_31', ''])
      assert.equal(add({ ENTITY_TYPE }), '400 "OWNER_NOT_FOUND": Owner was not found')
    assert.match(add({ COMMENT: '' }), /^400 "INVALID_ARG_VALUE"/)
    assert.match(refusal('crm.timeline.comment.add', { FIELDS: fields }), /^400 "100"/)
    for (const ENTITY_TYPE of ['DYNAMIC_1032', 'SMART_INVOICE', 'Deal'])
      assert.equal(typeof call('crm.timeline.comment.add', { fields: { ...fields, ENTITY_TYPE } }), 'number')
    const filter = { ENTITY_ID: 77, ENTITY_TYPE: 'DYNAMIC_1032' }
    assert.equal(call<Row[]>('crm.timeline.comment.list', { filter })[0]!['ENTITY_TYPE'], 'dynamic_1032')
  })

  test('keeps name, size and hash of its files, and new ones drop the old', () => {
    const { call, state } = calling()
    call('crm.timeline.comment.add', { fields: { ...fields, FILES: [file, ['схема.png', 'AAAA']] } })
    const files = () => Object.values(call<{ FILES: Record<string, Row> }>('crm.timeline.comment.get', { id: 1 }).FILES)
    assert.deepEqual(
      files().map(({ name, size, type, authorName }) => [name, size, type, authorName]),
      [
        ['Счёт № 58.pdf', pdf.length, 'file', 'Марина Орлова'],
        ['схема.png', 3, 'image', 'Марина Орлова'],
      ],
    )
    const kept = (state.comments[0]!['FILES'] as Row[])[0]!
    assert.equal(kept['sha256'], createHash('sha256').update(pdf).digest('hex'))
    call('crm.timeline.comment.update', { id: 1, fields: { COMMENT: 'Без файлов не трогать' } })
    assert.equal(files().length, 2)
    call('crm.timeline.comment.update', { id: 1, fields: { FILES: [['новый.pdf', 'AAAA']] } })
    assert.deepEqual(
      files().map(({ name }) => name),
      ['новый.pdf'],
    )
  })

  test('lists by the record alone: any other condition, and a keyset by id, are passed over', () => {
    const { call, ask: askAll, refusal } = calling()
    for (let number = 1; number <= 60; number++)
      call('crm.timeline.comment.add', { fields: { ...fields, ENTITY_ID: number <= 55 ? 1 : 2, COMMENT: `№ ${number}` } })
    const filter = { ENTITY_ID: 1, ENTITY_TYPE: 'deal', '>ID': 50, COMMENT: 'нет такого' }
    const { result, total, next } = askAll('crm.timeline.comment.list', { filter, order: { COMMENT: 'DESC' } })
    assert.deepEqual([(result as Row[]).length, total, next, (result as Row[])[0]!['ID']], [50, 55, 50, '1'])
    const last = call<Row[]>('crm.timeline.comment.list', { filter, order: { ID: 'DESC' }, select: ['ID', 'COMMENT'] })[0]
    assert.deepEqual(last, { ID: '55', COMMENT: '№ 55' })
    assert.match(refusal('crm.timeline.comment.list', { filter: { ENTITY_ID: 1 } }), /^400 "INVALID_ARG_VALUE"/)
  })
})

test('a comment with a file is refused inside a batch, alone it is not; one without may be in any', async (t) => {
  const state = fixturePortal('moscow')
  const sandbox = openSmall(t, { state, methods })
  const command = (more: string) =>
    `crm.timeline.comment.add?fields[ENTITY_ID]=1&fields[ENTITY_TYPE]=deal&fields[COMMENT]=a${more}`
  const withFile = command('&fields[FILES][0][0]=a.pdf&fields[FILES][0][1]=aGk%3D')
  const batch = async () => (await ask(sandbox, 'batch', { cmd: { plain: command(''), file: withFile } })).json.result
  assert.deepEqual((await batch()).result_error, {
    file: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED', error_description: 'Method is not allowed for batch usage' },
  })
  assert.equal((await ask(sandbox, 'crm.timeline.comment.add', { fields: { ...fields, FILES: [file] } })).json.result, 2)
  state.readings = { filesInBatch: 'taken' }
  assert.deepEqual((await batch()).result, { plain: 3, file: 4 })
})
