import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change } from '../../../src/bitrix24/crm/change.ts'
import { type ChangeIds, changeCommand, createCommand, needsOwnRequest } from '../../../src/bitrix24/crm/change-command.ts'
import { readChange } from '../../../src/bitrix24/crm/change-result.ts'
import type { DocumentEntity } from '../../../src/bitrix24/crm/entity.ts'
import { cardUrl } from '../../../src/bitrix24/crm/links-of.ts'
import type { WantedRow } from '../../../src/bitrix24/crm/wanted-card.ts'
import { documentDirectories as directories } from './directories.ts'

type Create = Extract<Change, { kind: 'create' }>
type Update = Extract<Change, { kind: 'update' }>

const create = (entity: DocumentEntity, more: Partial<Create> = {}): Create => ({
  kind: 'create',
  entity,
  originatorId: 'obmen24',
  originId: 'w-12',
  fields: { title: 'Заказ-наряд 12', stageId: 'C5:NEW', comments: '' },
  points: [],
  companyIds: [],
  contactIds: [7, 9],
  ...more,
})

const update = (entity: DocumentEntity, more: Partial<Update> = {}): Update => ({
  kind: 'update',
  entity,
  id: 12,
  fields: { title: 'Заказ-наряд 12' },
  before: {},
  points: [],
  companyIds: null,
  companyIdsBefore: [],
  ...more,
})

const command = (change: Exclude<Change, Create>, ids: Partial<ChangeIds> = {}) =>
  changeCommand(change, { entity: 'deal', ...ids }, directories)
const fieldsOf = (change: Exclude<Change, Create>) => command(change).params['fields']

const row: WantedRow = {
  productId: 0,
  productName: 'Масло',
  price: '950',
  quantity: '4',
  discountSum: '',
  taxRate: '',
  taxIncluded: 'N',
  measureCode: '',
}

test('a deal is made with its mark and contacts; type and source that 1C does not tell are said to be empty, dates are left out', () => {
  const { params, method } = createCommand([create('deal')], { automation: false }, directories)
  assert.equal(method, 'crm.item.batchImport')
  assert.deepEqual(params['data'], [
    {
      typeId: '',
      sourceId: '',
      title: 'Заказ-наряд 12',
      stageId: 'C5:NEW',
      originatorId: 'obmen24',
      originId: 'w-12',
      contactIds: [7, 9],
    },
  ])
})

test('invoices and items of smart processes carry the mark in one field, alone or imported', () => {
  const invoice = createCommand([create('invoice', { contactIds: [] })], { automation: true }, directories)
  assert.deepEqual(invoice.params['fields'], {
    sourceId: '',
    title: 'Заказ-наряд 12',
    stageId: 'C5:NEW',
    xmlId: 'obmen24|w-12',
  })
  const { params } = createCommand([create('process:1032')], { automation: false }, directories)
  assert.deepEqual([params['entityTypeId'], (params['data'] as { xmlId: string }[])[0]!.xmlId], [1032, 'obmen24|w-12'])
})

test('an adopted card gets its mark in the field that it has for it', () => {
  const marks = { originatorId: 'obmen24', originId: 'w-12' }
  assert.deepEqual(fieldsOf(update('deal', { fields: marks })), marks)
  assert.deepEqual(fieldsOf(update('invoice', { fields: marks })), { xmlId: 'obmen24|w-12' })
  assert.deepEqual(fieldsOf(update('invoice', { fields: { originatorId: '', originId: '' } })), { xmlId: '' })
  const half = { fields: { originatorId: 'obmen24' }, before: { originatorId: '', originId: 'w-12' } }
  assert.deepEqual(fieldsOf(update('invoice', half)), { xmlId: 'obmen24|w-12' })
  assert.deepEqual(fieldsOf(update('invoice', { fields: { title: 'Счёт', originatorId: 'obmen24' } })), { title: 'Счёт' })
})

test('contacts are replaced as a set, and an emptied set needs a request of its own', () => {
  const bound = command(update('deal', { contactIds: [9, 7] }))
  assert.deepEqual(bound.params['fields'], { title: 'Заказ-наряд 12', contactIds: [9, 7] })
  assert.ok(!needsOwnRequest(bound))
  assert.ok(needsOwnRequest(command(update('deal', { contactIds: [] }))))
  assert.deepEqual(fieldsOf(update('deal', { contactIds: null })), { title: 'Заказ-наряд 12' })
})

test('an update of a smart process always tells its pipeline', () => {
  const category = (more: Partial<Update>) =>
    (fieldsOf(update('process:1032', more)) as { categoryId?: number | string }).categoryId
  assert.equal(category({ categoryId: 11 }), 11)
  assert.equal(category({ before: { categoryId: '9' } }), 9)
  assert.equal(category({ fields: { categoryId: '11' }, categoryId: 9 }), '11')
  assert.equal(category({ fields: { stageId: 'DT1032_11:NEW' }, categoryId: 9 }), 11)
  assert.throws(() => category({}), /pipeline of process:1032 12/)
  assert.equal((fieldsOf(update('process:1036')) as { categoryId?: number }).categoryId, 13, 'the only pipeline there is')
  assert.deepEqual(fieldsOf(update('deal')), { title: 'Заказ-наряд 12' })
})

