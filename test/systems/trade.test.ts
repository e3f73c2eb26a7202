import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { obmen24 } from '../cli/obmen24.ts'
import { practiceFolder } from '../cli/practice-folder.ts'
import { addDeal, backFolder, change, message, runAfter, setRows } from '../exchange/outgoing/hands.ts'
import { ordersFile, type TestOrder } from '../exchange/outgoing/orders-of-1c.ts'
import { addItem, deals, exchange, rows, withExchanges } from '../exchange/portal/document-hands.ts'
import { addCompany, answers, company, lines, table } from '../exchange/portal/hands.ts'
import { type PortalExchange, portalFolder } from '../exchange/portal/portal-folder.ts'

// System D: orders of a trade go both ways. What is about goods alone (D1), and the CRM as 1C's other side (D12, D13), comes later.

const orders = (...more: readonly string[]) => exchange('Заказы', 'orders', 'files: [o*.xml]', ...more)
const back = `exchanges:\n${orders('match: [origin, number]', "title: ''")}`
const bolt = '4f1a0001-0000-4000-8000-000000000001'
const order = (number: string, more: Partial<TestOrder> = {}): TestOrder => ({
  number,
  amount: '150.00',
  rows: [{ id: bolt, name: 'Болт М10×80', price: '15', quantity: '10' }],
  ...more,
})
const file = (list: readonly TestOrder[], generated = '') => ({ 'in/o.xml': ordersFile(list, generated) })
const stageIds = (folder: PortalExchange) => deals(folder).map(({ stageId }) => stageId)

/** A portal with so many deals that people made, and an exchange of orders that only updates unless said otherwise. */
async function portalOf(
  t: Parameters<typeof portalFolder>[0],
  count: number,
  ...more: readonly string[]
): Promise<PortalExchange> {
  const folder = await portalFolder(t, { yaml: withExchanges(orders(...more)) })
  for (let at = 0; at < count; at += 1) await addItem(folder, 2, { title: `Сделка ${at + 1}` })
  return folder
}

test('D2: an order goes to 1C with its counterparty, and comes back with it', async (t) => {
  const folder = await backFolder(t, '', back)
  await folder.run()
  const client = await addCompany(folder, 'ООО "Ромашка"', { inn: '7701000017', kpp: '770101001' })
  await addDeal(folder, { companyId: client }, [{ productId: 1, price: 15, quantity: 10 }])
  await runAfter(folder)
  const { lines: told } = await message(folder)
  assert.deepEqual(
    told.map((line) => ['Номер', 'Клиент', 'ИНН', 'КПП', 'ТоварИд1С', 'СуммаСтроки'].map((name) => line[name])),
    [['B24-1', "ООО 'Ромашка'", '7701000017', '770101001', bolt, '150.00']],
  )
  await folder.put(file([order('B24-1', { requisites: { Проведен: 'true' } })]))
  assert.equal((await runAfter(folder)).exit, 0)
  assert.deepEqual(
    [stageIds(folder), company(folder, client)['originId'], folder.companies().length],
    [['PREPARATION'], 'id-7701000017', 1],
  )
})

test('D3: only what people changed since the last exchange goes to 1C; what the exchange itself wrote does not', async (t) => {
  const folder = await backFolder(t, '', back)
  await folder.run()
  for (const title of ['Первая', 'Вторая']) await addDeal(folder, { title, opportunity: 150 })
  await runAfter(folder)
  await folder.put(
    file(
      [order('B24-1', { rows: [], requisites: { Проведен: 'true', 'Номер оплаты по 1С': '7' } }), order('B24-2', { rows: [] })],
      '2026-03-05T09:12:00',
    ),
  )
  await runAfter(folder)
  assert.deepEqual([stageIds(folder), await message(folder)], [['EXECUTING', 'NEW'], { number: 1, lines: [], numbers: [] }])
  await change(folder, 2, { opportunity: 170 })
  await runAfter(folder)
  const second = await message(folder)
  assert.deepEqual([second.number, second.numbers, second.lines[0]?.['Сумма']], [2, ['B24-2'], '170.00'])
  await runAfter(folder)
  assert.equal((await message(folder)).number, 2)
})

