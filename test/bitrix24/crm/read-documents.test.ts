import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Change } from '../../../src/bitrix24/crm/change.ts'
import { type ChangeIds, changeCommand, createCommand, needsOwnRequest } from '../../../src/bitrix24/crm/change-command.ts'
import { readChange, readCreated } from '../../../src/bitrix24/crm/change-result.ts'
import { commentsWithMark } from '../../../src/bitrix24/crm/comments-with-mark.ts'
import type { DocumentEntity } from '../../../src/bitrix24/crm/entity.ts'
import type { HeldCard } from '../../../src/bitrix24/crm/held-card.ts'
import { readCards } from '../../../src/bitrix24/crm/read-cards.ts'
import { requisiteIdsOf, requisiteLinksOf } from '../../../src/bitrix24/crm/requisite-ids.ts'
import { resolveDocument } from '../../../src/bitrix24/crm/resolve-document.ts'
import { sameRows } from '../../../src/bitrix24/crm/rows-text.ts'
import type { WantedRow } from '../../../src/bitrix24/crm/wanted-card.ts'
import { type CrmPortal, openCrmPortal } from './crm-portal.ts'
import { document, documentOptions, row } from './drafts.ts'

const entities = ['deal', 'invoice', 'process:1032', 'process:1036'] as const

async function read(portal: CrmPortal, entity: DocumentEntity, ids: readonly number[], withParts = true) {
  const result = await readCards(portal.client, entity, ids, await portal.directories(entities), withParts)
  if (result.kind === 'failed') throw new Error(result.outcome.error.description)
  return [...result.cards.values()]
}

async function only(portal: CrmPortal, entity: DocumentEntity, id: number): Promise<HeldCard> {
  const [card] = await read(portal, entity, [id])
  assert.ok(card !== undefined)
  return card
}

async function make(portal: CrmPortal, change: Exclude<Change, { kind: 'create' }>, ids: Partial<ChangeIds> = {}) {
  const command = changeCommand(change, { entity: 'deal', ...ids }, await portal.directories(entities))
  const outcome = needsOwnRequest(command) ? await portal.client.call(command) : (await portal.client.batch([command]))[0]!
  return readChange(change, outcome)
}

async function create(portal: CrmPortal, change: Extract<Change, { kind: 'create' }>): Promise<number> {
  const command = createCommand([change], { automation: false }, await portal.directories(entities))
  const [outcome] = await portal.client.batch([command])
  const [made] = readCreated(outcome!, 1)
  if (made?.kind !== 'done') throw new Error(JSON.stringify(made))
  return made.id
}

const bare = { kind: 'create', originatorId: 'obmen24', originId: 'w-12', points: [], companyIds: [] } as const

test('a document of 1C stands on the portal as it was told, its rows and amount to the kopeck, whichever card it becomes', async (t) => {
  const portal = await openCrmPortal(t)
  const directories = await portal.directories(entities)
  const company = await portal.add(4, { title: 'ООО «Лютик»' })
  const contacts = [await portal.add(3, { name: 'Олег' }), await portal.add(3, { name: 'Анна' })]
  const rows = [
    { ...row, discount: '50', measure: '112' },
    { ...row, product: ' Замена   масла ', price: '333.335', quantity: '1.5', amount: '500', vat: 'none', measure: '' },
  ]
  for (const entity of ['deal', 'invoice', 'process:1032'] as const) {
    const [kind] = entity.split(':') as ['deal' | 'invoice' | 'process']
    const draft = { ...document, kind, rows, pipeline: '', stage: '', amount: '4300', comments: '' }
    const { card, problems } = resolveDocument(draft, [], { ...documentOptions, directories, entity, numberField: '' })
    assert.deepEqual(problems, [])
    const fields = { ...card.fields, companyId: String(company) }
    const id = await create(portal, { ...bare, entity, fields, contactIds: contacts })
    const made = await make(portal, { kind: 'setRows', entity, id: null, rows: card.rows!, before: [] }, { cardId: id })
    assert.equal(made.kind, 'done')
    const held = await only(portal, entity, id)
    assert.ok(sameRows(card.rows!, held.rows!), JSON.stringify(held.rows))
    assert.deepEqual([held.fields['opportunity'], held.fields['isManualOpportunity']], ['4300', 'Y'], entity)
    assert.deepEqual([held.contactIds, held.fields['companyId']], [contacts, String(company)])
    assert.deepEqual([held.originatorId, held.originId, held.requisites], ['obmen24', 'w-12', []])
    assert.equal(held.fields['begindate'], '2026-03-02')
  }
})

