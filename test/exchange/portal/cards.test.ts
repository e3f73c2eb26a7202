import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answers, counterpartyExchange, edit, lines, marked, plan, points, requisitesOf, retry, table } from './hands.ts'
import { portalFolder } from './portal-folder.ts'

const inn = '7707083893'
const one = (columns: string, cells: string) => ({
  'in/k.csv': table(`Код;Наименование;${columns}`, `000000001;ООО Лютик;${cells}`),
})

/** What hangs on the requisites of a card. */
function hangsOn(rows: readonly Readonly<Record<string, unknown>>[], requisite: Readonly<Record<string, unknown>>) {
  return rows.filter((row) => Number(row['ENTITY_TYPE_ID']) === 8 && Number(row['ENTITY_ID']) === Number(requisite['ID']))
}

test('the responsible is found by id, e-mail or name in any order; one that is unknown, dismissed or of two is told', async (t) => {
  for (const [responsible, id, code] of [
    ['8', 8, ''],
    ['KUZNETSOV@mayak.example', 6, ''],
    ['Анна Белова', 8, ''],
    ['Кузнецов Павел', 6, ''],
    ['Громов Илья', 1, 'crm.user-unknown'],
    ['Никто', 1, 'crm.user-unknown'],
  ] as const) {
    const folder = await portalFolder(t, { yaml: counterpartyExchange(`responsible: ${responsible}`) })
    await folder.put(one('ИНН', inn))
    await folder.run()
    assert.equal(marked(folder, 4)['000000001']!['assignedById'], id, responsible)
    assert.deepEqual(await answers(folder, 'k.csv'), [`000000001 создан ${code}`.trim()], responsible)
  }
  const twins = await portalFolder(t, {
    yaml: counterpartyExchange('', 'bitrix24: { responsible: Анна Белова }'),
    state: ({ users }) => users.push({ ...users[2]!, ID: '21', EMAIL: 'second@mayak.example' }),
  })
  await twins.put(one('ИНН', inn))
  await twins.run()
  assert.deepEqual(await answers(twins, 'k.csv'), ['000000001 создан crm.user-ambiguous'])
  assert.match((await lines(twins, 'k.csv'))[0]!['Текст']!, /Анна Белова \(8\), Анна Белова \(21\)/)
})

test('the responsible of the settings is only for new cards: one that a person has given away stays given away', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('responsible: Анна Белова') })
  await folder.put(one('ИНН', inn))
  await folder.run()
  const card = marked(folder, 4)['000000001']!
  await edit(folder, 4, card.id, { assignedById: 6 })
  await folder.put({ 'in/b.csv': table('Код;Наименование;ИНН', `000000001;ООО Лютик Плюс;${inn}`) })
  await folder.run()
  assert.deepEqual([card['title'], card['assignedById']], ['ООО Лютик Плюс', 6])
})

test('the responsible may come from 1C, by a column', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('fields: { responsible: Менеджер }') })
  await folder.put(one('ИНН;Менеджер', `${inn};Белова Анна`))
  await folder.run()
  const card = marked(folder, 4)['000000001']!
  assert.equal(card['assignedById'], 8)
  await folder.put({ 'in/b.csv': table('Код;Наименование;ИНН;Менеджер', `000000001;ООО Лютик;${inn};Кузнецов Павел`) })
  await folder.run()
  assert.equal(card['assignedById'], 6, '1C changed it')
})

