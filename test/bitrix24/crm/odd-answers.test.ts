import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { commentsWithMark } from '../../../src/bitrix24/crm/comments-with-mark.ts'
import { type FindWay, findCards, type Probe } from '../../../src/bitrix24/crm/find-cards.ts'
import { loadDirectories } from '../../../src/bitrix24/crm/load-directories.ts'
import { readCards } from '../../../src/bitrix24/crm/read-cards.ts'
import { requisiteIdsOf, requisiteLinksOf } from '../../../src/bitrix24/crm/requisite-ids.ts'
import { batchDone, done, refused, scriptedPortal } from '../client/scripted-portal.ts'
import { directories, documentDirectories } from './directories.ts'

/** A portal that answers every command the same way, alone or inside a batch. */
async function portalThat(t: TestContext, say: (method: string, command: string) => unknown) {
  const portal = await scriptedPortal(t, (asked) =>
    asked.method === 'batch'
      ? batchDone(asked, (command) => ({ result: say(command.split('?')[0]!, command) }))
      : done(say(asked.method, JSON.stringify(asked.params))),
  )
  return portal.open()
}

const stranger = { id: 7, title: 'Чужая', originatorId: 'obmen24', originId: 'c-7', lastName: 'Чужой', fm: [] }
const probe: Probe = {
  key: 'k',
  originId: 'c-1',
  idField: 'c-1',
  inn: '6900000009',
  kpp: '',
  phones: ['+74950000001'],
  emails: [],
  title: 'Лютик',
  lastName: 'Горин',
  firstName: 'Олег',
  secondName: '',
}
const options = { originator: 'obmen24', idField: 'UF_CRM_ID_1C', innFields: ['title'], directories }

test('rows that nobody asked for are a failure that stops the run, never "not found"', async (t) => {
  const client = await portalThat(t, (method) => {
    if (method === 'crm.requisite.list') return [{ ID: '1', ENTITY_TYPE_ID: '4', ENTITY_ID: '7', RQ_INN: '7700000008' }]
    return method === 'crm.duplicate.findbycomm' ? { COMPANY: [5] } : { items: [stranger] }
  })
  for (const way of ['origin', 'id-field', 'inn', 'inn-in-text', 'phone', 'title'] as const satisfies readonly FindWay[]) {
    const found = await findCards(client, 'company', way, [probe], options)
    assert.deepEqual(found.kind === 'failed' && [found.outcome.kind, found.outcome.error.code], ['refused', 'list'], way)
  }
  const contacts = await findCards(client, 'contact', 'title', [probe], options)
  assert.equal(contacts.kind, 'failed')
  const read = await readCards(client, 'company', [5], directories, false)
  assert.deepEqual(read.kind === 'failed' && [read.outcome.kind, read.outcome.error.code], ['refused', 'list'])
})

test('what a database takes for equal is no failure, and no hit either', async (t) => {
  const client = await portalThat(t, () => ({ items: [{ ...stranger, originId: 'C-1 ', title: 'лютик' }] }))
  const origin = await findCards(client, 'company', 'origin', [probe], options)
  assert.deepEqual(origin, { kind: 'found', candidates: new Map() })
  const title = await findCards(client, 'company', 'title', [probe], options)
  assert.equal(title.kind === 'found' && title.candidates.get('k')?.[0]?.id, 7)
})

test('a requisite of another card is not given to ours', async (t) => {
  const client = await portalThat(t, (method) => {
    if (method === 'crm.item.list') return { items: [{ id: 5, title: 'Лютик' }] }
    return method === 'crm.requisite.list' ? [{ ID: '1', ENTITY_TYPE_ID: '4', ENTITY_ID: '6' }] : []
  })
  const read = await readCards(client, 'company', [5], directories, true)
  assert.equal(read.kind === 'failed' && read.outcome.error.code, 'list')
})

test('a refusal of the portal is handed on as it is', async (t) => {
  const portal = await scriptedPortal(t, () => refused(401, 'NO_AUTH_FOUND', 'Wrong authorization data'))
  const client = portal.open()
  for (const way of ['origin', 'inn', 'phone', 'title'] as const) {
    const found = await findCards(client, 'company', way, [probe], options)
    assert.equal(found.kind === 'failed' && found.outcome.error.code, 'NO_AUTH_FOUND', way)
  }
  const read = await readCards(client, 'company', [5], directories, true)
  assert.equal(read.kind === 'failed' && read.outcome.kind, 'refused')
})