test('D4: an order is updated if it once came from the CRM; others are passed over, or made where the settings say so', async (t) => {
  const both = [order('B24-1'), order('ТД-000044')]
  const folder = await portalOf(t, 1)
  await folder.put(file(both))
  await folder.run()
  assert.deepEqual(
    deals(folder).map(({ title, opportunity }) => [title, opportunity]),
    [['Сделка 1', 150]],
  )
  assert.deepEqual(await answers(folder, 'o.xml'), [
    'id-B24-1 обновлен apply.conflict-onec',
    'id-ТД-000044 пропущен plan.only-update',
  ])
  const making = await portalOf(t, 1, 'mode: create+update')
  await making.put(file(both))
  await making.run()
  assert.deepEqual(
    deals(making).map(({ originId }) => originId),
    ['order:B24-1', 'order:ТД-000044'],
  )
})

test('D5: without a status of its own an order has the stage of its signs', async (t) => {
  const [posted, paid, shipped] = [{ Проведен: 'true' }, { 'Номер оплаты по 1С': '7' }, { 'Номер отгрузки по 1С': '9' }]
  const signs: readonly [Readonly<Record<string, string>>, string][] = [
    [{ Проведен: 'false' }, 'NEW'],
    [posted, 'PREPARATION'],
    [{ ...posted, ...paid }, 'EXECUTING'],
    [{ ...posted, ...shipped }, 'FINAL_INVOICE'],
    [{ ...posted, ...paid, ...shipped }, 'WON'],
    [{ ...posted, Отменен: 'true' }, 'LOSE'],
  ]
  const folder = await portalOf(t, signs.length)
  for (const deal of deals(folder)) await change(folder, deal.id, { stageId: 'PREPAYMENT_INVOICE' })
  await folder.put(file(signs.map(([requisites], at) => order(`B24-${at + 1}`, { requisites }))))
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(
    stageIds(folder),
    signs.map(([, stage]) => stage),
  )
})

test('D5: an order marked for deletion is told so, and closes its deal where the settings say so; a named status goes first', async (t) => {
  const deleted = [order('B24-1', { requisites: { ПометкаУдаления: 'true' } })]
  const folder = await portalOf(t, 1)
  await folder.put(file(deleted))
  await folder.run()
  assert.deepEqual([stageIds(folder), await answers(folder, 'o.xml')], [['NEW'], ['id-B24-1 пропущен exchange.deleted']])
  const closing = await portalOf(t, 1, 'deleted: close')
  await closing.put(file([order('B24-1')]))
  await closing.run()
  await closing.put(file(deleted))
  await closing.run()
  assert.deepEqual(stageIds(closing), ['LOSE'])
  const named = await portalOf(t, 1, 'stages: { К отгрузке: Финальный счёт }')
  await named.put(file([order('B24-1', { requisites: { 'Статус заказа': 'К отгрузке', Проведен: 'true' } })]))
  await named.run()
  assert.deepEqual(stageIds(named), ['FINAL_INVOICE'])
})

test('D6: an order is known by its number alone, its client by the 1C id, then by the exact name, goods of its rows by their 1C id', async (t) => {
  const folder = await portalOf(t, 3, 'products: link', 'mode: create+update')
  await addCompany(folder, 'Заря')
  await addCompany(folder, 'Василёк', { originatorId: '1C', originId: 'id-7701003010' })
  const list = [
    order('B24-2', { client: 'Заря', inn: '' }),
    order('B24-3', { client: 'Совсем другое имя', inn: '7701003010' }),
    order('B24-03', { client: 'заря', inn: '' }),
  ]
  await folder.put(file(list))
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(
    deals(folder).map(({ originId, companyId }) => [originId ?? '', companyId ?? 0]),
    [
      ['', 0],
      ['order:B24-2', 1],
      ['order:B24-3', 2],
      ['order:B24-03', 1],
    ],
  )
  assert.deepEqual(
    rows(folder, 'D:2').map(({ productId, productName }) => [productId, productName]),
    [[1, 'Болт М10×80']],
  )
})

