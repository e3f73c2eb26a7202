import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addCompany,
  answers,
  company,
  counterpartyExchange,
  edit,
  lines,
  marked,
  points,
  remove,
  requisitesOf,
  retry,
  table,
} from './hands.ts'
import { portalFolder } from './portal-folder.ts'

const columns = 'Код;Наименование;Телефон;ИНН;Комментарий;ПометкаУдаления'
const inn = '7707083893'
const row = (name: string, comment = '', { phone = '+7 495 123-45-67', deleted = '' } = {}) =>
  `000000001;${name};${phone};${inn};${comment};${deleted}`

test('mode create makes new cards and leaves those that are there, its own ones too', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('mode: create') })
  const id = await addCompany(folder, 'Лютик', { inn })
  await folder.put({ 'in/a.csv': table(columns, row('ООО Лютик'), '000000002;ООО Клевер;;7728168971;;') })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(await answers(folder, 'a.csv'), ['000000001 пропущен plan.only-create', '000000002 создан'])
  assert.deepEqual([company(folder, id)['title'], company(folder, id)['originId'] ?? null], ['Лютик', null])
  await folder.put({ 'in/b.csv': table(columns, '000000002;ООО Клевер Плюс;;7728168971;;') })
  await folder.run()
  assert.deepEqual(await answers(folder, 'b.csv'), ['000000002 пропущен plan.only-create'])
  assert.equal(marked(folder, 4)['000000002']!['title'], 'ООО Клевер')
})

test('mode update changes those that are there and makes none', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('mode: update') })
  const id = await addCompany(folder, 'Лютик', { inn })
  await folder.put({ 'in/a.csv': table(columns, row('ООО Лютик'), '000000002;ООО Клевер;;7728168971;;') })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(await answers(folder, 'a.csv'), [
    '000000001 обновлен apply.conflict-onec',
    '000000002 пропущен plan.only-update',
  ])
  assert.deepEqual([folder.companies().length, company(folder, id)['title']], [1, 'ООО Лютик'])
})

test('blanks keep: what 1C empties stays; blanks clear: it is emptied, and a number of 1C goes', async (t) => {
  for (const [blanks, expected] of [
    ['keep', ['Отсрочка 14 дней', ['+74951234567', '+79001112233']]],
    ['clear', ['', ['+79001112233']]],
  ] as const) {
    const folder = await portalFolder(t, { yaml: counterpartyExchange(`blanks: ${blanks}`) })
    await folder.put({ 'in/a.csv': table(columns, row('ООО Лютик', 'Отсрочка 14 дней')) })
    await folder.run()
    const card = marked(folder, 4)['000000001']!
    await edit(folder, 4, card.id, { fm: [{ typeId: 'PHONE', valueType: 'MOBILE', value: '+79001112233' }] })
    await folder.put({ 'in/b.csv': table(columns, row('ООО Лютик', '', { phone: '' })) })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual([card['comments'] ?? '', points(card)], expected, blanks)
  }
})

test('blanks clear does not empty what a person has changed, it is told or left as the conflict says', async (t) => {
  for (const [conflict, comment, code] of [
    ['1c', '', 'обновлен apply.conflict-onec'],
    ['crm', 'Звонить утром', 'без изменений apply.conflict-crm'],
    ['review', 'Звонить утром', 'на проверку apply.conflict'],
  ] as const) {
    const folder = await portalFolder(t, { yaml: counterpartyExchange(`blanks: clear\nconflict: ${conflict}`) })
    await folder.put({ 'in/a.csv': table(columns, row('ООО Лютик', 'Отсрочка')) })
    await folder.run()
    const card = marked(folder, 4)['000000001']!
    await edit(folder, 4, card.id, { comments: 'Звонить утром' })
    await folder.put({ 'in/b.csv': table(columns, row('ООО Лютик')) })
    await folder.run()
    assert.deepEqual([card['comments'] ?? '', ...(await answers(folder, 'b.csv'))], [comment, `000000001 ${code}`])
  }
})