test('custom fields by code and by title take text, number, money, date, yes/no and lists', async (t) => {
  const fields = `fields:
  UF_CRM_1747309879: Менеджер
  Скидка, %: Скидка
  Лимит кредита: Лимит
  Дата договора: Договор
  vip: ВИП
  UF_CRM_PRICE_GROUP: Цены
  Регионы: Регионы`
  const folder = await portalFolder(t, { yaml: counterpartyExchange(fields) })
  const columns = 'ИНН;Менеджер;Скидка;Лимит;Договор;ВИП;Цены;Регионы'
  await folder.put(one(columns, `${inn};Ларина М.И.;7,50;1 234 567,80 руб.;05.03.2026;Да;мелкий опт;"Урал\nСибирь"`))
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(await answers(folder, 'k.csv'), ['000000001 создан'])
  const card = marked(folder, 4)['000000001']!
  const said = (name: string) => card[`UF_CRM_${name}`]
  assert.deepEqual([said('1747309879'), Number(said('DISCOUNT')), said('CREDIT_LIMIT')], ['Ларина М.И.', 7.5, '1234567.8|RUB'])
  assert.match(String(said('CONTRACT_DATE')), /^2026-03-05/)
  assert.deepEqual([said('VIP'), said('PRICE_GROUP'), said('REGIONS')], ['Y', 42, [52, 53]])

  folder.requests()
  await folder.put({
    'in/again.csv': table(
      `Код;Наименование;${columns}`,
      `000000001;ООО Лютик;${inn};Ларина М.И.;7.5;1234567.80;2026-03-05;1;Мелкий опт;"Сибирь\nУрал"`,
    ),
  })
  await folder.run()
  assert.deepEqual(
    (await answers(folder, 'again.csv')).map((line) => line.split(' ').slice(1).join(' ')),
    ['без изменений'],
    'other spellings of the same',
  )
})

test('a value that its field cannot hold is left out and told, the rest of the row is written', async (t) => {
  const folder = await portalFolder(t, {
    yaml: counterpartyExchange('fields: { UF_CRM_CONTRACT_DATE: Договор, UF_CRM_DISCOUNT: Скидка, Нет такого поля: Скидка }'),
  })
  await folder.put(one('ИНН;Договор;Скидка', `${inn};31.02.2026;много`))
  assert.equal((await folder.run()).exit, 0)
  const [line] = await lines(folder, 'k.csv')
  assert.equal(line!['Действие'], 'создан')
  assert.match(line!['Текст']!, /«Дата договора» не записано[\s\S]*«Скидка, %» не записано[\s\S]*«Нет такого поля» не записано/)
})

test('a sole proprietor is a company or a contact, a person a contact or a company, as the settings say', async (t) => {
  const file = {
    'in/k.csv': table(
      'Код;Наименование;ИНН;ВидКонтрагента',
      '000000001;ИП Захаров Антон Юрьевич;770100000079;',
      '000000002;Орлова Анна Петровна;;Физическое лицо',
    ),
  }
  for (const [lines, companies, contacts] of [
    ['', ['ИП Захаров Антон Юрьевич'], ['Орлова Анна Петровна']],
    ['soleProprietor: contact', [], ['Захаров Антон Юрьевич', 'Орлова Анна Петровна']],
    ['person: company', ['ИП Захаров Антон Юрьевич', 'Орлова Анна Петровна'], []],
  ] as const) {
    const folder = await portalFolder(t, { yaml: counterpartyExchange(lines) })
    await folder.put(file)
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual(
      folder.companies().map(({ title }) => title),
      companies,
    )
    assert.deepEqual(
      folder.contacts().map((card) => `${card['lastName']} ${card['name']} ${card['secondName']}`),
      contacts,
    )
    const presetOf = (entityTypeId: 3 | 4) =>
      requisitesOf(folder, entityTypeId, marked(folder, entityTypeId)['000000001']!.id).map((row) => [
        row['PRESET_ID'],
        row['RQ_INN'],
        row['RQ_LAST_NAME'],
      ])
    assert.deepEqual(presetOf(lines === 'soleProprietor: contact' ? 3 : 4), [[3, '770100000079', 'Захаров']])
  }
})