test('D6: rows that people took from the catalogue stay its products when 1C tells of the same goods', async (t) => {
  const folder = await portalOf(t, 1)
  await setRows(folder, 1, [{ productId: 1, price: 15, quantity: 5, measureCode: 796 }])
  await folder.put(file([order('B24-1')]))
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(
    rows(folder, 'D:1').map(({ productId, quantity }) => [productId, quantity]),
    [[1, 10]],
  )
})

test('D7: a currency that is not active on the portal is an error of its row, which lists the active ones; 1C’s word for one is translated', async (t) => {
  const folder = await portalFolder(t, {
    yaml: `bitrix24: { currencies: { руб: RUB } }\n${withExchanges(orders('mode: create+update'))}`,
  })
  const xml = ordersFile(
    ['1', '2', '3'].map((number) => order(number)),
    '',
  )
  const currencies = ['KZT', 'USD', 'руб']
  await folder.put({ 'in/o.xml': xml.replaceAll('<Валюта>RUB</Валюта>', () => `<Валюта>${currencies.shift()}</Валюта>`) })
  assert.equal((await folder.run()).exit, 3)
  assert.deepEqual(
    deals(folder).map(({ originId, currencyId }) => [originId, currencyId]),
    [
      ['order:2', 'USD'],
      ['order:3', 'RUB'],
    ],
  )
  const [line] = await lines(folder, 'o.xml')
  assert.deepEqual([line!['Действие'], line!['Код']], ['ошибка', 'crm.currency-inactive'])
  assert.match(line!['Текст']!, /KZT.*RUB, USD, EUR, CNY/)
})

test('D8: units of 1C become those of the portal, by code, by name or by the table of the settings', async (t) => {
  const settings = withExchanges(
    exchange('Наряды', 'work-orders', 'files: [zn*.csv]'),
    exchange('Строки', 'document-rows', 'files: [r*.csv]'),
  )
  const folder = await portalFolder(t, { yaml: `bitrix24: { measures: { нормо-час: ч, бан: шт } }\n${settings}` })
  const units = ['нормо-час', 'бан', 'л', 'кг.', '']
  await folder.put({
    'in/zn.csv': table('Номер;Дата;Состояние;Сумма;Заказчик;Телефон', '1;05.03.2026;в работе;50,00;Рябова Анна;+7 916 123-45-67'),
    'in/r.csv': table(
      'Заказ-наряд;Номенклатура;Количество;Ед.;Цена;Сумма',
      ...units.map((unit, at) => `1;Строка ${at};1;${unit};10,00;10,00`),
    ),
  })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(
    rows(folder, 'D:1').map(({ measureCode, measureName }) => [measureCode, measureName]),
    [
      [356, 'ч'],
      [796, 'шт'],
      [112, 'л'],
      [166, 'кг'],
      [796, 'шт'],
    ],
  )
})

test('D9: an exchange and a way back are switched off, and the period of the way back keeps', async (t) => {
  const off = await portalOf(t, 1, 'enabled: false')
  await off.put(file([order('B24-1')]))
  await off.run()
  assert.deepEqual(
    deals(off).map(({ opportunity }) => opportunity ?? 0),
    [0],
  )
  const closed = await backFolder(t, 'enabled: false\nformat: csv\nfile: out/orders.csv')
  await closed.run()
  await addDeal(closed)
  await runAfter(closed)
  assert.ok(!(await closed.names('out')).includes('orders.csv'))
  const folder = await backFolder(t, 'every: 30m\nformat: csv\nfile: out/orders.csv')
  await folder.run()
  await addDeal(folder)
  folder.requests()
  await runAfter(folder, 10)
  assert.deepEqual([folder.requests(), (await message(folder)).lines.length], [0, 0])
  await runAfter(folder, 21)
  assert.equal((await message(folder)).lines.length, 1)
})