test('what both sides changed: 1c writes, crm leaves, review changes nothing at all until a person has decided', async (t) => {
  for (const [conflict, title, comment, code] of [
    ['1c', 'ООО Лютик Плюс', 'Новая отсрочка', 'обновлен apply.conflict-onec'],
    ['crm', 'Лютик (Петров)', 'Новая отсрочка', 'обновлен apply.conflict-crm'],
    ['review', 'Лютик (Петров)', 'Отсрочка', 'на проверку apply.conflict'],
  ] as const) {
    const folder = await portalFolder(t, { yaml: counterpartyExchange(`conflict: ${conflict}`) })
    await folder.put({ 'in/a.csv': table(columns, row('ООО Лютик', 'Отсрочка')) })
    await folder.run()
    const card = marked(folder, 4)['000000001']!
    await edit(folder, 4, card.id, { title: 'Лютик (Петров)' })
    await folder.put({ 'in/b.csv': table(columns, row('ООО Лютик Плюс', 'Новая отсрочка')) })
    const report = await folder.run()
    assert.equal(report.exit, conflict === 'review' ? 3 : 0)
    assert.deepEqual(
      [card['title'], card['comments'], ...(await answers(folder, 'b.csv'))],
      [title, comment, `000000001 ${code}`],
    )
    if (conflict !== 'review') continue
    await edit(folder, 4, card.id, { title: 'ООО Лютик Плюс' })
    await retry(folder)
    assert.deepEqual([card['comments'], ...(await answers(folder, 'b.csv'))], ['Новая отсрочка', '000000001 обновлен'])
  }
})

test('a yes/no field and a requisite that nobody filled in are no conflict on a card made by hand', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('conflict: review\nfields: { VIP: ВИП }') })
  const id = await addCompany(folder, 'ООО Лютик', { inn })
  await folder.put({ 'in/a.csv': table('Код;Наименование;ИНН;ВИП', `000000001;ООО Лютик;${inn};Да`) })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(await answers(folder, 'a.csv'), ['000000001 обновлен'])
  assert.deepEqual([company(folder, id)['UF_CRM_VIP'], requisitesOf(folder, 4, id)[0]!['NAME']], ['Y', 'Реквизиты'])
})

test('a deletion mark: skip leaves the card, keep treats it like any other, mark and close show it on the card', async (t) => {
  const mark = 'deletedMark: { field: VIP }'
  for (const [deleted, more, expected] of [
    ['skip', '', ['пропущен exchange.deleted', 'ООО Лютик', 'Y', undefined]],
    ['keep', '', ['обновлен', 'ООО Лютик Х', 'Y', undefined]],
    ['mark', mark, ['обновлен', 'ООО Лютик Х', 'Y', 'Y']],
    ['close', '', ['обновлен', 'ООО Лютик Х', 'N', undefined]],
  ] as const) {
    const folder = await portalFolder(t, { yaml: counterpartyExchange(`deleted: ${deleted}\n${more}`) })
    await folder.put({ 'in/a.csv': table(columns, row('ООО Лютик')) })
    await folder.run()
    const card = marked(folder, 4)['000000001']!
    await folder.put({
      'in/b.csv': table(columns, row('ООО Лютик Х', '', { deleted: 'Да' }), '000000009;ООО Новая;;7728168971;;Да'),
    })
    assert.equal((await folder.run()).exit, 0)
    const [own, fresh] = await answers(folder, 'b.csv')
    const said = [own!.replace('000000001 ', ''), card['title'], card['opened'], card['UF_CRM_VIP'] ?? undefined]
    assert.deepEqual(said, expected, deleted)
    const isMade = deleted === 'keep'
    assert.equal(fresh, isMade ? '000000009 создан' : '000000009 пропущен exchange.deleted')
    assert.equal(folder.companies().length, isMade ? 2 : 1, 'nobody makes a card only to mark it deleted')
  }
})

