import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { DocumentEntity } from '../../../src/bitrix24/crm/entity.ts'
import {
  type DocumentFindOptions,
  type DocumentProbe,
  type FindDocumentWay,
  findDocuments,
} from '../../../src/bitrix24/crm/find-documents.ts'
import { batchDone, done, refused, scriptedPortal } from '../client/scripted-portal.ts'
import { type CrmPortal, openCrmPortal } from './crm-portal.ts'
import { documentDirectories } from './directories.ts'

const nothing: DocumentProbe = { key: '', originId: '', portalId: 0, number: '', idFromNumber: 0, phones: [], title: '' }
const probe = (key: string, more: Partial<DocumentProbe>): DocumentProbe => ({ ...nothing, key, ...more })
const entities = ['deal', 'invoice', 'process:1032', 'process:1036'] as const

async function find(
  portal: CrmPortal,
  entity: DocumentEntity,
  way: FindDocumentWay,
  probes: readonly DocumentProbe[],
  more: Partial<DocumentFindOptions> = {},
) {
  const directories = await portal.directories(entities)
  const options = {
    originator: 'obmen24',
    numberField: 'Номер в 1С',
    finalStageIds: ['WON', 'LOSE', 'C5:WON'],
    directories,
    ...more,
  }
  const found = await findDocuments(portal.client, entity, way, probes, options)
  if (found.kind === 'failed') throw new Error(`${way}: ${found.outcome.error.code}`)
  return Object.fromEntries([...found.candidates].map(([key, candidates]) => [key, candidates.map(({ id }) => id).toSorted()]))
}

test('documents are found by our mark, in whichever field their cards have it, and only by our own', async (t) => {
  const portal = await openCrmPortal(t)
  const deal = await portal.add(2, { title: 'А', originatorId: 'obmen24', originId: 'order:D-1' })
  await portal.add(2, { title: 'Б', originatorId: 'other', originId: 'order:D-1' })
  const invoice = await portal.add(31, { title: 'В', xmlId: 'obmen24|order:D-1' })
  await portal.add(31, { title: 'Г', xmlId: 'order:D-1' })
  const item = await portal.add(1032, { title: 'Д', xmlId: 'obmen24|order:D-1' })
  const probes = [probe('k1', { originId: 'order:D-1' }), probe('k2', { originId: 'order:D-2' }), probe('k3', {})]
  assert.deepEqual(await find(portal, 'deal', 'origin', probes), { k1: [deal] })
  assert.deepEqual(await find(portal, 'invoice', 'origin', probes), { k1: [invoice] })
  assert.deepEqual(await find(portal, 'process:1032', 'origin', probes), { k1: [item] })
})

test('E5: a card is found by the id that 1C keeps of it, and a card that is gone is not', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(2, { title: 'А' })
  const gone = await portal.add(2, { title: 'Б' })
  await portal.call('crm.item.delete', { entityTypeId: 2, id: gone })
  const probes = [probe('k1', { portalId: id }), probe('k2', { portalId: gone }), probe('k3', {}), probe('k4', { portalId: id })]
  assert.deepEqual(await find(portal, 'deal', 'portal-id', probes), { k1: [id], k4: [id] })
})

test('D4: an order that carries the number which the portal gave it is found by the id in it', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(2, { title: 'А' })
  const probes = [probe('k1', { number: `B24-${id}`, idFromNumber: id }), probe('k2', { number: 'УТ-7' })]
  assert.deepEqual(await find(portal, 'deal', 'number', probes), { k1: [id] })
})

test('B6: a deal is found by the field that keeps the number of the work order, whatever the field keeps', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(2, { title: 'А', UF_CRM_NUMBER: '0000012', UF_CRM_PLAIN_NUMBER: 12 })
  const probes = [
    probe('k1', { number: '0000012' }),
    probe('k2', { number: '12' }),
    probe('k3', { number: 'УТ-12' }),
    probe('k4', {}),
  ]
  assert.deepEqual(await find(portal, 'deal', 'number-field', probes), { k1: [id] })
  const numberField = 'UF_CRM_PLAIN_NUMBER'
  assert.deepEqual(await find(portal, 'deal', 'number-field', probes, { numberField }), { k1: [id], k2: [id] })
  assert.deepEqual(await find(portal, 'deal', 'number-field', probes, { numberField: 'UF_CRM_NO' }), {})
  assert.deepEqual(await find(portal, 'invoice', 'number-field', probes, { numberField: '' }), {})
})

