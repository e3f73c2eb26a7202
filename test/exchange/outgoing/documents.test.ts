import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WayReport } from '../../../src/exchange/outgoing/way-report.ts'
import { addCompany, addContact } from '../portal/hands.ts'
import { addDeal, addItem, backFolder, change, message, runAfter, runAs, setRows, states } from './hands.ts'
import { ordersFile } from './orders-of-1c.ts'

const bolt = '4f1a0001-0000-4000-8000-000000000001'

test('D2: with an order its client goes, by ИНН and КПП in full and by the name that 1C itself has', async (t) => {
  const exchange = 'exchanges:\n  - name: Контрагенты\n    preset: counterparties\n    files: kontragenty*.csv'
  const folder = await backFolder(t, '', exchange)
  await folder.put({
    'in/kontragenty.csv':
      'Код;Наименование;Полное наименование;ИНН;КПП\r\n0007;Ромашка ООО;ООО "Ромашка";7701000017;770101001\r\n',
  })
  await folder.run()
  const known = Object.values(folder.state.items[4]!).find(({ originId }) => originId === '0007')!
  await change(folder, known.id, { title: 'Ромашка (VIP)' }, 4)
  const unknown = await addCompany(folder, 'ООО Василёк', { inn: '7701003010', kpp: '770101001', phone: '+7 495 000-00-01' })
  const person = await addContact(folder, { lastName: 'Орлов', name: 'Пётр' }, { email: 'orlov@mayak.example' })
  await addDeal(folder, { companyId: known.id, contactIds: [person], opportunity: 1 })
  await addDeal(folder, { companyId: unknown, opportunity: 2 })
  await addDeal(folder, { contactIds: [person], opportunity: 3 })
  await addDeal(folder, { opportunity: 4 })
  await runAfter(folder)
  const { lines } = await message(folder)
  assert.deepEqual(
    lines.map((line) => ['Клиент', 'КлиентИд1С', 'ИНН', 'КПП', 'Телефон', 'Почта'].map((name) => line[name])),
    [
      ['Ромашка ООО', '0007', '7701000017', '770101001', '', ''],
      ['ООО Василёк', '', '7701003010', '770101001', '+7 495 000-00-01', ''],
      ['Орлов Пётр', '', '', '', '', 'orlov@mayak.example'],
      ['', '', '', '', '', ''],
    ],
  )
})

test('a client that 1C has told of only by its ИНН goes without contacts too: those of 1C are its own', async (t) => {
  const exchange = 'exchanges:\n  - name: Контрагенты\n    preset: counterparties\n    files: kontragenty*.csv'
  const folder = await backFolder(t, 'format: commerceml\nfile: out/orders.xml\nunknownGoods: send', exchange)
  await folder.put({
    'in/kontragenty.csv': 'Наименование;ИНН;КПП;Телефон\r\nРомашка ООО;7701000017;770101001;+7 495 000-00-02\r\n',
  })
  await folder.run()
  const { id } = Object.values(folder.state.items[4]!).find(({ title }) => String(title).includes('Ромашка'))!
  const rows = [{ productName: 'Болт', price: 10, quantity: 1 }]
  await addDeal(folder, { companyId: id }, rows)
  const unknown = await addCompany(folder, 'ООО Василёк', { inn: '7701003010', kpp: '770101001', phone: '+7 495 000-00-01' })
  await addDeal(folder, { companyId: unknown }, rows)
  await runAfter(folder)
  const text = await folder.text('out/orders.xml')
  assert.match(text, /<ИНН>7701000017<\/ИНН>/)
  assert.deepEqual(
    [...text.matchAll(/<Значение>(\+7[^<]*)/g)].map(([, phone]) => phone),
    ['+7 495 000-00-01'],
  )
})

test('the requisite that a document is linked to goes before others of its client', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const company = await addCompany(folder, 'ООО Василёк', { inn: '7701003010', kpp: '770101001' })
  const branch = {
    ENTITY_TYPE_ID: 4,
    ENTITY_ID: company,
    PRESET_ID: 1,
    NAME: 'Филиал',
    RQ_INN: '7701003010',
    RQ_KPP: '780143001',
  }
  const requisite = Number(await folder.ask('crm.requisite.add', { fields: branch }))
  const [one, other] = [await addDeal(folder, { companyId: company }), await addDeal(folder, { companyId: company })]
  const none = { BANK_DETAIL_ID: 0, MC_REQUISITE_ID: 0, MC_BANK_DETAIL_ID: 0 }
  await folder.ask('crm.requisite.link.register', {
    fields: { ENTITY_TYPE_ID: 2, ENTITY_ID: other, REQUISITE_ID: requisite, ...none },
  })
  await runAfter(folder)
  const kpp = new Map((await message(folder)).lines.map((line) => [Number(line['ИдБ24']), line['КПП']]))
  assert.deepEqual([kpp.get(one), kpp.get(other)], ['770101001', '780143001'])
})