test('requisites take the template of their kind, whatever its id and name on the portal', async (t) => {
  const file = one(
    'ИНН;КПП;ОГРН;Юридический адрес;Фактический адрес;Р/с;БИК;Банк;К/с',
    `${inn};770701001;1027700132195;101000, г Москва, ул Тихая, 1;г Тверь, пр-т Мира, 2;40702810200000000001;044525225;ПАО СБЕРБАНК;30101810400000000225`,
  )
  for (const [portal, presets] of [
    ['moscow', ''],
    ['vladivostok', 'bitrix24: { presets: { organization: юр. лицо } }'],
    ['vladivostok', ''],
  ] as const) {
    const folder = await portalFolder(t, { portal, yaml: counterpartyExchange('', presets) })
    await folder.put(file)
    assert.equal((await folder.run()).exit, 0)
    const [requisite, more] = requisitesOf(folder, 4, marked(folder, 4)['000000001']!.id)
    assert.equal(more, undefined)
    const { PRESET_ID, RQ_INN, RQ_KPP, RQ_OGRN, XML_ID } = requisite!
    assert.deepEqual([PRESET_ID, RQ_INN, RQ_KPP, RQ_OGRN, XML_ID], [1, inn, '770701001', '1027700132195', '1C|000000001'])
    assert.deepEqual(
      hangsOn(folder.state.addresses, requisite!).map((row) => [row['TYPE_ID'], row['ADDRESS_1']]),
      [
        [6, '101000, г Москва, ул Тихая, 1'],
        [1, 'г Тверь, пр-т Мира, 2'],
      ],
    )
    assert.deepEqual(
      hangsOn(Object.values(folder.state.bankDetails), requisite!).map((row) => [
        row['RQ_ACC_NUM'],
        row['RQ_BIK'],
        row['RQ_BANK_NAME'],
        row['RQ_COR_ACC_NUM'],
      ]),
      [['40702810200000000001', '044525225', 'ПАО СБЕРБАНК', '30101810400000000225']],
    )
  }
})

test('a changed address, account and КПП change those that are there, and add none', async (t) => {
  const columns = 'ИНН;КПП;Юридический адрес;Р/с;БИК'
  const folder = await portalFolder(t)
  await folder.put(one(columns, `${inn};770701001;г Москва, ул Тихая, 1;40702810200000000001;044525225`))
  await folder.run()
  await folder.put({
    'in/b.csv': table(
      `Код;Наименование;${columns}`,
      `000000001;ООО Лютик;${inn};695001001;г Тверь, пр-т Мира, 2;40702810100000000304;044525974`,
    ),
  })
  assert.equal((await folder.run()).exit, 0)
  const [requisite, more] = requisitesOf(folder, 4, marked(folder, 4)['000000001']!.id)
  assert.deepEqual([requisite!['RQ_KPP'], more], ['695001001', undefined])
  assert.deepEqual(
    hangsOn(folder.state.addresses, requisite!).map((row) => row['ADDRESS_1']),
    ['г Тверь, пр-т Мира, 2'],
  )
  const accounts = hangsOn(Object.values(folder.state.bankDetails), requisite!).map((row) => row['RQ_ACC_NUM'])
  assert.deepEqual(accounts, ['40702810200000000001', '40702810100000000304'], 'an account that 1C no longer tells stays')
})

test('phones, e-mails, sites and comments reach the card, each once', async (t) => {
  const folder = await portalFolder(t)
  await folder.put(
    one(
      'ИНН;Телефон;Мобильный телефон;E-mail;Сайт;Комментарий',
      `${inn};"(495) 123-45-67, 8 495 123 45 67";8 916 000-11-22;a@lutik.example, b@lutik.example;www.lutik.example;Отсрочка 14 дней`,
    ),
  )
  await folder.run()
  const card = marked(folder, 4)['000000001']!
  assert.deepEqual(
    card.fm.map(({ typeId, valueType, value }) => `${typeId} ${valueType} ${value}`),
    [
      'PHONE WORK +74951234567',
      'PHONE MOBILE +79160001122',
      'EMAIL WORK a@lutik.example',
      'EMAIL WORK b@lutik.example',
      'WEB WORK www.lutik.example',
    ],
  )
  assert.equal(card['comments'], 'Отсрочка 14 дней')
})

test('contact persons are bound to all companies that name them, and not unbound from one that a person chose', async (t) => {
  const folder = await portalFolder(t)
  const columns = 'Код;Наименование;ИНН;Контактное лицо'
  await folder.put({
    'in/a.csv': table(columns, `000000001;ООО Лютик;${inn};Иванова Ирина Олеговна`),
    'in/lica.csv': table(
      'GUID;ФИО;Код контрагента;Должность;Мобильный телефон',
      'c1;Белов Олег;000000001;Директор;8 916 222-33-44',
    ),
  })
  assert.equal((await folder.run()).exit, 0)
  const people = marked(folder, 3)
  const company = marked(folder, 4)['000000001']!.id
  assert.deepEqual(
    Object.values(people).map((card) => [card['lastName'], card['companyIds']]),
    [
      ['Иванова', [company]],
      ['Белов', [company]],
    ],
  )
  assert.deepEqual([people['c1']!['post'], points(people['c1']!)], ['Директор', ['+79162223344']])
  const { id: other } = (
    (await folder.ask('crm.item.add', { entityTypeId: 4, fields: { title: 'Своя' } })) as { item: { id: number } }
  ).item
  await edit(folder, 3, people['c1']!.id, { companyIds: [other] })
  await folder.put({
    'in/b.csv': table(columns, `000000002;ООО Клевер;7728168971;`),
    'in/lica2.csv': table(
      'GUID;ФИО;Код контрагента;Должность;Мобильный телефон',
      'c1;Белов Олег;000000002;Директор;8 916 222-33-44',
    ),
  })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(people['c1']!['companyIds'], [other, marked(folder, 4)['000000002']!.id])
  assert.equal(folder.contacts().length, 2)
})