test('a mark of deletion that 1C takes back is taken back on the card, too', async (t) => {
  for (const [deleted, field] of [
    ['mark', 'UF_CRM_VIP'],
    ['close', 'opened'],
  ] as const) {
    const folder = await portalFolder(t, {
      yaml: counterpartyExchange(`deleted: ${deleted}\ndeletedMark: { field: UF_CRM_VIP }`),
    })
    await folder.put({ 'in/a.csv': table(columns, row('ООО Лютик')) })
    await folder.run()
    const card = marked(folder, 4)['000000001']!
    const before = card[field]
    await folder.put({ 'in/b.csv': table(columns, row('ООО Лютик', '', { deleted: 'Да' })) })
    await folder.run()
    assert.notEqual(card[field], before)
    await folder.put({ 'in/c.csv': table(columns, row('ООО Лютик')) })
    await folder.run()
    assert.equal(card[field], before, deleted)
  }
})

test('missingValues: an unknown industry and company type are left out, refused, or made first', async (t) => {
  const settings = (missing: string) =>
    counterpartyExchange(`missingValues: ${missing}\nfields: { industry: Отрасль, companyType: Вид }`)
  const file = table(
    'Код;Наименование;ИНН;Отрасль;Вид',
    `000000001;ООО Лютик;${inn};Цветоводство;Дилер`,
    '000000002;ООО Клевер;7728168971;цветоводство;Клиент',
  )

  const skip = await portalFolder(t, { yaml: settings('skip') })
  await skip.put({ 'in/k.csv': file })
  assert.equal((await skip.run()).exit, 0)
  assert.deepEqual(await answers(skip, 'k.csv'), ['000000001 создан crm.value-skipped', '000000002 создан crm.value-skipped'])
  const left = marked(skip, 4)
  assert.deepEqual(
    [left['000000001']!['industry'] ?? '', left['000000001']!['typeId'] ?? '', left['000000002']!['typeId']],
    ['', '', 'CUSTOMER'],
  )

  const refuse = await portalFolder(t, { yaml: settings('refuse') })
  await refuse.put({ 'in/k.csv': file })
  assert.equal((await refuse.run()).exit, 3)
  assert.deepEqual(await answers(refuse, 'k.csv'), ['000000001 ошибка crm.value-unknown', '000000002 ошибка crm.value-unknown'])
  assert.match((await lines(refuse, 'k.csv'))[0]!['Текст']!, /«Цветоводство»[\s\S]*Информационные технологии/)
  assert.equal(refuse.companies().length, 0)

  const create = await portalFolder(t, { yaml: settings('create') })
  await create.put({ 'in/k.csv': file })
  assert.equal((await create.run()).exit, 0)
  const added = create.state.statuses.filter(({ NAME }) => NAME === 'Цветоводство' || NAME === 'цветоводство' || NAME === 'Дилер')
  assert.deepEqual(added.map(({ ENTITY_ID, NAME }) => `${ENTITY_ID} ${NAME}`).sort(), [
    'COMPANY_TYPE Дилер',
    'INDUSTRY Цветоводство',
  ])
  const made = marked(create, 4)
  const codeOf = (name: string) => added.find(({ NAME }) => NAME === name)!['STATUS_ID']
  assert.deepEqual(
    [made['000000001']!['industry'], made['000000001']!['typeId'], made['000000002']!['industry']],
    [codeOf('Цветоводство'), codeOf('Дилер'), codeOf('Цветоводство')],
  )
})