test('rows have the 1C ids of their products: by the catalogue, else by the name that 1C used in this very order', async (t) => {
  const folder = await backFolder(t, '', 'exchanges:\n  - name: Заказы\n    preset: orders\n    mode: create+update')
  await folder.run()
  const goods = [{ id: 'guid-1c', name: 'Ремонт насоса', price: '100', quantity: '1' }]
  await folder.put({ 'in/orders.xml': ordersFile([{ number: '77', amount: '100.00', rows: goods }], '2026-03-05T09:10:00') })
  await runAfter(folder)
  const list = { select: ['id', 'iblockId', 'xmlId'], filter: { iblockId: 23, xmlId: [bolt] } }
  const { products } = (await folder.ask('catalog.product.list', list)) as { products: { id: number }[] }
  await setRows(folder, 1, [
    { productName: 'ремонт  насоса', price: 100, quantity: 2 },
    {
      productId: products[0]!.id,
      productName: 'Болт',
      price: 12,
      quantity: 10,
      taxRate: 20,
      taxIncluded: 'Y',
      discountTypeId: 1,
      discountSum: 2,
    },
    { productName: 'Что-то ещё', price: 1, quantity: 1.5, measureCode: 6 },
  ])
  await runAfter(folder)
  const { lines } = await message(folder)
  const columns = ['ТоварИд1С', 'Количество', 'Цена', 'СуммаСтроки', 'Скидка', 'СтавкаНДС', 'Единица', 'КодЕдиницы']
  assert.deepEqual(
    lines.map((line) => columns.map((name) => line[name])),
    [
      ['guid-1c', '2', '100.00', '200.00', '0.00', 'Без НДС', 'шт', '796'],
      [bolt, '10', '12.00', '120.00', '24.00', '20', 'шт', '796'],
      ['', '1.5', '1.00', '1.50', '0.00', 'Без НДС', 'м', '006'],
    ],
  )
})

test('stages become statuses of 1C, fields of the card requisites of the order', async (t) => {
  const way = `statuses: { В работе: К выполнению, LOSE: Отменён }
requisites:
  Организация: ООО "Ромашка"
  Автомобиль: UF_CRM_CAR
  Ответственный: '{{ assignedById }}, {{ title }}'
  Склад: UF_CRM_NO_SUCH_FIELD`
  const folder = await backFolder(t, way)
  await folder.run()
  const ids = []
  for (const stageId of ['EXECUTING', 'LOSE', 'WON', 'NEW']) ids.push(await addDeal(folder, { stageId, UF_CRM_CAR: 'ВАЗ-2107' }))
  const report = await runAfter(folder)
  assert.deepEqual(report.codes, ['outgoing.field-unknown'])
  const { lines } = await message(folder)
  assert.deepEqual(
    lines.map((line) => [line['Стадия'], line['Статус'], line['Отменен'], line['Завершен']]),
    [
      ['В работе', 'К выполнению', '0', '0'],
      ['Сделка провалена', 'Отменён', '1', '0'],
      ['Сделка успешна', 'Сделка успешна', '0', '1'],
      ['Новая', 'Новая', '0', '0'],
    ],
  )
  assert.equal(
    lines[0]?.['Реквизиты'],
    "Организация=ООО 'Ромашка', Автомобиль=ВАЗ-2107, Ответственный=Марина Орлова, Продажа, Склад=",
  )
  assert.deepEqual((await runAfter(folder)).codes, ['outgoing.field-unknown'], 'said with every poll')
  await change(folder, ids[0]!, { UF_CRM_CAR: 'ГАЗ-24' })
  await runAfter(folder)
  assert.equal((await message(folder)).number, 2, 'a field that requisites name is told when it changes')
})