test('a contact waits for a company that was refused, and comes by itself as soon as the company does', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('missingValues: refuse\nfields: { industry: Отрасль }') })
  const columns = 'Код;Наименование;ИНН;Отрасль;Контактное лицо;Телефон контактного лица'
  await folder.put({ 'in/k.csv': table(columns, `000000001;ООО Лютик;${inn};Цветоводство;Иванова Ирина;8 916 111-22-33`) })
  assert.equal((await folder.run()).exit, 3)
  assert.deepEqual([folder.companies().length, folder.contacts().length, await folder.left()], [0, 0, 2])
  const [line] = await lines(folder, 'k.csv')
  assert.deepEqual([line!['Действие'], line!['Код']], ['ошибка', 'crm.value-unknown'])
  assert.match(line!['Текст']!, /Иванова Ирина: Контакт ждёт свою компанию/)
  await folder.put({ 'in/b.csv': table(columns, `000000001;ООО Лютик;${inn};Производство;Иванова Ирина;8 916 111-22-33`) })
  assert.equal((await folder.run()).exit, 0)
  const [company] = folder.companies()
  assert.deepEqual(
    folder.contacts().map((card) => [card['lastName'], card['companyIds']]),
    [['Иванова', [company!.id]]],
  )
  assert.equal(await folder.left(), 0)
})

test('contact persons of a file of their own wait for a company under review, and come after the retry that let it in', async (t) => {
  const folder = await portalFolder(t, {
    yaml: `${counterpartyExchange('match: [title]')}\n  - { name: Люди, preset: contacts, files: 'lica*' }`,
  })
  for (const each of [1, 2])
    await folder.ask('crm.item.add', { entityTypeId: 4, fields: { title: 'ООО Лютик', industry: each === 1 ? 'IT' : 'TRADE' } })
  await folder.put({ 'in/k.csv': table('Код;Наименование;ИНН', `000000001;ООО Лютик;${inn}`) })
  assert.equal((await folder.run()).exit, 3)
  await folder.put({ 'in/lica.csv': table('GUID;ФИО;Код контрагента;Должность', 'c1;Белов Олег;000000001;Директор') })
  await folder.run()
  assert.deepEqual([folder.contacts().length, await answers(folder, 'lica.csv')], [0, ['c1 ждет plan.company-waits']])
  await folder.ask('crm.item.delete', { entityTypeId: 4, id: 2 })
  await retry(folder)
  assert.deepEqual(
    folder.contacts().map(({ companyIds }) => companyIds),
    [[1]],
  )
  assert.deepEqual([await answers(folder, 'lica.csv'), await folder.left()], [['c1 создан'], 0])
})

test('answers in XML and JSON carry the ids of Bitrix24, too', async (t) => {
  for (const [format, pattern] of [
    ['xml', /ИдБ24="1"[^>]*Действие="создан"/],
    ['json', /"ИдБ24":\s*"?1"?,[\s\S]*"Действие":\s*"создан"/],
  ] as const) {
    const folder = await portalFolder(t, { yaml: `answer: { files: ${format} }` })
    await folder.put(one('ИНН', inn))
    await folder.run()
    assert.match(await folder.text(`out/k.csv.result.${format}`), pattern)
  }
})

