import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '../../../src/bitrix24/client/outcome.ts'
import { sameValue } from '../../../src/bitrix24/crm/canonical.ts'
import type { Change } from '../../../src/bitrix24/crm/change.ts'
import { changeCommand, createCommand, needsOwnRequest } from '../../../src/bitrix24/crm/change-command.ts'
import { readChange, readCreated } from '../../../src/bitrix24/crm/change-result.ts'
import type { CrmEntity } from '../../../src/bitrix24/crm/entity.ts'
import type { HeldCard } from '../../../src/bitrix24/crm/held-card.ts'
import { readCards } from '../../../src/bitrix24/crm/read-cards.ts'
import { resolveCard } from '../../../src/bitrix24/crm/resolve-card.ts'
import { type CrmPortal, openCrmPortal } from './crm-portal.ts'
import { account, address, company, contact, options, requisite } from './drafts.ts'

type Create = Extract<Change, { kind: 'create' }>

async function read(portal: CrmPortal, entity: CrmEntity, ids: readonly number[], needRequisites = true) {
  const result = await readCards(portal.client, entity, ids, await portal.directories(), needRequisites)
  assert.equal(result.kind, 'read')
  return result.kind === 'read' ? result.cards : new Map<number, HeldCard>()
}

async function send(portal: CrmPortal, change: Exclude<Change, Create>, ids: { cardId?: number; requisiteId?: number } = {}) {
  const command = changeCommand(change, { entity: 'company', ...ids }, await portal.directories())
  const outcome: Outcome = needsOwnRequest(command)
    ? await portal.client.call(command)
    : (await portal.client.batch([command]))[0]!
  return readChange(change, outcome)
}

test('what 1C tells of a company stands on the portal as it was told, requisite, address and account included', async (t) => {
  const portal = await openCrmPortal(t)
  const directories = await portal.directories()
  const told = {
    ...company,
    custom: { Метки: 'опт;юг', Марки: 'Клевер', Лимит: '1500 руб.', VIP: 'да' },
    requisites: [{ ...requisite, addresses: [address], bankAccounts: [account] }],
  }
  const { card, problems } = resolveCard(told, [], { ...options, directories, idFields: { company: 'Код 1С', contact: '' } })
  assert.deepEqual(problems, [])
  const create: Create = {
    kind: 'create',
    entity: 'company',
    originatorId: 'obmen24',
    originId: 'c-1',
    fields: card.fields,
    points: card.points,
    companyIds: [],
  }
  const [outcome] = await portal.client.batch([createCommand([create], { automation: false }, directories)])
  const [made] = readCreated(outcome!, 1)
  assert.equal(made!.kind, 'done')
  const cardId = made!.kind === 'done' ? made!.id : 0
  const { presetId, xmlId, fields, addresses, banks } = card.requisite!
  const requisiteMade = await send(portal, { kind: 'addRequisite', presetId, xmlId, fields }, { cardId })
  const requisiteId = requisiteMade.kind === 'done' ? requisiteMade.id! : 0
  for (const each of addresses) {
    const change: Change = { kind: 'addAddress', requisiteId: null, ...each }
    assert.equal((await send(portal, change, { requisiteId })).kind, 'done')
    assert.equal((await send(portal, change, { requisiteId })).kind, 'exists')
  }
  for (const each of banks) await send(portal, { kind: 'addBank', requisiteId, ...each })

  const before = portal.requests()
  const held = (await read(portal, 'company', [cardId])).get(cardId)!
  // Directories, cards with their requisites, addresses with accounts.
  assert.equal(portal.requests() - before, 3)
  assert.deepEqual([held.originatorId, held.originId], ['obmen24', 'c-1'])
  for (const [name, value] of Object.entries(card.fields)) assert.ok(sameValue(name, value, held.fields[name] ?? ''), name)
  assert.deepEqual(
    held.points.map(({ typeId, valueType, value }) => ({ typeId, valueType, value })),
    card.points,
  )
  const [there] = held.requisites
  assert.deepEqual([there!.presetId, there!.xmlId], [presetId, xmlId])
  for (const [name, value] of Object.entries(fields)) assert.equal(there!.fields[name], value, name)
  for (const [name, value] of Object.entries(addresses[0]!.fields))
    assert.equal(there!.addresses[0]!.fields[name] ?? '', value, name)
  assert.equal(there!.banks[0]!.xmlId, banks[0]!.xmlId)
  for (const [name, value] of Object.entries(banks[0]!.fields)) assert.equal(there!.banks[0]!.fields[name], value, name)
})

