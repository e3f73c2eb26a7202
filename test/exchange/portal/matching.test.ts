import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCompany, addContact, answers, company, counterpartyExchange, lines, marked, retry, table } from './hands.ts'
import { portalFolder } from './portal-folder.ts'

const columns = 'Код;Наименование;Телефон;E-mail;ИНН;КПП'
const inn = '7707083893'

/** One row of 1C against a portal where a card is waiting to be found. */
const ways: readonly [string, string, string, Readonly<Record<string, string>>][] = [
  ['the mark of the exchange', '[origin]', '', { originatorId: '1C', originId: '000000001' }],
  ['the field for the 1C id', '[id-field]', '', { UF_CRM_ID_1C: '000000001' }],
  ['the ИНН of its requisites', '[inn]', '', { inn }],
  ['an ИНН in a text field', '[inn-in-text]', 'innFields: [ИНН]', { UF_CRM_INN: `ИНН ${inn}, КПП 770701001` }],
  ['its phone, however it is written', '[phone]', '', { phone: '8 (495) 123-45-67' }],
  ['its e-mail', '[email]', '', { email: 'ZAKAZ@lutik.example' }],
  ['its exact name', '[title]', '', {}],
]

for (const [what, match, more, fields] of ways) {
  test(`a company made by hand is found by ${what}, and by nothing else`, async (t) => {
    const yaml = (ways: string) =>
      counterpartyExchange(`match: ${ways}\n${more}`, 'bitrix24: { idFields: { company: UF_CRM_ID_1C } }')
    const file = { 'in/k.csv': table(columns, `000000001;ООО Лютик;+7 495 123-45-67;zakaz@lutik.example;${inn};`) }
    const folder = await portalFolder(t, { yaml: yaml(match) })
    const title = match === '[title]' ? 'ООО Лютик' : 'Лютик от руки'
    const id = await addCompany(folder, title, fields)
    await folder.put(file)
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual(Object.keys(folder.state.items[4]!), [String(id)], 'no second card')
    assert.deepEqual([company(folder, id)['title'], company(folder, id)['originId']], ['ООО Лютик', '000000001'])
    assert.match((await answers(folder, 'k.csv'))[0]!, /^000000001 обновлен/)

    // The same card, while the settings look for another thing: a new one is made beside it.
    if (match === '[origin]') return
    const other = await portalFolder(t, { yaml: counterpartyExchange('match: [origin]') })
    await addCompany(other, title, fields)
    await other.put(file)
    await other.run()
    assert.equal(other.companies().length, 2)
  })
}

test('the ways are tried in the order of the settings', async (t) => {
  for (const [match, found] of [
    ['[inn, phone]', 'Лютик по ИНН'],
    ['[phone, inn]', 'Лютик по телефону'],
  ] as const) {
    const folder = await portalFolder(t, { yaml: counterpartyExchange(`match: ${match}\nconflict: crm`) })
    await addCompany(folder, 'Лютик по ИНН', { inn })
    await addCompany(folder, 'Лютик по телефону', { phone: '+74951234567' })
    await folder.put({ 'in/k.csv': table(columns, `000000001;ООО Лютик;+7 495 123-45-67;;${inn};`) })
    await folder.run()
    assert.equal(marked(folder, 4)['000000001']!['title'], found)
  }
})

test('branches share an ИНН: each finds the card of its own КПП, and one without КПП on the portal is taken by nobody twice', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('conflict: crm') })
  const moscow = await addCompany(folder, 'Лютик Москва', { inn, kpp: '770701001' })
  const tver = await addCompany(folder, 'Лютик Тверь', { inn, kpp: '695043001' })
  await folder.put({
    'in/k.csv': table(
      columns,
      `000000001;ООО Лютик (Тверь);;;${inn};695043001`,
      `000000002;ООО Лютик;;;${inn};770701001`,
      `000000003;ООО Лютик (Омск);;;${inn};550301001`,
    ),
  })
  assert.equal((await folder.run()).exit, 0)
  const cards = marked(folder, 4)
  assert.deepEqual([cards['000000001']!.id, cards['000000002']!.id], [tver, moscow])
  assert.equal(folder.companies().length, 3, 'the third branch has a card of its own')
})

test('a person is found by ИНН, phone, e-mail and full name among the contacts, never among the companies', async (t) => {
  for (const [match, fields] of [
    ['inn', { inn: '770100000079' }],
    ['phone', { phone: '+79167654321' }],
    ['email', { email: 'orlova@post.example' }],
    ['title', {}],
  ] as const) {
    const folder = await portalFolder(t, { yaml: counterpartyExchange(`match: [${match}]`) })
    await addCompany(folder, 'Орлова Анна', { inn: '770100000079', phone: '+79167654321', email: 'orlova@post.example' })
    const id = await addContact(folder, { lastName: 'Орлова', name: 'Анна' }, fields)
    await folder.put({
      'in/k.csv': table(
        'Код;Наименование;ВидКонтрагента;Телефон;E-mail;ИНН',
        '000000003;Орлова Анна;Физическое лицо;8 916 765-43-21;orlova@post.example;770100000079',
      ),
    })
    assert.equal((await folder.run()).exit, 0)
    assert.equal(folder.contacts().length, 1, match)
    assert.deepEqual([folder.contacts()[0]!.id, folder.contacts()[0]!['originId']], [id, '000000003'], match)
    assert.equal(folder.companies().length, 1)
  }
})

