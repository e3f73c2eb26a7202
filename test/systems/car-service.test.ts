import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { settingsJsonSchema } from '../../src/settings/json-schema.ts'
import { obmen24 } from '../cli/obmen24.ts'
import { practiceFolder } from '../cli/practice-folder.ts'
import {
  addItem,
  deals,
  editItem,
  exchange,
  goods,
  rows,
  withExchanges,
  workOrderExchanges,
  workOrders,
} from '../exchange/portal/document-hands.ts'
import { addContact, answers, lines, table } from '../exchange/portal/hands.ts'
import { type PortalExchange, portalFolder } from '../exchange/portal/portal-folder.ts'
import { quick, watchUntil } from './watched.ts'

// System B: work orders of a car service become deals.

const number = '3000004876'
const phone = '+7 916 123-45-67'
const field = (folder: PortalExchange, name: string) => deals(folder).map((deal) => deal[name] ?? '')
const stages = (folder: PortalExchange) => field(folder, 'stageId')

test('B1: one command does the whole exchange, and the watch does it by itself', async (t) => {
  const { folder, sandbox } = await practiceFolder(t, { more: workOrderExchanges() })
  const held = sandbox.state.items
  await writeFile(join(folder, 'in', 'zn.csv'), workOrders({ number }))
  const { exitCode, stdout } = await obmen24(['run', folder])
  assert.deepEqual([exitCode, Object.values(held[2] ?? {}).length], [0, 1])
  assert.match(stdout, /zn\.csv +принят +создано: 1/)
  const watched = await portalFolder(t, { yaml: quick + workOrderExchanges() })
  await watched.put({ 'in/zn.csv': workOrders({ number }) })
  await watchUntil(watched, () => deals(watched).length === 1)
})

test('B2: other settings make other deals of the same file, on another portal too', async (t) => {
  const file = { 'in/zn.csv': workOrders({ number, more: '61250' }) }
  const moscow = await portalFolder(t, { yaml: workOrderExchanges("title: 'ЗН {{ number }}'", 'fields: { UF_CRM_CAR: Пробег }') })
  const settings = exchange(
    'Наряды',
    'work-orders',
    'files: [zn*.csv]',
    'pipeline: Ремонт',
    'stages: { в работе: Приёмка }',
    'numberField: Номер заказ-наряда',
    "fields: { Госномер: '{{ Пробег }} км' }",
    'source: Реклама',
  )
  const vladivostok = await portalFolder(t, { portal: 'vladivostok', yaml: withExchanges(settings) })
  for (const folder of [moscow, vladivostok]) {
    await folder.put(file)
    assert.equal((await folder.run()).exit, 0)
  }
  const [one] = deals(moscow)
  assert.deepEqual(
    ['title', 'categoryId', 'stageId', 'UF_CRM_ID_1C', 'UF_CRM_CAR', 'sourceId'].map((name) => one?.[name]),
    [`ЗН ${number}`, 5, 'C5:IN_WORK', number, '61250', null],
  )
  const [other] = deals(vladivostok)
  assert.deepEqual(
    ['title', 'categoryId', 'stageId', 'UF_CRM_1712345755', 'UF_CRM_1712345766', 'sourceId'].map((name) => other?.[name]),
    [`Заказ-наряд ${number}`, 0, 'UC_3GD71B', number, '61250 км', 'ADVERTISING'],
  )
})

test('B2: every parameter of the exchange is a key of the settings with a Russian title and a sentence', () => {
  const schema = JSON.parse(JSON.stringify(settingsJsonSchema('ru')))
  const presets = schema.properties.exchanges.items.oneOf as { properties: Record<string, Record<string, string>> }[]
  const keys = presets.find(({ properties }) => properties['preset']?.['const'] === 'work-orders')!.properties
  const client = ['match', 'several', 'clientMatch', 'updateClients']
  const deal = ['numberField', 'mode', 'title', 'pipeline', 'stages', 'finalStages', 'source', 'fields', 'rows']
  for (const key of ['files', 'columns', 'only', ...client, ...deal]) {
    assert.match(`${keys[key]?.['title']}: ${keys[key]?.['description']}`, /^[А-Я][а-яё ]+: .*[а-яё]{3}.*\.$/, key)
  }
})