test('fields, phones and lists are changed, emptied and taken away', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(4, { title: 'Лютик', UF_CRM_TAGS: ['опт'], UF_CRM_BRANDS: [51], comments: '[b]Важно[/b]' }, [
    ['PHONE', '+74950000001'],
    ['PHONE', '+74950000002'],
  ])
  const held = (await read(portal, 'company', [id])).get(id)!
  assert.equal(held.fields['UF_CRM_BRANDS'], '["51"]')
  const [first, second] = held.points
  const update: Change = {
    kind: 'update',
    entity: 'company',
    id,
    fields: { title: 'Лютик и Ко', UF_CRM_TAGS: '', UF_CRM_BRANDS: '', comments: '' },
    before: {},
    points: [
      { kind: 'set', before: first!, point: { typeId: 'PHONE', valueType: 'MOBILE', value: '+79160000003' } },
      { kind: 'remove', before: second! },
      { kind: 'add', point: { typeId: 'EMAIL', valueType: 'WORK', value: 'info@example.org' } },
    ],
    companyIds: null,
    companyIdsBefore: [],
  }
  assert.deepEqual(await send(portal, update), { kind: 'done', id })
  const after = (await read(portal, 'company', [id])).get(id)!
  assert.deepEqual(
    ['title', 'UF_CRM_TAGS', 'UF_CRM_BRANDS', 'comments'].map((name) => after.fields[name]),
    ['Лютик и Ко', '', '', ''],
  )
  assert.deepEqual(
    after.points.map(({ typeId, valueType, value }) => [typeId, valueType, value]),
    [
      ['PHONE', 'MOBILE', '+79160000003'],
      ['EMAIL', 'WORK', 'info@example.org'],
    ],
  )
})

test('a contact is bound to its companies, the primary one first, and let go of', async (t) => {
  const portal = await openCrmPortal(t)
  const directories = await portal.directories()
  const companies = [await portal.add(4, { title: 'Клевер' }), await portal.add(4, { title: 'Лютик' })]
  const { card } = resolveCard(contact, [], { ...options, directories })
  const create: Create = {
    kind: 'create',
    entity: 'contact',
    originatorId: 'obmen24',
    originId: 'p-1',
    fields: card.fields,
    points: card.points,
    companyIds: companies,
  }
  const outcome = await portal.client.call(createCommand([create], { automation: true }, directories))
  const [made] = readCreated(outcome, 1)
  const id = made!.kind === 'done' ? made!.id : 0
  const held = (await read(portal, 'contact', [id])).get(id)!
  assert.deepEqual(held.companyIds, companies)
  assert.equal(held.fields['birthdate'], '1990-05-01')
  const update = {
    kind: 'update',
    entity: 'contact',
    id,
    fields: {},
    before: {},
    points: [],
    companyIdsBefore: companies,
  } as const
  await send(portal, { ...update, companyIds: [companies[1]!, companies[0]!] })
  assert.deepEqual((await read(portal, 'contact', [id])).get(id)!.companyIds, [companies[1], companies[0]])
  await send(portal, { ...update, companyIds: [] })
  assert.deepEqual((await read(portal, 'contact', [id])).get(id)!.companyIds, [])
})

test('deleted and hidden cards are absent, and more cards than a page come all', async (t) => {
  const portal = await openCrmPortal(t)
  const ids: number[] = []
  for (let number = 0; number < 120; number += 1) ids.push(await portal.add(4, { title: `Лютик ${number}` }))
  for (const id of ids) {
    const fields = { ENTITY_TYPE_ID: 4, ENTITY_ID: id, PRESET_ID: 1, NAME: 'Основные' }
    await portal.call('crm.requisite.add', { fields })
    if (id % 10 === 0) for (let more = 0; more < 6; more += 1) await portal.call('crm.requisite.add', { fields })
  }
  await portal.call('crm.item.delete', { entityTypeId: 4, id: ids[5]! })
  portal.sandbox.plan({ on: 'any', do: 'hide', entityTypeId: 4, id: ids[7]! })
  const cards = await read(portal, 'company', [...ids, 99_999])
  assert.equal(cards.size, 118)
  assert.ok(!cards.has(ids[5]!) && !cards.has(ids[7]!))
  for (const card of cards.values()) assert.equal(card.requisites.length, card.id % 10 === 0 ? 7 : 1, String(card.id))
})