test('two exchanges of one folder go by their own rules', async (t) => {
  const yaml = `exchanges:
  - { name: Розница, preset: counterparties, files: 'retail*', mode: create, soleProprietor: contact, responsible: Анна Белова }
  - { name: Опт, preset: counterparties, files: 'opt*', fields: { UF_CRM_PRICE_GROUP: '{{ "Опт" }}' }, responsible: '6' }`
  const folder = await portalFolder(t, { yaml })
  const file = (title: string) => table('Код;Наименование;ИНН', title)
  await folder.put({
    'in/retail1.csv': file('000000001;ИП Захаров Антон Юрьевич;770100000079'),
    'in/opt1.csv': file(`000000002;ООО Лютик;${inn}`),
  })
  assert.equal((await folder.run()).exit, 0)
  const [retail, wholesale] = [folder.contacts()[0]!, folder.companies()[0]!]
  assert.deepEqual([retail['lastName'], retail['assignedById']], ['Захаров', 8])
  assert.deepEqual([wholesale['title'], wholesale['assignedById'], wholesale['UF_CRM_PRICE_GROUP']], ['ООО Лютик', 6, 43])
  await folder.put({
    'in/retail2.csv': file('000000001;ИП Захаров Антон;770100000079'),
    'in/opt2.csv': file(`000000002;ООО Лютик Плюс;${inn}`),
  })
  await folder.run()
  assert.deepEqual(
    [await answers(folder, 'retail2.csv'), retail['secondName']],
    [['000000001 пропущен plan.only-create'], 'Юрьевич'],
  )
  assert.equal(wholesale['title'], 'ООО Лютик Плюс')
})

test('a contact goes to the company that is there, although the exchange only makes new cards', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('mode: create') })
  const { id } = ((await folder.ask('crm.item.add', { entityTypeId: 4, fields: { title: 'Лютик' } })) as { item: { id: number } })
    .item
  const requisite = { ENTITY_TYPE_ID: 4, ENTITY_ID: id, PRESET_ID: 1, NAME: 'Реквизиты', RQ_INN: inn }
  await folder.ask('crm.requisite.add', { fields: requisite })
  await folder.put({ 'in/k.csv': table('Код;Наименование;ИНН;Контактное лицо', `000000001;ООО Лютик;${inn};Белов Олег`) })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(
    folder.contacts().map(({ lastName, companyIds }) => [lastName, companyIds]),
    [['Белов', [id]]],
  )
  assert.deepEqual([await answers(folder, 'k.csv'), await folder.left()], [['000000001 пропущен plan.only-create'], 0])
})

test('the people of a company that is passed over are passed over with it, and nothing is left waiting', async (t) => {
  for (const rule of ['mode: update', 'deleted: close']) {
    const folder = await portalFolder(t, { yaml: counterpartyExchange(rule) })
    const cells = `000000001;ООО Лютик;${inn};Белов Олег;${rule === 'deleted: close' ? 'Да' : ''}`
    await folder.put({ 'in/k.csv': table('Код;Наименование;ИНН;Контактное лицо;ПометкаУдаления', cells) })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual([folder.companies().length, folder.contacts().length, await folder.left()], [0, 0, 0], rule)
  }
})

test('the plan shows a contact whose company a person has to see to first as one that waits', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('missingValues: refuse\nfields: { industry: Отрасль }') })
  const columns = 'Код;Наименование;ИНН;Отрасль;Контактное лицо'
  await folder.put({
    'in/k.csv': table(
      columns,
      `000000001;ООО Лютик;${inn};Цветоводство;Белов Олег`,
      '000000002;ООО Клевер;7728168971;Торговля;Иванов Иван',
    ),
  })
  const { plans, planned } = await plan(folder)
  const fates = plans.map(({ entity, title, action, problems }) =>
    `${entity} ${title}: ${action} ${problems.map(({ code }) => code)}`.trim(),
  )
  assert.deepEqual(fates.sort(), [
    'company ООО Клевер: create',
    'company ООО Лютик: refuse crm.value-unknown',
    'contact Белов Олег: wait plan.company-waits',
    'contact Иванов Иван: create',
  ])
  const { create, review, refuse, wait } = planned!.summary
  assert.deepEqual({ create, review, refuse, wait }, { create: 2, review: 0, refuse: 1, wait: 1 })
  await folder.run()
  assert.deepEqual(
    folder.contacts().map(({ lastName }) => lastName),
    ['Иванов'],
  )
})