test('a directory that only a custom field uses is read as well', async (t) => {
  const client = await portalThat(t, (method, command) => {
    if (method === 'crm.item.fields')
      return { fields: { UF_CRM_TEAM: { type: 'crm_status', settings: { ENTITY_TYPE: 'TEAM' } } } }
    if (method === 'crm.status.list') return command.includes('TEAM') ? [{ STATUS_ID: 'T1', NAME: 'Первая' }] : []
    return method === 'profile' ? { ID: '1', ADMIN: false } : []
  })
  const loaded = await loadDirectories(client)
  assert.deepEqual(loaded.kind === 'loaded' && [loaded.directories.statuses['TEAM'], loaded.directories.isAdmin], [
    [{ id: 'T1', name: 'Первая' }],
    false,
  ])
})

test('documents, rows, comments, requisites and links of other cards are not taken for ours', async (t) => {
  const answers: Record<string, unknown> = {
    'crm.item.list': { items: [{ id: 5, title: 'Сделка' }] },
    'crm.item.productrow.list': { productRows: [{ id: 1, ownerId: 5, ownerType: 'SI' }] },
    'crm.timeline.comment.list': [{ ID: '9', ENTITY_ID: '6', COMMENT: 'm-1' }],
    'crm.requisite.list': [{ ID: '1', ENTITY_ID: '6' }],
    'crm.requisite.link.list': [{ ENTITY_TYPE_ID: '2', ENTITY_ID: '6' }],
  }
  const client = await portalThat(t, (method) => answers[method] ?? [])
  const results = [
    await readCards(client, 'deal', [4], documentDirectories, false),
    await readCards(client, 'deal', [5], documentDirectories, true),
    await commentsWithMark(client, 'deal', 5, ['m-1']),
    await requisiteIdsOf(client, [5]),
    await requisiteLinksOf(client, 'deal', [5]),
  ]
  assert.deepEqual(
    results.map((result) => result.kind === 'failed' && result.outcome.error.code),
    Array(5).fill('list'),
  )
})

test('a portal that does not tell the rows of a document leaves them unknown; one that is closed is a failure', async (t) => {
  const mute = await scriptedPortal(t, (asked) =>
    batchDone(asked, (command) =>
      command.startsWith('crm.item.list')
        ? { result: { items: [{ id: 5, title: 'Сделка' }] } }
        : { error: { error: 'ACCESS_DENIED', error_description: 'Access denied' } },
    ),
  )
  const read = await readCards(mute.open(), 'deal', [5], documentDirectories, true)
  assert.equal(read.kind === 'read' && read.cards.get(5)?.rows, null)
  const closed = await scriptedPortal(t, () => refused(401, 'NO_AUTH_FOUND', 'Wrong authorization data'))
  const client = closed.open()
  for (const result of [
    await readCards(client, 'deal', [5], documentDirectories, true),
    await commentsWithMark(client, 'deal', 5, ['m-1']),
    await requisiteIdsOf(client, [5]),
    await requisiteLinksOf(client, 'deal', [5]),
    await loadDirectories(client, ['deal']),
  ])
    assert.equal(result.kind === 'failed' && result.outcome.error.code, 'NO_AUTH_FOUND')
})

test('companies that are not marked as own ones in the answer say that the filter was passed over', async (t) => {
  const client = await portalThat(t, (method) => (method === 'crm.item.list' ? { items: [{ id: 5, isMyCompany: 'N' }] } : []))
  const loaded = await loadDirectories(client, ['deal'])
  assert.equal(loaded.kind === 'failed' && loaded.outcome.error.code, 'list')
})

test('a fault of one of the reads that follow is a failure too', async (t) => {
  const portal = await scriptedPortal(t, ({ method }) =>
    method === 'crm.requisite.list' ? done([{ ID: '1', ENTITY_ID: '5' }]) : refused(400, '', 'Access denied'),
  )
  assert.equal((await requisiteIdsOf(portal.open(), [5])).kind, 'failed')
})