test('where rows come to the amount the portal counts it, and goes on counting when they change', async (t) => {
  const portal = await openCrmPortal(t)
  const directories = await portal.directories(entities)
  const rows = [row, { ...row, product: 'Фильтр', price: '10.1', quantity: '3', amount: '30.3' }]
  const { card } = resolveDocument({ ...document, rows, amount: '3830.3' }, [], { ...documentOptions, directories })
  const id = await create(portal, { ...bare, entity: 'deal', fields: card.fields })
  const set = (wanted: readonly WantedRow[]) => make(portal, { kind: 'setRows', entity: 'deal', id, rows: wanted, before: [] })
  await set(card.rows!)
  const held = await only(portal, 'deal', id)
  assert.deepEqual([held.fields['opportunity'], held.fields['isManualOpportunity']], ['3830.3', 'N'])
  await set(card.rows!.slice(1))
  assert.equal((await only(portal, 'deal', id)).fields['opportunity'], '30.3')
  await set([])
  assert.deepEqual((await only(portal, 'deal', id)).rows, [])
})

test('a deal that nothing is told of keeps the empty type and source that 1C means', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await create(portal, { ...bare, entity: 'deal', fields: { title: 'Сделка' } })
  const { fields } = await only(portal, 'deal', id)
  assert.deepEqual([fields['typeId'], fields['sourceId'], fields['categoryId'], fields['stageId']], ['', '', '0', 'NEW'])
  assert.notEqual(fields['closedate'], '')
})

test('rows come in their order, more than a page of them, each with the document that has them', async (t) => {
  const portal = await openCrmPortal(t)
  const ids = [await portal.add(2, { title: 'А' }), await portal.add(2, { title: 'Б' }), await portal.add(2, { title: 'В' })]
  const named = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => ({ productName: `${name}${index}`, price: index }))
  await portal.call('crm.item.productrow.set', { ownerType: 'D', ownerId: ids[0], productRows: named(120, 'а') })
  const sorted = named(3, 'б').map((each, index) => ({ ...each, sort: 30 - index }))
  await portal.call('crm.item.productrow.set', { ownerType: 'D', ownerId: ids[1], productRows: sorted })
  const cards = await read(portal, 'deal', ids)
  assert.deepEqual(
    cards.map(({ rows }) => rows!.length),
    [120, 3, 0],
  )
  assert.deepEqual(cards[0]!.rows![117]!.productName, 'а117')
  assert.deepEqual(
    cards[1]!.rows!.map(({ productName, price }) => [productName, price]),
    [
      ['б2', '2'],
      ['б1', '1'],
      ['б0', '0'],
    ],
  )
  const without = await read(portal, 'deal', ids, false)
  assert.deepEqual(
    without.map(({ rows }) => rows),
    [null, null, null],
  )
})