test('two cards that fit are shown to a person with links to both; when one is left, a retry takes it', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('match: [phone]') })
  const ids = [
    await addCompany(folder, 'Лютик', { phone: '+74951234567' }),
    await addCompany(folder, 'Лютик 2', { phone: '8 495 1234567' }),
  ]
  await folder.put({ 'in/k.csv': table(columns, '000000001;ООО Лютик;+7 495 123-45-67;;;') })
  assert.equal((await folder.run()).exit, 3)
  const [line] = await lines(folder, 'k.csv')
  assert.deepEqual([line!['Действие'], line!['Код'], line!['ИдБ24']], ['на проверку', 'plan.several', ''])
  for (const id of ids) assert.ok(line!['Текст']!.includes(`/crm/company/details/${id}/`), line!['Текст'])
  assert.deepEqual(Object.keys(marked(folder, 4)), [], 'nothing was written')

  await folder.ask('crm.item.delete', { entityTypeId: 4, id: ids[1] })
  assert.equal((await retry(folder)).kind, 'run')
  assert.deepEqual(await answers(folder, 'k.csv'), ['000000001 обновлен apply.conflict-onec'])
  assert.equal(marked(folder, 4)['000000001']!.id, ids[0])
  assert.deepEqual(await retry(folder), { kind: 'nothing' })
})

test('a card that belongs to another 1C id is not taken, by the ledger nor by its mark', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('match: [inn]') })
  await folder.put({ 'in/a.csv': table(columns, `000000001;ООО Лютик;;;${inn};`) })
  await folder.run()
  const first = folder.companies()[0]!
  first['originId'] = null
  await addCompany(folder, 'Чужая метка', { inn: '7728168971', originatorId: '1C', originId: '000000099' })
  await folder.put({ 'in/b.csv': table(columns, `000000002;ООО Лютик (дубль);;;${inn};`, '000000003;ООО Клевер;;;7728168971;') })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(await answers(folder, 'b.csv'), ['000000002 создан', '000000003 создан'])
  assert.equal(folder.companies().length, 4)
})

test('a card marked by another 1C base is a candidate like any other, and keeps its mark', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('match: [inn]') })
  const id = await addCompany(folder, 'Лютик', { inn, originatorId: 'Розница', originId: 'р-17' })
  await folder.put({ 'in/k.csv': table(columns, `000000001;ООО Лютик;;;${inn};`) })
  assert.equal((await folder.run()).exit, 0)
  const card = company(folder, id)
  assert.deepEqual([card['title'], card['originatorId'], card['originId']], ['ООО Лютик', 'Розница', 'р-17'])
  const [line] = await lines(folder, 'k.csv')
  assert.match(line!['Текст']!, /«р-17» из источника «Розница»/)
  await folder.put({ 'in/k2.csv': table(columns, `000000001;ООО Лютик Плюс;;;${inn};`) })
  await folder.run()
  assert.equal(folder.companies().length, 1, 'it is known by its link from now on')
  assert.equal(card['title'], 'ООО Лютик Плюс')
})

test('two 1C records that fit one card: the first gets it, the second is shown to a person', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('match: [phone]') })
  const id = await addCompany(folder, 'Лютик', { phone: '+74951234567' })
  await folder.put({
    'in/k.csv': table(columns, '000000001;ООО Лютик;+7 495 123-45-67;;;', '000000002;ООО Клевер;+7 495 123-45-67;;;'),
  })
  assert.equal((await folder.run()).exit, 3)
  const found = await lines(folder, 'k.csv')
  assert.deepEqual(
    found.map((line) => [line['Действие'], line['Код']]),
    [
      ['обновлен', 'apply.conflict-onec'],
      ['на проверку', 'plan.claimed'],
    ],
  )
  assert.ok(found[1]!['Текст']!.includes(`/crm/company/details/${id}/`))
  assert.match(found[1]!['Текст']!, /000000001/)
  assert.equal(folder.companies().length, 1)
})

test('an ИНН inside a longer number is no match', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('match: [inn-in-text]\ninnFields: [UF_CRM_INN]') })
  await addCompany(folder, 'Не та', { UF_CRM_INN: `счёт 40702${inn}0001` })
  const id = await addCompany(folder, 'Та', { UF_CRM_INN: `ИНН/КПП: ${inn}/770701001` })
  await folder.put({ 'in/k.csv': table(columns, `000000001;ООО Лютик;;;${inn};`) })
  await folder.run()
  assert.equal(marked(folder, 4)['000000001']!.id, id)
})