test('missingValues create: an item of a custom list is added once, for administrators only', async (t) => {
  const yaml = counterpartyExchange('missingValues: create\nfields: { UF_CRM_PRICE_GROUP: Группа, Регионы: Регион }')
  const file = {
    'in/k.csv': table(
      'Код;Наименование;ИНН;Группа;Регион',
      `000000001;ООО Лютик;${inn};VIP-опт;Урал, Кавказ`,
      '000000002;ООО Клевер;7728168971;VIP-розница;Сибирь',
      '000000003;ООО Мак;7707049388;VIP-опт;',
    ),
  }
  const folder = await portalFolder(t, { yaml: yaml.replace('Регион }', "\"{{ ['Регион'] | replace: ', ', ';' }}\" }") })
  await folder.put(file)
  assert.equal((await folder.run()).exit, 0)
  const list = (name: string) =>
    folder.state.userFields.find(({ fieldName }) => fieldName === name)!.list.map(({ value }) => value)
  assert.deepEqual(list('UF_CRM_PRICE_GROUP'), ['Розница', 'Мелкий опт', 'Опт', 'VIP-опт', 'VIP-розница'])
  assert.deepEqual(list('UF_CRM_REGIONS'), ['Центр', 'Урал', 'Сибирь', 'Кавказ'])
  const { list: regions } = folder.state.userFields.find(({ fieldName }) => fieldName === 'UF_CRM_REGIONS')!
  const said = (marked(folder, 4)['000000001']!['UF_CRM_REGIONS'] as number[]).map(
    (id) => regions.find((item) => item.id === Number(id))!.value,
  )
  assert.deepEqual(said, ['Урал', 'Кавказ'])

  const plain = await portalFolder(t, { yaml, state: (state) => Object.assign(state.users[0]!, { ADMIN: false }) })
  await plain.put(file)
  await plain.run()
  assert.equal(plain.state.userFields.find(({ fieldName }) => fieldName === 'UF_CRM_PRICE_GROUP')!.list.length, 3)
  assert.match((await lines(plain, 'k.csv'))[0]!['Текст']!, /VIP-опт/)
})

test('a value made for the first cards serves those that come hundreds of cards later', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('missingValues: create\nfields: { industry: Отрасль }') })
  const rows = Array.from({ length: 230 }, (_, at) => `${at + 1};ООО Фирма ${at};;Цветоводство`)
  await folder.put({ 'in/k.csv': table('Код;Наименование;ИНН;Отрасль', ...rows.map((each) => `ф-${each}`)) })
  assert.equal((await folder.run()).exit, 0)
  assert.equal(folder.companies().length, 230)
  assert.equal(folder.companies().filter(({ industry }) => industry === null || industry === '').length, 0)
  assert.equal(folder.state.statuses.filter(({ NAME }) => NAME === 'Цветоводство').length, 1)
})

test('a card deleted on the portal: vanished create makes it once more, review shows it to a person', async (t) => {
  for (const vanished of ['create', 'review'] as const) {
    const folder = await portalFolder(t, { yaml: counterpartyExchange(`vanished: ${vanished}`) })
    await folder.put({ 'in/a.csv': table(columns, row('ООО Лютик')) })
    await folder.run()
    const { id } = marked(folder, 4)['000000001']!
    await remove(folder, 4, id)
    await folder.put({ 'in/again.csv': table(columns, row('ООО Лютик')) })
    await folder.run()
    assert.equal(folder.companies().length, 0, 'while 1C says nothing new nobody asks')
    await folder.put({ 'in/b.csv': table(columns, row('ООО Лютик Плюс')) })
    const report = await folder.run()
    const [line] = await lines(folder, 'b.csv')
    assert.ok(line!['Текст']!.includes(`/crm/company/details/${id}/`), line!['Текст'])
    if (vanished === 'create') {
      assert.deepEqual([report.exit, line!['Действие'], line!['Код']], [0, 'создан', 'plan.healed'])
      const card = marked(folder, 4)['000000001']!
      assert.deepEqual(
        [card['title'], points(card), requisitesOf(folder, 4, card.id).length],
        ['ООО Лютик Плюс', ['+74951234567'], 1],
      )
      assert.equal(line!['ИдБ24'], String(card.id))
    } else {
      assert.deepEqual([report.exit, line!['Действие'], line!['Код']], [3, 'на проверку', 'plan.vanished'])
      assert.equal(folder.companies().length, 0)
    }
  }
})