for (const rowOwnerArrays of ['taken', 'ignored'] as const) {
  test(`fifty documents with their rows take two requests, where the portal has arrays of owners ${rowOwnerArrays}`, async (t) => {
    const portal = await openCrmPortal(t, (state) => {
      state.readings = { rowOwnerArrays }
    })
    const ids: number[] = []
    for (let number = 0; number < 50; number += 1) {
      const id = await portal.add(2, { title: `Сделка ${number}` })
      await portal.call('crm.item.productrow.set', {
        ownerType: 'D',
        ownerId: id,
        productRows: [{ productName: `Р${id}`, price: 1 }],
      })
      ids.push(id)
    }
    await portal.directories(entities)
    const directories = await portal.directories(entities)
    const before = portal.requests()
    const result = await readCards(portal.client, 'deal', [...ids, 9999], directories, true)
    assert.equal(portal.requests() - before, 2)
    const cards = result.kind === 'read' ? [...result.cards.values()] : []
    assert.deepEqual(
      cards.map(({ rows }) => rows!.map(({ productName }) => productName)),
      ids.map((id) => [`Р${id}`]),
    )
  })
}

test('a card is changed, bound to other contacts and let go of them, and its mark moves into it', async (t) => {
  const portal = await openCrmPortal(t)
  const [one, other] = [await portal.add(3, { name: 'Олег' }), await portal.add(3, { name: 'Анна' })]
  const id = await portal.add(1032, { title: 'Договор 5', contactIds: [one] })
  const update = (fields: Record<string, string>, contactIds: readonly number[]) =>
    make(portal, {
      kind: 'update',
      entity: 'process:1032',
      id,
      fields,
      before: {},
      points: [],
      companyIds: null,
      companyIdsBefore: [],
      contactIds,
      contactIdsBefore: [],
      categoryId: 9,
    })
  await update({ title: 'Договор № 5', originatorId: 'obmen24', originId: 'k-5' }, [other, one])
  const changed = await only(portal, 'process:1032', id)
  assert.deepEqual([changed.fields['title'], changed.originatorId, changed.originId], ['Договор № 5', 'obmen24', 'k-5'])
  assert.deepEqual(changed.contactIds, [other, one])
  await update({ originatorId: '', originId: '' }, [])
  const released = await only(portal, 'process:1032', id)
  assert.deepEqual([released.contactIds, released.originId, released.fields['title']], [[], '', 'Договор № 5'])
})

test('an item of a smart process in a second pipeline stays there when something else of it changes', async (t) => {
  const portal = await openCrmPortal(t, (state) => {
    state.categories.push({ id: 11, name: 'Аренда', sort: 200, entityTypeId: 1032, isDefault: 'N' })
    state.statuses.push({ ...state.statuses.at(-1)!, ID: 'rent', ENTITY_ID: 'DYNAMIC_1032_STAGE_11', STATUS_ID: 'DT1032_11:NEW' })
  })
  const id = await portal.add(1032, { title: 'Аренда', categoryId: 11 })
  const held = await only(portal, 'process:1032', id)
  assert.equal(held.fields['categoryId'], '11')
  const change = {
    kind: 'update',
    entity: 'process:1032',
    id,
    before: {},
    points: [],
    companyIds: null,
    companyIdsBefore: [],
  } as const
  await make(portal, { ...change, fields: { title: 'Аренда склада' }, categoryId: Number(held.fields['categoryId']) })
  const { fields } = await only(portal, 'process:1032', id)
  assert.deepEqual([fields['title'], fields['categoryId']], ['Аренда склада', '11'])
})

test('a stage of another pipeline takes the deal there', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(2, { title: 'Сделка' })
  const change = { kind: 'update', entity: 'deal', id, before: {}, points: [], companyIds: null, companyIdsBefore: [] } as const
  assert.equal((await make(portal, { ...change, fields: { stageId: 'C5:WORK' } })).kind, 'done')
  const { fields } = await only(portal, 'deal', id)
  assert.deepEqual([fields['categoryId'], fields['stageId']], ['5', 'C5:WORK'])
})