test('B3: the log tells every answer, in debug mode every idle look too; history and show tell what became of an order', async (t) => {
  const { folder } = await practiceFolder(t, { more: `logs: { level: debug }\n${workOrderExchanges()}` })
  await writeFile(join(folder, 'in', 'zn.csv'), workOrders({ number }))
  await obmen24(['run', folder])
  await obmen24(['run', folder])
  const [name] = await readdir(join(folder, '.obmen24', 'logs'))
  const logged = (await readFile(join(folder, '.obmen24', 'logs', name!), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    logged.map(({ msg, input, verdict }) => [msg, input, verdict]),
    [
      ['answered', 'zn.csv', 'done'],
      ['nothing new', undefined, undefined],
    ],
  )
  const history = await obmen24(['history', '1', folder])
  assert.match(history.stdout, /Операции на портале: {2}выполнено: 2\n[\s\S]*zn\.csv +принят/)
  const shown = await obmen24(['show', number, folder])
  assert.match(shown.stdout, /сделка № 1, подтверждено[\s\S]*Стадия: +Сервис: В работе[\s\S]*создание карточки: выполнено/)
})

test('B4: the number is written into the field that the settings name; the check insists on it, and makes it where it is missing', async (t) => {
  const { folder, sandbox } = await practiceFolder(t, { more: workOrderExchanges().replace('UF_CRM_ID_1C', 'UF_CRM_ORDER') })
  const missing = await obmen24(['check', folder])
  assert.equal(missing.exitCode, 2)
  assert.match(missing.stderr, /UF_CRM_ORDER[\s\S]*--create-fields/)
  assert.equal((await obmen24(['check', '--create-fields', folder])).exitCode, 0)
  await writeFile(join(folder, 'in', 'zn.csv'), workOrders({ number }))
  assert.equal((await obmen24(['run', folder])).exitCode, 0)
  assert.deepEqual(
    Object.values(sandbox.state.items[2] ?? {}).map((deal) => deal['UF_CRM_ORDER']),
    [number],
  )
})

test('B4: an order whose number the portal has no field for is told so in its answer', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges().replace('UF_CRM_ID_1C', 'UF_CRM_ORDER') })
  await folder.put({ 'in/zn.csv': workOrders({ number }) })
  // Without the field it would be made anew each time: it is refused, and the exit code says so.
  assert.equal((await folder.run()).exit, 3)
  const [line] = await lines(folder, 'zn.csv')
  assert.deepEqual([line!['Действие'], line!['Код'], deals(folder).length], ['ошибка', 'crm.field-unknown', 0])
  assert.match(line!['Текст']!, /UF_CRM_ORDER.*Похожее: UF_CRM_ID_1C/)
})

test('B5: only work orders of the listed organisations are exported, the others are answered as passed over', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges("only: { organisation: ['ИП Захаров А.Ю.', ООО Сервис] }") })
  const row = (order: string, organisation: string) => `${order};05.03.2026;в работе;100,00;Рябова Анна;${phone};${organisation}`
  const names = ['ИП Захаров А.Ю.', 'ооо сервис', 'ООО Кузов', '']
  await folder.put({
    'in/zn.csv': table(
      'Номер;Дата;Состояние;Сумма;Заказчик;Телефон;Организация',
      ...names.map((name, at) => row(`${at + 1}`, name)),
    ),
  })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(field(folder, 'UF_CRM_ID_1C'), ['1', '2'])
  assert.deepEqual((await answers(folder, 'zn.csv')).slice(2), ['3 пропущен exchange.filtered', '4 пропущен exchange.filtered'])
})

test('B6: a deal is matched by the number, finished or not; then by the phone among the unfinished deals of its contacts', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges('finalStages: [Выполнен]') })
  const contact = await addContact(folder, { lastName: 'Рябова' }, { phone: '8 (916) 123 45 67' })
  const of = (title: string, fields: object = {}) =>
    addItem(folder, 2, { title, categoryId: 5, contactIds: [contact], ...fields })
  await of('с номером, закрыта', { UF_CRM_ID_1C: number, stageId: 'C5:WON' })
  await of('выполнена', { stageId: 'C5:DONE' })
  await of('открыта')
  await folder.put({ 'in/zn.csv': workOrders({ number, state: 'закрыт' }, { number: '3000004877' }, { number: '3000004878' }) })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(field(folder, 'UF_CRM_ID_1C'), [number, '', '3000004877', '3000004878'])
})

test('B6: two unfinished deals of one phone go to a person, or the newest is taken where the settings say so', async (t) => {
  const made = async (...more: readonly string[]) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges(...more) })
    const contact = await addContact(folder, { lastName: 'Рябова' }, { phone })
    for (const title of ['первая', 'вторая']) await addItem(folder, 2, { title, categoryId: 5, contactIds: [contact] })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    await folder.run()
    return folder
  }
  const asked = await made()
  assert.deepEqual([field(asked, 'UF_CRM_ID_1C'), (await lines(asked, 'zn.csv'))[0]!['Действие']], [['', ''], 'на проверку'])
  assert.deepEqual(field(await made('several: newest'), 'UF_CRM_ID_1C'), ['', number])
})