test('a card merged into another is healed to the survivor, with nothing doubled (E9)', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange() })
  const survivor = await addCompany(folder, 'ООО Лютик', { phone: '+79001112233', typeId: 'CUSTOMER' })
  await folder.put({ 'in/a.csv': table(columns, row('ООО Лютик')) })
  await folder.run()
  const own = marked(folder, 4)['000000001']!.id
  assert.notEqual(own, survivor)
  const merged = await folder.ask('crm.entity.mergeBatch', { params: { entityTypeId: 4, entityIds: [survivor, own] } })
  assert.equal((merged as { STATUS: string }).STATUS, 'SUCCESS')
  await folder.put({ 'in/b.csv': table(columns, row('ООО Лютик Плюс')) })
  const report = await folder.run()
  assert.equal(report.exit, 0)
  const [line] = await lines(folder, 'b.csv')
  assert.deepEqual([line!['ИдБ24'], line!['Действие']], [String(survivor), 'обновлен'])
  assert.ok(line!['Текст']!.includes(`/crm/company/details/${own}/`), line!['Текст'])
  assert.equal(folder.companies().length, 1)
  const card = company(folder, survivor)
  assert.deepEqual(
    [card['title'], card['originId'], points(card)],
    ['ООО Лютик Плюс', '000000001', ['+79001112233', '+74951234567']],
  )
  assert.equal(requisitesOf(folder, 4, survivor).length, 1)
  await folder.put({ 'in/c.csv': table(columns, row('ООО Лютик Два')) })
  await folder.run()
  assert.equal(card['title'], 'ООО Лютик Два')
  assert.equal(folder.companies().length, 1)
})

test('a linked card that the webhook does not see is not made a second time where its owner is no administrator', async (t) => {
  const folder = await portalFolder(t, {
    yaml: counterpartyExchange(),
    state: (state) => Object.assign(state.users[0]!, { ADMIN: false }),
  })
  await folder.put({ 'in/a.csv': table(columns, row('ООО Лютик')) })
  assert.equal((await folder.run()).exit, 0)
  folder.sandbox.plan({ on: 'any', do: 'hide', entityTypeId: 4, id: 'first' })
  await folder.put({ 'in/b.csv': table(columns, row('ООО Лютик Плюс')) })
  assert.equal((await folder.run()).exit, 3)
  assert.deepEqual(await answers(folder, 'b.csv'), ['000000001 на проверку plan.vanished'])
  assert.deepEqual(
    folder.companies().map(({ title }) => title),
    ['ООО Лютик'],
  )
})

test('what the portal had no place for is told, and comes with the next export once there is one', async (t) => {
  const yaml = counterpartyExchange('fields: { industry: Отрасль, Менеджер: Менеджер, Лимит: Лимит }')
  const folder = await portalFolder(t, { portal: 'vladivostok', yaml })
  const file = table(
    'Код;Наименование;ИНН;Отрасль;Менеджер',
    '000000001;ИП Захаров Антон Юрьевич;770100000079;Цветоводство;Ларина',
  )
  await folder.put({ 'in/a.csv': file })
  await folder.run()
  assert.deepEqual(await answers(folder, 'a.csv'), ['000000001 создан crm.value-skipped'])
  await folder.put({ 'in/same.csv': file })
  await folder.run()
  assert.deepEqual(
    await answers(folder, 'same.csv'),
    ['000000001 без изменений crm.value-skipped'],
    'it is told as long as it is so',
  )

  const { statuses, userFields, presets } = folder.state
  const [first] = statuses.filter(({ ENTITY_ID }) => ENTITY_ID === 'INDUSTRY')
  statuses.push({ ...first, ID: '9000', STATUS_ID: 'FLOWERS', NAME: 'Цветоводство' })
  userFields.push({ ...userFields[0]!, id: 77, fieldName: 'UF_CRM_MANAGER', label: 'Менеджер' })
  presets[1]!['NAME'] = 'ИП'
  await folder.put({ 'in/b.csv': file })
  assert.equal((await folder.run()).exit, 0)
  const card = marked(folder, 4)['000000001']!
  assert.deepEqual([card['industry'], card['UF_CRM_MANAGER'], requisitesOf(folder, 4, card.id).length], ['FLOWERS', 'Ларина', 1])
  assert.match((await answers(folder, 'b.csv'))[0]!, /^000000001 обновлен/)
})