test('a document is found by its very title, case aside', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(1036, { title: 'Договор № 5' })
  const probes = [probe('k1', { title: 'Договор № 5' }), probe('k2', { title: 'Договор № 55' })]
  assert.deepEqual(await find(portal, 'process:1036', 'title', probes), { k1: [id] })
})

test('B6: a phone finds the unfinished deals of its contacts, not only where they come first, and of its companies', async (t) => {
  const portal = await openCrmPortal(t)
  const contact = await portal.add(3, { name: 'Олег' }, [['PHONE', '8 (916) 000-00-01']])
  const other = await portal.add(3, { name: 'Анна' }, [['PHONE', '+79160000002']])
  const company = await portal.add(4, { title: 'Лютик' }, [['PHONE', '+79160000001']])
  const first = await portal.add(2, { title: 'Первый', contactIds: [contact] })
  const second = await portal.add(2, { title: 'Второй', contactIds: [other, contact], categoryId: 5 })
  const bought = await portal.add(2, { title: 'Фирма', companyId: company })
  await portal.add(2, { title: 'Кончена', contactIds: [contact], stageId: 'WON' })
  await portal.add(2, { title: 'Выдан', contactIds: [contact], categoryId: 5, stageId: 'C5:WON' })
  await portal.add(2, { title: 'Чужая' })
  const probes = [
    probe('k1', { phones: ['+79160000001'] }),
    probe('k2', { phones: ['89160000002'] }),
    probe('k3', { phones: ['+79160000003'] }),
    probe('k4', { phones: [], contactIds: [other] }),
    probe('k5', { phones: ['+79160000001'] }),
  ]
  const all = [first, second, bought]
  assert.deepEqual(await find(portal, 'deal', 'phone', probes), { k1: all, k2: [second], k4: [second], k5: all })
  assert.deepEqual(await find(portal, 'deal', 'phone', [probes[0]!], { categoryIds: [5] }), { k1: [second] })
  const open = await find(portal, 'deal', 'phone', [probes[0]!], { finalStageIds: [] })
  assert.equal(open['k1']!.length, 5)
})

test('a portal that filters by the first contact only finds at least those', async (t) => {
  const deals = [
    { id: 7, title: 'А', contactId: 5, contactIds: [5], companyId: 0, stageId: 'NEW', createdTime: '2026-03-02T10:00:00+03:00' },
  ]
  const portal = await scriptedPortal(t, (asked) =>
    batchDone(asked, (command) => {
      if (command.startsWith('crm.duplicate')) return { result: [] }
      const text = decodeURIComponent(command)
      if (text.includes('@contactIds'))
        return { error: { error: 'INVALID_ARG_VALUE', error_description: 'not allowed in filter' } }
      return { result: { items: text.includes('@contactId]') ? deals : [] } }
    }),
  )
  const options = { originator: 'obmen24', numberField: '', finalStageIds: ['WON'], directories: documentDirectories }
  const found = await findDocuments(portal.open(), 'deal', 'phone', [probe('k', { contactIds: [5] })], options)
  assert.deepEqual(found.kind === 'found' && found.candidates.get('k'), [
    { id: 7, title: 'А', originatorId: '', originId: '', stageId: 'NEW', createdAt: '2026-03-02T10:00:00+03:00' },
  ])
})

test('a candidate tells its stage and when it was made, so that the newest can be taken', async (t) => {
  const portal = await openCrmPortal(t)
  await portal.add(2, { title: 'А', originatorId: 'obmen24', originId: 'w-1' })
  const directories = await portal.directories(entities)
  const options = { originator: 'obmen24', numberField: '', finalStageIds: [], directories }
  const found = await findDocuments(portal.client, 'deal', 'origin', [probe('k', { originId: 'w-1' })], options)
  const [candidate] = (found.kind === 'found' && found.candidates.get('k')) || []
  assert.equal(candidate?.stageId, 'NEW')
  assert.match(candidate?.createdAt ?? '', /^\d{4}-\d\d-\d\dT/)
})

test('a smart process without clients has none to be found by', async (t) => {
  const portal = await openCrmPortal(t)
  const before = portal.requests()
  assert.deepEqual(await find(portal, 'process:1036', 'phone', [probe('k', { phones: ['+79160000001'] })]), {})
  assert.equal(portal.requests() - before, 2, 'only the directories')
})