test('a new stage of a deal goes with its pipeline', () => {
  assert.deepEqual(fieldsOf(update('deal', { fields: { stageId: 'C5:WON' } })), { stageId: 'C5:WON', categoryId: 5 })
  assert.deepEqual(fieldsOf(update('deal', { fields: { stageId: 'C9:WON' } })), { stageId: 'C9:WON' })
})

test('rows are set all at once, each with just what it says, and no rows need a request of their own', () => {
  const rich = { ...row, productId: 77, discountSum: '41.66', taxRate: '20', taxIncluded: 'Y' as const, measureCode: '6' }
  const made = command({ kind: 'setRows', entity: 'process:1032', id: 12, rows: [row, rich], before: [] })
  assert.deepEqual(made, {
    method: 'crm.item.productrow.set',
    params: {
      ownerType: 'T408',
      ownerId: 12,
      productRows: [
        { productName: 'Масло', price: '950', quantity: '4', sort: 10 },
        {
          productId: 77,
          productName: 'Масло',
          price: '950',
          quantity: '4',
          discountTypeId: 1,
          discountSum: '41.66',
          taxRate: '20',
          taxIncluded: 'Y',
          measureCode: '6',
          sort: 20,
        },
      ],
    },
  })
  assert.ok(!needsOwnRequest(made))
  const empty = command({ kind: 'setRows', entity: 'deal', id: null, rows: [], before: [row] }, { cardId: 5 })
  assert.deepEqual([empty.params['ownerId'], needsOwnRequest(empty)], [5, true])
  assert.throws(() => command({ kind: 'setRows', entity: 'deal', id: null, rows: [], before: [] }), /card of this change/)
})

test('a document is linked to requisites of both sides, and a portal that says no to it has refused', () => {
  const link = { requisiteId: 60, bankId: 24, myRequisiteId: 2, myBankId: 0 }
  const change = { kind: 'linkRequisite', entity: 'invoice', id: null, link, before: null } as const
  assert.deepEqual(command(change, { cardId: 315 }), {
    method: 'crm.requisite.link.register',
    params: {
      fields: {
        ENTITY_TYPE_ID: 31,
        ENTITY_ID: 315,
        REQUISITE_ID: 60,
        BANK_DETAIL_ID: 24,
        MC_REQUISITE_ID: 2,
        MC_BANK_DETAIL_ID: 0,
      },
    },
  })
  const answer = (result: unknown) => readChange(change, { kind: 'done', result, total: null, next: null }).kind
  assert.deepEqual([answer(true), answer(false)], ['done', 'refused'])
})

test('a file goes as a comment with its mark, alone, and its bytes are read only then', () => {
  const file = { name: 'Счёт 7.pdf', message: 4, sha256: 'ab', bytes: 5 }
  const change = { kind: 'addFile', entity: 'invoice', id: 7, file, comment: 'Счёт от 1С', mark: 'obmen24:ab' } as const
  const read: string[] = []
  const files = ({ name }: typeof file) => {
    read.push(name)
    return 'JVBERg=='
  }
  const made = command(change, { files })
  assert.deepEqual(made, {
    method: 'crm.timeline.comment.add',
    params: {
      fields: {
        ENTITY_ID: 7,
        ENTITY_TYPE: 'smart_invoice',
        COMMENT: 'Счёт от 1С\nobmen24:ab',
        FILES: [['Счёт 7.pdf', 'JVBERg==']],
      },
    },
  })
  assert.ok(needsOwnRequest(made))
  assert.deepEqual(read, ['Счёт 7.pdf'])
  const types = (['deal', 'process:1032'] as const).map((entity) => {
    const fields = command({ ...change, entity, comment: '' }, { files }).params['fields'] as Record<string, unknown>
    return [fields['ENTITY_TYPE'], fields['COMMENT']]
  })
  assert.deepEqual(types, [
    ['deal', 'obmen24:ab'],
    ['DYNAMIC_1032', 'obmen24:ab'],
  ])
  assert.throws(() => command(change), /files of this change/)
})

test('a comment is taken away from its card, and one that is gone already is done', () => {
  const change = { kind: 'deleteComment', entity: 'deal', id: 12, commentId: 999 } as const
  assert.deepEqual(command(change), {
    method: 'crm.timeline.comment.delete',
    params: { id: 999, ownerTypeId: 2, ownerId: 12 },
  })
  const error = { status: 400, code: 'NOT_FOUND', description: 'Not found.' }
  assert.deepEqual(readChange(change, { kind: 'refused', reach: 'command', error }), { kind: 'done', id: null })
})

test('a deleted document, and the page on which people see one', () => {
  assert.deepEqual(command({ kind: 'delete', entity: 'process:1032', id: 5 }), {
    method: 'crm.item.delete',
    params: { entityTypeId: 1032, id: 5 },
  })
  assert.deepEqual(
    (['deal', 'invoice', 'process:1032', 'contact'] as const).map((entity) => cardUrl('https://p.example.ru/', entity, 5)),
    ['deal/details', 'type/31/details', 'type/1032/details', 'contact/details'].map(
      (place) => `https://p.example.ru/crm/${place}/5/`,
    ),
  )
})