test('D9: a full export costs what has changed in it', async (t) => {
  const folder = await portalOf(t, 2)
  const pair = [order('B24-1'), order('B24-2')]
  await folder.put(file(pair))
  await folder.run()
  folder.requests()
  await folder.put(file(pair, '2026-03-05T10:00:00'))
  await folder.run()
  assert.equal(folder.requests(), 0)
  await folder.put(file([pair[0]!, order('B24-2', { amount: '160.00' })]))
  await folder.run()
  assert.deepEqual(
    deals(folder).map(({ opportunity }) => opportunity),
    [150, 160],
  )
})

test('D10: the history has number, time, direction and end of every exchange, both ways, and the words of what went wrong', async (t) => {
  const way = 'outgoing:\n  - { name: Заказы в 1С, format: csv, file: out/orders.csv, every: 1ms }\n'
  const { folder, sandbox } = await practiceFolder(t, { more: `${withExchanges(orders('mode: create+update'))}\n${way}` })
  const run = async (name: string, text: string) => {
    await writeFile(join(folder, 'in', name), text)
    return (await obmen24(['run', folder])).exitCode
  }
  const xml = ordersFile([order('1')], '')
  assert.deepEqual([await run('o1.xml', xml), await run('o2.xml', xml.replace('<Валюта>', '<Валюта & >'))], [0, 3])
  sandbox.state.webhooks.splice(0)
  assert.equal((await obmen24(['run', folder])).exitCode, 2)
  const { stdout } = await obmen24(['history', folder])
  const told = stdout
    .split('\n')
    .slice(1)
    .map((line) =>
      /^(\d+) +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}(.*)$/
        .exec(line)
        ?.slice(1)
        .map((part) => part.replace(/ {2,}/g, '|')),
    )
  assert.deepEqual(told, [
    ['3', 'Битрикс24 → 1С: Заказы в 1С|с ошибками|Портал не принимает вебхук (INVALID_CREDENTIALS). [portal.webhook-rejected]'],
    ['2', '1С → Битрикс24|с ошибками|не принято файлов: 1'],
    ['1', '1С → Битрикс24|успешно|создано: 1'],
  ])
  assert.match(
    (await obmen24(['history', '2', folder])).stdout,
    /o2\.xml +не принят +Файл нарушает правила XML.*\[xml\.not-well-formed\]/,
  )
})

test('D11: what the exchange makes has the responsible user of the settings, that of the exchange first; what people made keeps its own', async (t) => {
  const settings = withExchanges(
    orders('mode: create+update', 'responsible: Павел Кузнецов'),
    exchange('Контрагенты', 'counterparties', 'files: [k*.csv]'),
  )
  const folder = await portalFolder(t, { yaml: `bitrix24: { responsible: belova@mayak.example }\n${settings}` })
  await addItem(folder, 2, { title: 'Ручная', assignedById: 1 })
  await folder.put({ ...file([order('B24-1'), order('7')]), 'in/k.csv': table('Код;Наименование;ИНН', '1;ООО Лютик;7701000019') })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(
    deals(folder).map(({ assignedById }) => assignedById),
    [1, 6],
  )
  assert.deepEqual(
    folder
      .companies()
      .map(({ title, assignedById }) => [title, assignedById])
      .sort(),
    [
      ['ООО Лютик', 8],
      ['Ромашка ООО', 6],
    ],
  )
})

test('D3, D9: an order that people change while 1C exports its own goes once each way', async (t) => {
  const folder = await backFolder(t, '', back)
  await folder.run()
  await addDeal(folder, { opportunity: 150 })
  await runAfter(folder)
  await setRows(folder, 1, [{ productId: 1, price: 15, quantity: 12, taxIncluded: 'Y' }])
  await folder.put(file([order('B24-1', { rows: [], requisites: { Проведен: 'true' } })], '2026-03-05T09:12:00'))
  await runAfter(folder)
  const { number, numbers } = await message(folder)
  assert.deepEqual([number, numbers, stageIds(folder)], [2, ['B24-1'], ['PREPARATION']])
  await runAfter(folder)
  assert.equal((await message(folder)).number, 2)
})