test('B7: a matched deal gets its date, stage, number, source, amount in roubles and contact', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges('source: Реклама') })
  await addItem(folder, 2, {
    title: 'Ручная',
    categoryId: 5,
    UF_CRM_ID_1C: number,
    begindate: '2026-01-01',
    sourceId: 'WEB',
    currencyId: 'USD',
    opportunity: 7,
  })
  await folder.put({ 'in/zn.csv': workOrders({ number, amount: '30 110,00' }) })
  assert.equal((await folder.run()).exit, 0)
  const [deal] = deals(folder)
  assert.deepEqual(
    ['begindate', 'stageId', 'UF_CRM_ID_1C', 'sourceId', 'opportunity', 'currencyId', 'contactIds'].map((name) =>
      name === 'begindate' ? String(deal?.[name]).slice(0, 10) : deal?.[name],
    ),
    ['2026-03-05', 'C5:IN_WORK', number, 'ADVERTISING', 30110, 'RUB', [1]],
  )
  // From now on it is the manager's.
  await editItem(folder, 2, 1, { sourceId: 'WEB' })
  await folder.put({ 'in/zn.csv': workOrders({ number, amount: '31 000,00' }) })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual([field(folder, 'opportunity'), field(folder, 'sourceId')], [[31000], ['WEB']])
})

test('B7: the title of a matched deal stays that of people where the settings give none, and a new one gets the usual', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges("title: ''") })
  await addItem(folder, 2, { title: 'Ручная', categoryId: 5, UF_CRM_ID_1C: number })
  await folder.put({ 'in/zn.csv': workOrders({ number }, { number: '3000004877', phone: '+7 916 000-00-00' }) })
  await folder.run()
  await folder.put({ 'in/zn.csv': workOrders({ number, state: 'выполнен' }) })
  await folder.run()
  assert.deepEqual(field(folder, 'title'), ['Ручная', 'Заказ-наряд 3000004877'])
})

test('B8: a work order without a deal becomes a new one at the stage of its state; the settings turn that off', async (t) => {
  const made = async (...more: readonly string[]) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges(...more) })
    await folder.put({ 'in/zn.csv': workOrders({ number, state: 'выполнен' }) })
    await folder.run()
    return folder
  }
  assert.deepEqual(stages(await made()), ['C5:DONE'])
  const off = await made('mode: update')
  assert.deepEqual([stages(off), await answers(off, 'zn.csv')], [[], [`${number} пропущен plan.only-update`]])
})

test('B9: the contact is corrected by its work order, 1C before Bitrix24; the settings turn that off', async (t) => {
  const made = async (...more: readonly string[]) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges(...more) })
    await addContact(folder, { lastName: 'Рябова-Старая', name: 'Аня' }, { phone })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    await folder.run()
    return folder.contacts().map(({ lastName, name, secondName }) => [lastName, name, secondName ?? ''])
  }
  assert.deepEqual(await made(), [['Рябова', 'Анна', 'Петровна']])
  assert.deepEqual(await made('updateClients: false'), [['Рябова-Старая', 'Аня', '']])
})

test('B10: many states lead to one stage, an unknown state leaves the stage alone, and a closed one ends the deal', async (t) => {
  const table10 =
    'stages: { заявка: В работе, согласование: В работе, ожидание деталей: В работе, закрыт: Закрыт, отказ: Отказ, архив: C5:WON }'
  const folder = await portalFolder(t, { yaml: workOrderExchanges().replace(/stages: .*/, table10) })
  const states = ['Заявка', 'СОГЛАСОВАНИЕ', 'ожидание  деталей', 'Закрыт', 'Отказ', 'Архив']
  const orders = states.map((state, at) => ({ number: `${at + 1}`, state, phone: `+7 916 000-00-0${at}` }))
  await folder.put({ 'in/zn.csv': workOrders(...orders) })
  await folder.run()
  assert.deepEqual(stages(folder), ['C5:IN_WORK', 'C5:IN_WORK', 'C5:IN_WORK', 'C5:WON', 'C5:LOSE', 'C5:WON'])
  assert.deepEqual(field(folder, 'closed').slice(2), ['N', 'Y', 'Y', 'Y'])
  await editItem(folder, 2, 1, { stageId: 'C5:DONE' })
  await folder.put({ 'in/zn2.csv': workOrders({ ...orders[0]!, state: 'мойка' }) })
  await folder.run()
  assert.equal(stages(folder)[0], 'C5:DONE')
})

