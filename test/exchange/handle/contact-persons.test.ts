import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contactPerson, counterparty, guid, inns } from '../records.ts'
import { actions, codes, only, openWorkbench } from '../workbench.ts'

const settings = `
bitrix24: { idFields: { company: UF_CRM_ID_1C, contact: UF_CRM_ID_1C } }
exchanges:
  - { name: К, preset: counterparties }
  - { name: Л, preset: contacts, fields: { salutation: relation } }
`
const owner = counterparty({ id: guid(1), name: 'ООО «Ёлка»' })

test('a contact person is bound to the company that its row names by id, in whatever file both come', async (t) => {
  const bench = await openWorkbench(t, settings)
  const made = await bench.run([{ rows: [contactPerson({ id: guid(11), relation: 'Г-жа' })] }, { rows: [owner] }])
  const card = only(made.contact)
  assert.deepEqual(
    [card['Компания'], card['Обращение'], card['Фамилия'], card['UF_CRM_ID_1C']],
    ['ООО «Ёлка»', 'Г-жа', 'Осокина', guid(11)],
  )
})

test('a company named by its name is found as the portal would, and written as its card has it', async (t) => {
  const bench = await openWorkbench(t, settings)
  await bench.run([owner])
  const made = await bench.run([contactPerson({ id: guid(11), counterpartyId: 'ооо  «елка»' })])
  assert.equal(only(made.contact)['Компания'], 'ООО «Ёлка»')
  assert.deepEqual(codes(made), [''])
})

test('a name that several companies have is no link: a doubt never guesses', async (t) => {
  const bench = await openWorkbench(t, settings)
  await bench.run([owner, { ...owner, id: guid(2), inn: inns.company }])
  const made = await bench.run([contactPerson({ counterpartyId: 'ООО «Ёлка»' })])
  assert.equal(only(made.contact)['Компания'], '')
  assert.deepEqual(codes(made), ['exchange.company-several'])
  assert.match(made.outcomes[0]![0]!.text, /ООО «Ёлка»; ООО «Ёлка» \(ИНН 7701000017\)/)
})

test('a company that has not come is named where its name is known, never by an id: the wizard would make one of it', async (t) => {
  const bench = await openWorkbench(t, settings)
  const companies = ['ООО Неизвестная', 'Неизвестная24', guid(77), 'УТ-000123', '000000123', 'БП00-000123', '']
  const made = await bench.run(companies.map((counterpartyId, place) => contactPerson({ id: guid(50 + place), counterpartyId })))
  assert.deepEqual(
    made.contact.map((card) => card['Компания']),
    ['ООО Неизвестная', 'Неизвестная24', '', '', '', '', ''],
  )
  assert.deepEqual(codes(made), [...companies.slice(0, 6).map(() => 'exchange.company-unknown'), ''])
  const later = await bench.run([
    { rows: [contactPerson({ id: guid(52), counterpartyId: guid(77) })] },
    { rows: [{ ...owner, id: guid(77) }] },
  ])
  assert.equal(only(later.contact)['Компания'], 'ООО «Ёлка»', 'bound when the company has come')
})

test('a counterparty that became a contact is no company to be bound to', async (t) => {
  const bench = await openWorkbench(t, settings)
  await bench.run([counterparty({ id: guid(1), name: 'Рябова Анна' })])
  const made = await bench.run([contactPerson({ id: guid(11) })])
  assert.equal(only(made.contact)['Компания'], '')
  assert.deepEqual(codes(made), ['exchange.company-unknown'])
})

test('a person of the table who stands among the people of a company too has one card a run, and the table has the last word', async (t) => {
  const bench = await openWorkbench(t, settings)
  const inCompany = { ...owner, contactPersons: [contactPerson({ id: guid(11) })] }
  const inTable = contactPerson({ id: guid(11), phones: '+79161234567', relation: 'Г-жа' })
  const first = await bench.run([{ rows: [inCompany] }, { rows: [inTable] }])
  assert.equal(first.contact.length, 1)
  assert.deepEqual(codes(first), ['', 'exchange.twice'])
  const second = await bench.run([{ rows: [inCompany] }, { rows: [inTable] }])
  assert.equal(only(second.contact)['Мобильный телефон'], '+79161234567')
  const third = await bench.run([{ rows: [{ ...inCompany, comment: 'новое' }] }, { rows: [inTable] }])
  assert.deepEqual(third.contact, [], 'the poorer card does not come back')
  assert.deepEqual(actions(third), ['prepared', 'unchanged'])
})

test('the same person told the same way by both is written once', async (t) => {
  const bench = await openWorkbench(t, settings)
  const person = contactPerson({ id: guid(11) })
  await bench.run([{ ...owner, contactPersons: [person] }])
  const made = await bench.run([person])
  assert.deepEqual([actions(made), made.files], [['unchanged'], []])
})

test('people without a 1C id are known by company and name', async (t) => {
  const bench = await openWorkbench(t, settings)
  const rows = [
    contactPerson({ id: '' }),
    contactPerson({ id: '', name: 'осокина  ВЕРА павловна', post: 'директор' }),
    contactPerson({ id: '', counterpartyId: 'ООО Пион' }),
  ]
  const made = await bench.run(rows)
  assert.deepEqual(codes(made), ['exchange.company-unknown', 'exchange.twice', 'exchange.company-unknown'])
  assert.deepEqual(actions(await bench.run([rows[0]!])), ['unchanged'])
})

test('one who has no name at all is refused, one marked for deletion passed over', async (t) => {
  const bench = await openWorkbench(t, settings)
  const made = await bench.run([
    contactPerson({ id: '', name: '', counterpartyId: '' }),
    contactPerson({ id: guid(12), deleted: true }),
  ])
  assert.deepEqual(actions(made), ['refused', 'skipped'])
  assert.deepEqual(codes(made), ['import.name-missing', 'exchange.deleted'])
})

test('a person who is a counterparty as well has one card', async (t) => {
  const bench = await openWorkbench(t, settings)
  const client = counterparty({ id: guid(11), name: 'Осокина Вера Павловна', comment: 'клиент' })
  const made = await bench.run([{ rows: [client] }, { rows: [contactPerson({ id: guid(11), counterpartyId: '' })] }])
  assert.equal(made.contact.length, 1)
  assert.deepEqual(codes(made), ['', 'exchange.twice'])
  const owned = await bench.run([
    { ...client, comment: 'новое' },
    { ...owner, contactPersons: [contactPerson({ id: guid(11) })] },
  ])
  assert.equal(owned.contact.length, 1)
  assert.deepEqual(codes(owned), ['', 'exchange.twice'])
})