test('a thousand work orders among five thousand deals take few requests by any way', async (t) => {
  const portal = await openCrmPortal(t, (state) => {
    const deals: NonNullable<(typeof state.items)[2]> = {}
    const contacts = state.items[3]!
    state.items[2] = deals
    for (let id = 1; id <= 5000; id += 1) {
      const fm = id <= 1000 ? [{ id, typeId: 'PHONE', valueType: 'WORK', value: phoneOf(id) }] : []
      if (id <= 1000) contacts[id] = { id, name: `Клиент ${id}`, fm }
      const stageId = id <= 1000 ? 'NEW' : 'WON'
      deals[id] = {
        id,
        title: `Сделка ${id}`,
        stageId,
        categoryId: 0,
        contactIds: [((id - 1) % 1000) + 1],
        UF_CRM_NUMBER: `Н-${id}`,
        fm: [],
      }
    }
  })
  const directories = await portal.directories(entities)
  const options = { originator: 'obmen24', numberField: 'UF_CRM_NUMBER', finalStageIds: ['WON'], directories }
  const probes = Array.from({ length: 1000 }, (_, index) =>
    probe(`k${index + 1}`, {
      number: `Н-${index + 1}`,
      portalId: index + 1,
      phones: [phoneOf(index + 1)],
      title: `Сделка ${index + 1}`,
    }),
  )
  const requestsBy: Record<string, number> = {}
  for (const way of ['portal-id', 'number-field', 'title', 'phone'] as const) {
    const before = portal.requests()
    const found = await findDocuments(portal.client, 'deal', way, probes, options)
    requestsBy[way] = portal.requests() - before
    assert.ok(found.kind === 'found' && found.candidates.size === 1000, way)
    for (const [key, candidates] of found.candidates)
      assert.deepEqual(
        candidates.map(({ id }) => `k${id}`),
        [key],
        way,
      )
  }
  // Values go 49 to a command and commands 50 to a request; a phone goes in three spellings to both kinds of clients, and the cards that have it are read.
  assert.deepEqual(requestsBy, { 'portal-id': 1, 'number-field': 1, title: 1, phone: 10 })
})

const phoneOf = (id: number) => `+7916${String(id).padStart(7, '0')}`

async function clientThat(t: TestContext, say: (method: string) => unknown) {
  const portal = await scriptedPortal(t, (asked) => batchDone(asked, (command) => ({ result: say(command.split('?')[0]!) })))
  return portal.open()
}

const full = probe('k', {
  originId: 'c-1',
  portalId: 5,
  number: '12',
  idFromNumber: 5,
  phones: ['+79160000001'],
  title: 'Лютик',
  contactIds: [3],
})
const options = { originator: 'obmen24', numberField: 'UF_CRM_NUMBER', finalStageIds: ['WON'], directories: documentDirectories }

test('rows that nobody asked for are a failure that stops the run, never "not found"', async (t) => {
  const stranger = {
    id: 7,
    title: 'Чужая',
    originatorId: 'obmen24',
    originId: 'c-7',
    contactIds: [9],
    contactId: 9,
    stageId: 'NEW',
  }
  const client = await clientThat(t, (method) => (method === 'crm.duplicate.findbycomm' ? [] : { items: [stranger] }))
  for (const way of ['origin', 'portal-id', 'number-field', 'number', 'phone', 'title'] as const) {
    const found = await findDocuments(client, 'deal', way, [full], options)
    assert.deepEqual(found.kind === 'failed' && [found.outcome.kind, found.outcome.error.code], ['refused', 'list'], way)
  }
})

test('a finished deal in the answer says that the filter was passed over', async (t) => {
  const finished = { id: 7, title: 'А', contactIds: [3], contactId: 3, stageId: 'WON' }
  const client = await clientThat(t, (method) => (method === 'crm.duplicate.findbycomm' ? [] : { items: [finished] }))
  const found = await findDocuments(client, 'deal', 'phone', [full], options)
  assert.equal(found.kind === 'failed' && found.outcome.error.code, 'list')
})

test('a refusal of the portal is handed on as it is', async (t) => {
  const portal = await scriptedPortal(t, () => refused(401, 'NO_AUTH_FOUND', 'Wrong authorization data'))
  const client = portal.open()
  for (const way of ['origin', 'portal-id', 'number-field', 'phone'] as const) {
    const found = await findDocuments(client, 'deal', way, [full], options)
    assert.equal(found.kind === 'failed' && found.outcome.error.code, 'NO_AUTH_FOUND', way)
  }
  const known = await findDocuments(client, 'deal', 'phone', [probe('k', { contactIds: [3] })], options)
  assert.equal(known.kind, 'failed')
  const fine = await scriptedPortal(t, () => done([]))
  const silent = await findDocuments(fine.open(), 'deal', 'phone', [], options)
  assert.deepEqual([silent.kind, fine.asked.length], ['found', 0])
})