test('requisites that were seen before bring their addresses in the same request', async (t) => {
  const portal = await openCrmPortal(t)
  const directories = await portal.directories()
  const id = await portal.add(4, { title: 'Лютик' })
  const add = (NAME: string) =>
    portal.call('crm.requisite.add', { fields: { ENTITY_TYPE_ID: 4, ENTITY_ID: id, PRESET_ID: 1, NAME } })
  const known = Number(await add('Основные'))
  await portal.call('crm.address.add', { fields: { TYPE_ID: 1, ENTITY_TYPE_ID: 8, ENTITY_ID: known, CITY: 'Тверь' } })
  const cities = async (hint: ReadonlyMap<number, readonly number[]>) => {
    const before = portal.requests()
    const result = await readCards(portal.client, 'company', [id], directories, true, hint)
    assert.equal(result.kind, 'read')
    const requisites = result.kind === 'read' ? result.cards.get(id)!.requisites : []
    return [portal.requests() - before, ...requisites.flatMap(({ addresses }) => addresses.map(({ fields }) => fields['CITY']))]
  }
  assert.deepEqual(await cities(new Map()), [2, 'Тверь'])
  assert.deepEqual(await cities(new Map([[id, [known]]])), [1, 'Тверь'])
  const another = Number(await add('Филиал'))
  await portal.call('crm.address.add', { fields: { TYPE_ID: 1, ENTITY_TYPE_ID: 8, ENTITY_ID: another, CITY: 'Кимры' } })
  assert.deepEqual(await cities(new Map([[id, [known]]])), [2, 'Тверь', 'Кимры'])
  await portal.call('crm.requisite.delete', { id: known })
  assert.deepEqual(await cities(new Map([[id, [known, another]]])), [1, 'Кимры'])
})

test('a full page of cards is read in one request, and without requisites nothing else is asked for', async (t) => {
  const portal = await openCrmPortal(t)
  const directories = await portal.directories()
  const ids: number[] = []
  for (let number = 0; number < 50; number += 1) ids.push(await portal.add(4, { title: `Лютик ${number}` }))
  const before = portal.requests()
  const result = await readCards(portal.client, 'company', ids, directories, false)
  assert.equal(result.kind === 'read' && result.cards.size, 50)
  assert.equal(portal.requests() - before, 1)
  const { method, commands } = portal.sandbox.log.at(-1)!
  assert.deepEqual([method, ...commands].filter((name) => name !== 'batch').includes('crm.requisite.list'), false)
})

test('an undo takes away what was made, twice if need be', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(4, { title: 'Лютик' })
  const fields = { ENTITY_TYPE_ID: 4, ENTITY_ID: id, PRESET_ID: 1, NAME: 'Основные' }
  const requisiteId = Number(await portal.call('crm.requisite.add', { fields }))
  await portal.call('crm.address.add', { fields: { TYPE_ID: 1, ENTITY_TYPE_ID: 8, ENTITY_ID: requisiteId, CITY: 'Тверь' } })
  const bank = await portal.call('crm.requisite.bankdetail.add', { fields: { ENTITY_ID: requisiteId, NAME: 'Луг' } })
  const undo: readonly Exclude<Change, Create>[] = [
    { kind: 'deleteAddress', requisiteId, typeId: 1 },
    { kind: 'deleteBank', id: Number(bank) },
    { kind: 'deleteRequisite', id: requisiteId },
    { kind: 'delete', entity: 'company', id },
  ]
  for (const change of undo) {
    assert.equal((await send(portal, change)).kind, 'done', change.kind)
    // The address of a requisite that is gone is refused as a right that is missing: nothing tells it from that.
    if (change.kind !== 'deleteAddress') assert.equal((await send(portal, change)).kind, 'done', change.kind)
  }
  assert.equal((await read(portal, 'company', [id])).size, 0)
})