test('an invoice is linked to the requisites of its client and of the own company', async (t) => {
  const portal = await openCrmPortal(t)
  const [client, own] = [await portal.add(4, { title: 'Лютик' }), await portal.add(4, { title: 'Клевер', isMyCompany: 'Y' })]
  const requisite = async (cardId: number, more = {}) => {
    const fields = { ENTITY_TYPE_ID: 4, ENTITY_ID: cardId, PRESET_ID: 1, NAME: 'Основные', XML_ID: `obmen24|${cardId}`, ...more }
    return Number(await portal.call('crm.requisite.add', { fields }))
  }
  const [first, mine] = [await requisite(client, { RQ_COMPANY_NAME: 'ООО «Лютик»', RQ_INN: '7707083893' }), await requisite(own)]
  const bank = Number(await portal.call('crm.requisite.bankdetail.add', { fields: { ENTITY_ID: first, NAME: 'Счёт' } }))
  const known = await requisiteIdsOf(portal.client, [client, own, 9999])
  assert.deepEqual(known.kind === 'read' && [...known.requisites], [
    [client, [{ id: first, name: 'ООО «Лютик»', inn: '7707083893', xmlId: `obmen24|${client}`, bankIds: [bank] }]],
    [own, [{ id: mine, name: 'Основные', inn: '', xmlId: `obmen24|${own}`, bankIds: [] }]],
  ])
  const invoice = await portal.add(31, { title: 'Счёт 7', companyId: client, mycompanyId: own })
  const link = { requisiteId: first, bankId: bank, myRequisiteId: mine, myBankId: 0 }
  const change = { kind: 'linkRequisite', entity: 'invoice', id: invoice, link, before: null } as const
  assert.equal((await make(portal, change)).kind, 'done')
  const links = await requisiteLinksOf(portal.client, 'invoice', [invoice, 9999])
  assert.deepEqual(links.kind === 'read' && [...links.links], [[invoice, link]])
  const wrong = await make(portal, { ...change, link: { ...link, requisiteId: 9999, bankId: 0 } })
  assert.equal(wrong.kind, 'refused')
})

async function fileOn(t: TestContext, entity: DocumentEntity, typeId: number) {
  const portal = await openCrmPortal(t)
  const id = await portal.add(typeId, { title: 'Карточка' })
  const file = { name: 'Счёт 7.pdf', message: 4, sha256: 'ab', bytes: 5 }
  const change = { kind: 'addFile', entity, id, file, comment: 'Счёт от 1С', mark: 'obmen24:ab12' } as const
  const made = await make(portal, change, { entity, files: () => Buffer.from('%PDF-').toString('base64') })
  return { portal, id, made }
}

for (const [entity, typeId] of [
  ['deal', 2],
  ['invoice', 31],
  ['process:1032', 1032],
] as const) {
  test(`a file stands in the timeline of a card (${entity}), is found again by its mark, and is taken away`, async (t) => {
    const { portal, id, made } = await fileOn(t, entity, typeId)
    assert.ok(made.kind === 'done' && made.id !== null)
    const find = async () => {
      const found = await commentsWithMark(portal.client, entity, id, ['obmen24:ab12', 'obmen24:cd34'])
      return found.kind === 'read' ? [...found.comments] : found
    }
    assert.deepEqual(await find(), [['obmen24:ab12', made.id]])
    const gone = { kind: 'deleteComment', entity, id, commentId: made.id } as const
    assert.equal((await make(portal, gone)).kind, 'done')
    assert.deepEqual(await find(), [])
    assert.equal((await make(portal, gone)).kind, 'done')
  })
}

test('a smart process without products has no rows to be asked for', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(1036, { title: 'Заявка 1' })
  const directories = await portal.directories(entities)
  const before = portal.requests()
  const result = await readCards(portal.client, 'process:1036', [id], directories, true)
  assert.equal(portal.requests() - before, 1)
  assert.equal(result.kind === 'read' && result.cards.get(id)?.rows, null)
})

test('a deleted document is absent, like any other card', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(31, { title: 'Счёт' })
  assert.equal((await make(portal, { kind: 'delete', entity: 'invoice', id })).kind, 'done')
  assert.deepEqual(await read(portal, 'invoice', [id]), [])
})
