import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CrmEntity } from '../../../src/bitrix24/crm/entity.ts'
import { type FindWay, findCards, type Probe } from '../../../src/bitrix24/crm/find-cards.ts'
import { type CrmPortal, openCrmPortal } from './crm-portal.ts'

const nothing: Probe = {
  key: '',
  originId: '',
  idField: '',
  inn: '',
  kpp: '',
  phones: [],
  emails: [],
  title: '',
  lastName: '',
  firstName: '',
  secondName: '',
}
const probe = (key: string, more: Partial<Probe>): Probe => ({ ...nothing, key, ...more })

async function find(
  portal: CrmPortal,
  entity: CrmEntity,
  way: FindWay,
  probes: readonly Probe[],
  fields: { idField?: string; innFields?: readonly string[] } = {},
) {
  const options = { originator: 'obmen24', idField: '', innFields: [], directories: await portal.directories(), ...fields }
  const found = await findCards(portal.client, entity, way, probes, options)
  if (found.kind === 'failed') throw new Error(`${way}: ${found.outcome.error.code}`)
  return Object.fromEntries([...found.candidates].map(([key, candidates]) => [key, candidates.map(({ id }) => id)]))
}

const requisite = (portal: CrmPortal, cardId: number, inn: string, kpp: string, entityTypeId = 4) =>
  portal.call('crm.requisite.add', {
    fields: { ENTITY_TYPE_ID: entityTypeId, ENTITY_ID: cardId, PRESET_ID: 1, NAME: 'Основные', RQ_INN: inn, RQ_KPP: kpp },
  })

test('cards are found by our mark, to the letter, and only by our own', async (t) => {
  const portal = await openCrmPortal(t)
  const mine = await portal.add(4, { title: 'А', originatorId: 'obmen24', originId: 'c-1' })
  const twin = await portal.add(4, { title: 'Б', originatorId: 'obmen24', originId: 'c-1' })
  await portal.add(4, { title: 'В', originatorId: 'other', originId: 'c-1' })
  await portal.add(4, { title: 'Г', originatorId: 'obmen24', originId: 'C-1' })
  const probes = [probe('k1', { originId: 'c-1' }), probe('k2', { originId: 'c-2' }), probe('k3', {})]
  assert.deepEqual(await find(portal, 'company', 'origin', probes), { k1: [mine, twin] })
})

test('a thousand marks take one request', async (t) => {
  const portal = await openCrmPortal(t)
  const ids = new Map<string, number[]>()
  for (let number = 0; number < 60; number += 1) {
    const originId = `c-${number}`
    ids.set(`k${number}`, [await portal.add(4, { title: originId, originatorId: 'obmen24', originId })])
  }
  const probes = Array.from({ length: 1000 }, (_, number) => probe(`k${number}`, { originId: `c-${number}` }))
  const options = { originator: 'obmen24', idField: '', innFields: [], directories: await portal.directories() }
  const before = portal.requests()
  const found = await findCards(portal.client, 'company', 'origin', probes, options)
  assert.equal(portal.requests() - before, 1)
  assert.equal(found.kind === 'found' && found.candidates.size, 60)
})

test('cards are found by the field that keeps the 1C id, named by its title', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(3, { name: 'Олег', UF_CRM_ID_1C: '00-017' })
  const probes = [probe('k1', { idField: '00-017' }), probe('k2', { idField: '00-018' })]
  assert.deepEqual(await find(portal, 'contact', 'id-field', probes, { idField: 'код 1с' }), { k1: [id] })
  assert.deepEqual(await find(portal, 'contact', 'id-field', probes, { idField: 'UF_CRM_NO' }), {})
})

test('an ИНН finds the card of the same КПП, else cards that have none, and never a card of another kind', async (t) => {
  const portal = await openCrmPortal(t)
  const [head, branch, bare] = [
    await portal.add(4, { title: 'Головной' }),
    await portal.add(4, { title: 'Филиал' }),
    await portal.add(4, { title: 'Без КПП' }),
  ]
  const person = await portal.add(3, { name: 'Олег' })
  const [inn, other] = ['6900000009', '6900000104']
  await requisite(portal, head, inn, '690001001')
  await requisite(portal, head, inn, '690001001')
  await requisite(portal, branch, inn, '690002002')
  await requisite(portal, bare, other, '')
  await requisite(portal, person, inn, '', 3)
  const probes = [
    probe('branch', { inn, kpp: '690002002' }),
    probe('third', { inn, kpp: '690003003' }),
    probe('any', { inn }),
    probe('no kpp there', { inn: other, kpp: '690001001' }),
    probe('nobody', { inn: '7700000008' }),
  ]
  assert.deepEqual(await find(portal, 'company', 'inn', probes), {
    branch: [branch],
    any: [head, branch],
    'no kpp there': [bare],
  })
})

test('an ИНН in a text has to be a whole number', async (t) => {
  const portal = await openCrmPortal(t)
  const inTitle = await portal.add(4, { title: 'Лютик ИНН6900000009' })
  const inTags = await portal.add(4, { title: 'Клевер', UF_CRM_TAGS: ['инн: 6900000009', 'опт'] })
  await portal.add(4, { title: 'Счёт 16900000009' })
  const probes = [probe('k', { inn: '6900000009' }), probe('short', { inn: '69' })]
  const innFields = ['title', 'Метки', 'Нет такого']
  assert.deepEqual(await find(portal, 'company', 'inn-in-text', probes, { innFields }), { k: [inTitle, inTags] })
})