test('unknownGoods: refuse: an order with a product that 1C does not know is not sent; it is said once, and tried with every poll', async (t) => {
  const folder = await backFolder(t, 'format: commerceml')
  await folder.run()
  const company = await addCompany(folder, 'ООО Василёк', { inn: '7701003010', kpp: '770101001' })
  const id = await addDeal(folder, { companyId: company }, [{ productName: 'Что-то', price: 10, quantity: 1 }])
  const refused = await runAfter(folder)
  assert.deepEqual(refused.codes, ['outgoing.unknown-goods'])
  const [{ unsent, ...told }] = refused.outgoing as [WayReport]
  assert.deepEqual(
    unsent.map(({ number, problems }) => [number, problems[0]?.code]),
    [[`B24-${id}`, 'outgoing.unknown-goods']],
  )
  assert.deepEqual(told, {
    way: 'Заказы в 1С',
    poll: 'done',
    documents: 0,
    message: 0,
    open: 0,
    stuck: 1,
    forgotten: 0,
  })
  assert.doesNotMatch(await folder.text('out/orders.xml'), /<Документ>/)
  assert.match(await folder.text('out/status.txt'), /unsent=1\r\ntext=.*не отправлено в 1С: 1/)
  assert.deepEqual((await runAfter(folder)).codes, [])
  const list = { select: ['id', 'iblockId', 'xmlId'], filter: { iblockId: 23, xmlId: [bolt] } }
  const { products } = (await folder.ask('catalog.product.list', list)) as { products: { id: number }[] }
  await setRows(folder, id, [{ productId: products[0]!.id, productName: 'Болт', price: 10, quantity: 1 }])
  assert.deepEqual((await runAfter(folder)).codes, [])
  assert.match(await folder.text('out/orders.xml'), new RegExp(`<Номер>B24-${id}</Номер>[^]*<Ид>${bolt}</Ид>`))
  assert.match(await folder.text('out/status.txt'), /unconfirmed=1\r\nunsent=0/)
})

test('unknownGoods: send: the very order goes when the settings allow it', async (t) => {
  const folder = await backFolder(t, 'format: commerceml')
  await folder.run()
  const company = await addCompany(folder, 'ООО Василёк', { inn: '7701003010', kpp: '770101001' })
  const id = await addDeal(folder, { companyId: company }, [{ productName: 'Что-то', price: 10, quantity: 1 }])
  await runAfter(folder)
  assert.deepEqual(await states(folder, [id]), ['seen'])
  await runAs(folder, { unknownGoods: 'send' })
  assert.deepEqual(await states(folder, [id]), ['sent'])
  assert.match(await folder.text('out/orders.xml'), /<Наименование>Что-то<\/Наименование>/)
})

test('what stands in the message is said anew when the settings say it otherwise', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  await addDeal(folder, { stageId: 'EXECUTING' })
  await runAfter(folder)
  await runAs(folder, { statuses: { 'В работе': 'К выполнению' } })
  const { number, lines } = await message(folder)
  assert.deepEqual([number, lines[0]?.['Статус']], [2, 'К выполнению'])
  await runAs(folder, { statuses: { 'В работе': 'К выполнению' }, overlap: 60_000 })
  assert.equal((await message(folder)).number, 2, 'settings that say nothing else make no new message')
})

test('a number that is too long for УТ 11 is a problem of its document', async (t) => {
  const folder = await backFolder(t, 'format: commerceml\nunknownGoods: send', '', {
    state: (state) => {
      state.lastIds['item:2'] = 1_234_567
    },
  })
  await folder.run()
  const company = await addCompany(folder, 'ООО Василёк')
  await addDeal(folder, { companyId: company }, [{ productName: 'Что-то', price: 10, quantity: 1 }])
  assert.deepEqual((await runAfter(folder)).codes, [])
  const longer = await backFolder(t, 'format: commerceml\nunknownGoods: send\nnumberPrefix: CRM24-', '', {
    state: (state) => {
      state.lastIds['item:2'] = 1_234_567
    },
  })
  await longer.run()
  await addDeal(longer, { companyId: await addCompany(longer, 'ООО Василёк') }, [
    { productName: 'Что-то', price: 10, quantity: 1 },
  ])
  assert.deepEqual((await runAfter(longer)).codes, ['outgoing.number-long'])
})

test('items of a smart process and invoices go back as deals do', async (t) => {
  const folder = await backFolder(t, 'into: process\nprocess: 1032')
  await folder.run()
  const id = await addItem(folder, 1032, { title: 'Договор 7', stageId: 'DT1032_7:CLIENT' })
  await runAfter(folder)
  const { lines } = await message(folder)
  assert.deepEqual(
    lines.map((line) => [line['Вид'], line['Номер'], line['Стадия']]),
    [['элемент', `B24-${id}`, 'Действует']],
  )
  assert.deepEqual(await states(folder, [id]), ['sent'])
})