test('B10: the stages of the portal are shown so that they can be pasted, and a wrong one is named with those that there are', async (t) => {
  const { folder } = await practiceFolder(t, { more: workOrderExchanges('finalStages: [Закрыто]') })
  const { exitCode, stdout } = await obmen24(['portal', 'stages', folder])
  assert.equal(exitCode, 0)
  assert.match(stdout, /Сервис: {2}# воронка 5\n {6}- Заявка {2}# C5:NEW\n[\s\S]*- Закрыт {2}# C5:WON, успех/)
  const checked = await obmen24(['check', folder])
  assert.equal(checked.exitCode, 2)
  assert.match(checked.stdout + checked.stderr, /Закрыто[\s\S]*Закрыт/)
})

test('B11: the phone of the document, else that of the client’s card, tells who the contact is', async (t) => {
  const settings = withExchanges(
    exchange('Люди', 'contacts', 'files: [p*.csv]'),
    exchange('Наряды', 'work-orders', 'files: [zn*.csv]', 'numberField: UF_CRM_ID_1C', 'pipeline: Сервис'),
  )
  const folder = await portalFolder(t, { yaml: settings })
  const byPhone = await addContact(folder, { lastName: 'Кто-то' }, { phone: '8-916-123-45-67' })
  const call = await addItem(folder, 2, { title: 'Звонок', categoryId: 5, contactIds: [byPhone] })
  await folder.put({
    'in/p.csv': table('Код;ФИО;Телефон', '000000007;Котов Андрей Львович;+7 916 555-10-04'),
    'in/zn.csv': table(
      'Номер;Дата;Состояние;Сумма;Клиент ИД;Заказчик;Телефон',
      `1;05.03.2026;заявка;10,00;;Рябова Анна;${phone}`,
      '2;05.03.2026;заявка;20,00;000000007;Котов Андрей Львович;',
    ),
  })
  assert.equal((await folder.run()).exit, 0)
  const told = deals(folder).map(({ id, UF_CRM_ID_1C, contactIds }) => [id, UF_CRM_ID_1C, contactIds])
  const kotov = folder.contacts().find(({ lastName }) => lastName === 'Котов')!
  assert.deepEqual(told, [
    [call, '1', [byPhone]],
    [2, '2', [kotov.id]],
  ])
})

test('B12: a work order goes over as it is printed: car, mileage, reason, people, works and parts to the kopeck', async (t) => {
  const titled = "title: 'ЗН {{ number }}, {{ Автомобиль }} {{ Госномер }}'"
  const fields = [
    'fields:',
    "  UF_CRM_CAR: '{{ Автомобиль }}, VIN {{ VIN }}, {{ Госномер }}, пробег {{ Пробег }}'",
    '  comments: "{{ [\'Причина обращения\'] }}; {{ Договор }}; {{ Цех }}; {{ Диспетчер }}; {{ Мастер }}; платит {{ payer }}{% for row in rows %}; {{ row.name }} {{ row.amount }}{% endfor %}"',
  ]
  const folder = await portalFolder(t, {
    yaml: `${workOrderExchanges(titled, ...fields)}\n${exchange('Фирмы', 'counterparties', 'files: [k*.csv]')}`,
  })
  const head =
    'Номер заказ-наряда;Дата;Организация;Состояние;Заказчик;Плательщик;Телефон;Договор;Причина обращения;Автомобиль;VIN;Госномер;Пробег;Цех;Диспетчер;Мастер;Сумма'
  const row = `${number};05.03.2026;ИП Захаров А.Ю.;в работе;Котова Нина Львовна;ООО Парк;${phone};Разовый;ТО-60;Лада Веста;XTA0001;А101АА 77;61 250;Цех № 1;Сорокина О.;Терентьев П.;30 110,00`
  await folder.put({
    'in/zn.csv': table(head, row),
    'in/k.csv': table('Код;Наименование', '000000001;ООО Парк'),
    'in/rows.csv': goods(
      `${number};ТО-60 000 км;4,5;2 400,00;10 800,00`,
      `${number};Замена стойки;1,5;2 160,00;3 240,00`,
      `${number};Масло 5W-40;1;4 870,00;4 870,00`,
      `${number};Стойка;2;5 600,00;11 200,00`,
    ),
  })
  assert.equal((await folder.run()).exit, 0)
  const [deal] = deals(folder)
  assert.deepEqual(
    ['title', 'UF_CRM_CAR', 'opportunity', 'isManualOpportunity'].map((name) => deal?.[name]),
    [`ЗН ${number}, Лада Веста А101АА 77`, 'Лада Веста, VIN XTA0001, А101АА 77, пробег 61 250', 30110, 'N'],
  )
  assert.match(
    String(deal?.['comments']),
    /^ТО-60; Разовый; Цех № 1; Сорокина О\.; Терентьев П\.; платит ООО Парк; ТО-60 000 км 10800; .*; Стойка 11200$/,
  )
  assert.deepEqual(
    rows(folder, 'D:1').map(({ productName, quantity, price }) => [productName, quantity, price]),
    [
      ['ТО-60 000 км', 4.5, 2400],
      ['Замена стойки', 1.5, 2160],
      ['Масло 5W-40', 1, 4870],
      ['Стойка', 2, 5600],
    ],
  )
  const [contact] = folder.contacts()
  assert.deepEqual([contact?.['lastName'], deal?.['contactIds'], deal?.['companyId']], ['Котова', [1], 1])
})