test('a КПП written behind the ИНН is that of a branch, and has to agree', async (t) => {
  const portal = await openCrmPortal(t)
  const inn = '6900000009'
  const head = await portal.add(4, { title: 'А', UF_CRM_TAGS: [`${inn} / 690001001`] })
  const branch = await portal.add(4, { title: `Б, ИНН ${inn} (КПП: 690002002)` })
  const bare = await portal.add(4, { title: `В ${inn}, БИК 044525225` })
  const innFields = ['title', 'Метки']
  const probes = [
    probe('head', { inn, kpp: '690001001' }),
    probe('branch', { inn, kpp: '690002002' }),
    probe('third', { inn, kpp: '690003003' }),
    probe('any', { inn }),
  ]
  assert.deepEqual(await find(portal, 'company', 'inn-in-text', probes, { innFields }), {
    head: [head],
    branch: [branch],
    third: [bare],
    any: [branch, bare, head],
  })
})

test('a phone is found in every usual spelling, and by whom it is asked for', async (t) => {
  const portal = await openCrmPortal(t)
  const eight = await portal.add(4, { title: 'А' }, [['PHONE', '84950000001']])
  const plus = await portal.add(4, { title: 'Б' }, [['PHONE', '+74950000002']])
  await portal.add(3, { name: 'Олег' }, [['PHONE', '+74950000001']])
  const probes = [
    probe('k1', { phones: ['+7 495 000-00-01'] }),
    probe('k2', { phones: ['8 (495) 000-00-02 доб. 5', 'нет'] }),
    probe('both', { phones: ['+74950000001', '+74950000002'] }),
    probe('nobody', { phones: ['+74950000003'] }),
  ]
  assert.deepEqual(await find(portal, 'company', 'phone', probes), { k1: [eight], both: [eight, plus], k2: [plus] })
})

test('an e-mail is found in any case, and a phone is no e-mail', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(3, { name: 'Олег' }, [['EMAIL', 'Gorin@Example.org']])
  const probes = [probe('k1', { emails: ['gorin@example.org'] }), probe('k2', { phones: ['gorin@example.org'] })]
  assert.deepEqual(await find(portal, 'contact', 'email', probes), { k1: [id] })
})

test('where many cards share numbers, none of them hides another', async (t) => {
  const portal = await openCrmPortal(t)
  for (let number = 0; number < 25; number += 1) await portal.add(4, { title: `Общий ${number}` }, [['PHONE', '+74950000001']])
  const rare = await portal.add(4, { title: 'Редкий' }, [['PHONE', '+74950000002']])
  const probes = [probe('common', { phones: ['+74950000001'] }), probe('rare', { phones: ['+74950000002'] })]
  const found = await find(portal, 'company', 'phone', probes)
  assert.deepEqual(found['rare'], [rare])
  assert.ok(found['common']!.length >= 20)
})

test('a phone that nobody has costs one request, for hundreds of probes', async (t) => {
  const portal = await openCrmPortal(t)
  const probes = Array.from({ length: 250 }, (_, number) => probe(`k${number}`, { phones: [`+7495${1000000 + number}`] }))
  const options = { originator: 'obmen24', idField: '', innFields: [], directories: await portal.directories() }
  const before = portal.requests()
  const found = await findCards(portal.client, 'company', 'phone', probes, options)
  assert.equal(found.kind === 'found' && found.candidates.size, 0)
  assert.ok(portal.requests() - before <= 2)
})

test('a company is found by its very title, a contact by last and first name', async (t) => {
  const portal = await openCrmPortal(t)
  const company = await portal.add(4, { title: 'ООО "Лютик"' })
  await portal.add(4, { title: 'ООО "Лютик" Тверь' })
  const gorin = await portal.add(3, { lastName: 'Горин', name: 'Олег', secondName: 'Ильич' })
  const bare = await portal.add(3, { lastName: 'Горин', name: 'Олег' })
  await portal.add(3, { lastName: 'Горин', name: 'Олег', secondName: 'Львович' })
  await portal.add(3, { lastName: 'Горин', name: 'Пётр' })
  assert.deepEqual(
    await find(portal, 'company', 'title', [probe('k', { title: 'ООО "Лютик"' }), probe('none', { title: '—' })]),
    {
      k: [company],
    },
  )
  const names = [
    probe('k', { lastName: 'Горин', firstName: 'Олег', secondName: 'Ильич' }),
    probe('alone', { lastName: 'Горин' }),
    probe('empty', {}),
  ]
  assert.deepEqual(await find(portal, 'contact', 'title', names), { k: [gorin, bare] })
})

test('hidden cards are not found, by whatever way', async (t) => {
  const portal = await openCrmPortal(t)
  const id = await portal.add(4, { title: 'Лютик', originatorId: 'obmen24', originId: 'c-1' }, [['PHONE', '+74950000001']])
  await requisite(portal, id, '6900000009', '')
  portal.sandbox.plan({ on: 'any', do: 'hide', entityTypeId: 4, id })
  const told = { originId: 'c-1', inn: '6900000009', phones: ['+74950000001'], title: 'Лютик' }
  for (const way of ['origin', 'inn', 'inn-in-text', 'phone', 'title'] as const)
    assert.deepEqual(await find(portal, 'company', way, [probe('k', told)], { innFields: ['title'] }), {}, way)
})

test('nothing to look for asks for nothing', async (t) => {
  const portal = await openCrmPortal(t)
  const directories = await portal.directories()
  const before = portal.requests()
  const options = { originator: 'obmen24', idField: 'Код 1С', innFields: ['title'], directories }
  for (const way of ['origin', 'id-field', 'inn', 'inn-in-text', 'phone', 'email', 'title'] as const)
    assert.deepEqual(await findCards(portal.client, 'company', way, [probe('k', {})], options), {
      kind: 'found',
      candidates: new Map(),
    })
  assert.equal(portal.requests(), before)
})
